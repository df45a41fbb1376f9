"""The fields of an authored unit: from its front matter first, then from what the body says."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import Finding
from generator.model import Code, Credit, FieldState
from generator.parse.claims import Claims
from generator.parse.fields import Value, credit_value
from generator.parse.sections import label_text, printed_fields, unknown_fields
from generator.positions import Passage, joined
from generator.reading import RawField
from generator.reading.authored import AuthoredUnit
from generator.reading.authored.keys import DATES, KEPT, SINGLE, field_of_key, folded_key
from generator.reading.containers.front_matter import Entry
from generator.reading.lines import Line
from generator.reading.vocabulary import EXTRA_FIELD
from generator.text.folding import folded_blanks, joined_wraps

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "mul")
_AMOUNT = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def authored_values(raw: AuthoredUnit, claims: Claims) -> tuple[dict[str, Value], tuple[Finding, ...]]:
    """Return the value of every field that has one, and what is wrong with labels of no known field."""
    for entry in raw.front_matter:
        claims.discard(entry.key)
    for one in raw.fields:
        claims.discard(one.label)
    unknown = tuple(unknown_fields([one for one in raw.fields if one.field == EXTRA_FIELD]))
    return {name: _value(name, raw, claims) for name in SINGLE}, unknown


def _entries(raw: AuthoredUnit, name: str) -> Iterator[Entry]:
    return (entry for entry in raw.front_matter if field_of_key(entry.key) == name)


def _value(name: str, raw: AuthoredUnit, claims: Claims) -> Value:
    typed = [RawField(name, entry.key, (Line(entry.value),)) for entry in _entries(raw, name)]
    typed += [one for one in raw.fields if one.field == name]
    if not typed:
        return Value(None, FieldState.ABSENT, None, Passage("", ()))
    stated = [(one, passage) for one in typed if (passage := _passage(one)).text.strip()]
    if not stated:
        return Value(None, FieldState.EMPTY, claims.place(typed[0].label), typed[0].label)
    first = stated[0][1]
    text = claims.take(first)
    different = [(one, other) for one, other in stated[1:] if claims.take(other) != text]
    printed = (stated[0][0], *(one for one, _ in different))
    return Value(text, FieldState.PRESENT, claims.place(first), first, tuple(other for _, other in different), printed)


def _passage(raw: RawField) -> Passage:
    return joined(line.passage for line in raw.lines)


def repeats(values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Yield the further values of fields that are typed more than once, by their keys or labels."""
    for value in values.values():
        for typed, other in zip(value.printed[1:], value.others, strict=True):
            yield label_text(typed), joined_wraps(other.text)


def with_version_label(code: Code, raw: AuthoredUnit, claims: Claims) -> tuple[Code, tuple[Finding, ...]]:
    """Return a code with the version label of the front matter, where the code itself states no version."""
    entry = next(_entries(raw, "version"), None)
    label = claims.take(entry.value) if entry else ""
    if entry is None or not label or label == code.version:
        return code, ()
    if code.version is None:
        return replace(code, version=label), ()
    message = f"the version is {label!r} here, the code says {code.version!r}, which holds"
    return code, (Finding("duplicate-field", entry.value.span.start, message),)


def authored_credit(raw: AuthoredUnit, value: Value, claims: Claims) -> tuple[Credit, tuple[Finding, ...]]:
    """Return the credit: a number, a number with its note in brackets, or the keys ``value`` and ``note``."""
    entry = next(_entries(raw, "credit"), None)
    if entry is None or not entry.parts:
        return credit_value(value)
    parts = {folded_key(part.key.text): part for part in entry.parts}
    for key in ("value", "note"):
        if key in parts:
            claims.discard(parts[key].key)
    amount = folded_blanks(parts["value"].value.text) if "value" in parts else ""
    note = folded_blanks(parts["note"].value.text) if "note" in parts else ""
    if amount and not _AMOUNT.fullmatch(amount):
        message = f"the credit {amount!r} is no number"
        return Credit(None, f"{amount} {note}".strip()), (Finding("credit-unparsed", entry.key.span.start, message),)
    return Credit(float(amount) if amount else None, note or None), ()


def authored_extra_fields(raw: AuthoredUnit, claims: Claims) -> tuple[tuple[tuple[str, str], ...], tuple[Finding, ...]]:
    """Return label and value of the fields that the model has no place for, and what is wrong with them.

    What is typed under ``extra_fields`` is meant so; another key that names no field gives a finding.
    """
    values: list[tuple[str, str]] = []
    findings: list[Finding] = []
    for entry in raw.front_matter:
        field = field_of_key(entry.key)
        if field == EXTRA_FIELD:
            values.append((entry.key.text, claims.take(entry.value)))
            findings += _about(entry)
        elif field == "extra_fields":
            for part in entry.parts:
                claims.discard(part.key)
                values.append((part.key.text, claims.take(part.value)))
    values += printed_fields([one for one in raw.fields if one.field == EXTRA_FIELD], claims)
    return tuple(values), tuple(findings)


def _about(entry: Entry) -> Iterator[Finding]:
    key, at = folded_key(entry.key.text), entry.key.span.start
    if key not in KEPT:
        yield Finding("unknown-field", at, f"the field {entry.key.text!r} is kept as an extra field")
    if key in DATES and not is_date(entry.value.text):
        message = f"{key} {entry.value.text!r} is no date such as 2014-03-31; kept as text"
        yield Finding("front-matter-broken", at, message)


def is_date(text: str) -> bool:
    """Tell whether a text is a day in the form 2014-03-31."""
    if _ISO_DATE.fullmatch(text.strip()):
        with contextlib.suppress(ValueError):
            datetime.date.fromisoformat(text.strip())
            return True
    return False


def authored_language(raw: AuthoredUnit, claims: Claims) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the language that the front matter states, None where it states none."""
    entry = next(_entries(raw, "language"), None)
    if entry is None or not entry.value.text.strip():
        return None, ()
    stated = claims.take(entry.value)
    known = next((language for language in LANGUAGES if language.casefold() == stated.casefold()), None)
    if known is not None:
        return known, ()
    message = f"the language {stated!r} is none of {', '.join(LANGUAGES)}; told from the text instead"
    return None, (Finding("front-matter-broken", entry.value.span.start, message),)


def authored_states(raw: AuthoredUnit, claims: Claims) -> dict[str, FieldState]:
    """Return the states of fields that the front matter sets under ``field_states``."""
    known = {str(state): state for state in FieldState}
    states = {}
    for entry in _entries(raw, "field_states"):
        for part in entry.parts:
            if part.value.text in known:
                claims.discard(part.key)
                claims.discard(part.value)
                states[part.key.text] = known[part.value.text]
    return states
