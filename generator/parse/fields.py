"""The fields with one value: title, code, range, level, credit, remark, functional area, industry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.diagnostics import Finding, Severity
from generator.model import Code, Credit, FieldState, read_code
from generator.parse.claims import Claims
from generator.positions import Passage, Place, joined
from generator.reading import RawField
from generator.reading.headers import industry_in
from generator.reading.items import without_bullet
from generator.text.folding import folded_blanks

_MOST_LINES_OF_A_SHORT_VALUE = 4
_LEVEL = re.compile(r"(?:qf\s*)?(?:level\s*|第\s*)?([1-7])(?:\s*級|\s*级)?", re.IGNORECASE)
_CREDIT = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:\s*credits?)?\s*(?:[(（]\s*([^()（）]*?)\s*[)）])?\s*[.]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """What a source says about one field: the text, if any, its state and place, the passage it was read from.

    ``others`` are further printings of the field with another text.
    """

    text: str | None
    state: FieldState
    place: Place | None
    passage: Passage
    others: tuple[Passage, ...] = ()


def text_value(raw: Sequence[RawField], claims: Claims, is_value: Callable[[str], bool] | None = None) -> Value:
    """Return the value of a field printed as text; the first printing that is not empty counts.

    ``is_value`` tells what the field can hold: of lines that hold more, the first ones that can be a value
    are taken. A printing with the same text again says nothing new; others are left in `Value.others`.
    """
    if not raw:
        return Value(None, FieldState.ABSENT, None, Passage("", ()))
    printed = [passage for one in raw if (passage := _passage(one, is_value))]
    if not printed:
        return Value(None, FieldState.EMPTY, claims.place(raw[0].label), raw[0].label)
    text = claims.take(printed[0])
    for again in printed[1:]:
        if again.text == printed[0].text:
            claims.discard(again)
    others = tuple(again for again in printed[1:] if again.text != printed[0].text)
    return Value(text, FieldState.PRESENT, claims.place(printed[0]), printed[0], others)


def _passage(raw: RawField, is_value: Callable[[str], bool] | None) -> Passage:
    lines = [without_bullet(line.passage) for line in raw.lines]
    prefixes = (joined(lines[:count]) for count in range(min(len(lines), _MOST_LINES_OF_A_SHORT_VALUE), 0, -1))
    if is_value is None:
        return joined(lines)
    return next((passage for passage in prefixes if is_value(passage.text)), joined(lines))


def is_code(text: str) -> bool:
    return read_code(text).grammar != "unknown"


def is_level(text: str) -> bool:
    return _LEVEL.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def is_credit(text: str) -> bool:
    return _CREDIT.fullmatch(folded_blanks(text)) is not None


def code_value(value: Value) -> tuple[Code, tuple[Finding, ...]]:
    """Return the code of a unit and a finding where no grammar knows it or blanks were printed inside."""
    code = read_code(value.text or "")
    at = value.passage.span.start
    if value.text and code.grammar == "unknown":
        return code, (Finding("code-format", at, f"the code {value.text!r} fits no known grammar"),)
    if value.text and any(character.isspace() for character in value.text):
        message = f"blanks were removed from the code {value.text!r}"
        return code, (Finding("code-format", at, message, Severity.INFO),)
    return code, ()


def level_value(value: Value) -> tuple[int | None, tuple[Finding, ...]]:
    """Return the level, 1 to 7; a value that is none gives a finding and is kept as text by the caller."""
    if value.text is None:
        return None, ()
    match = _LEVEL.fullmatch(unicodedata.normalize("NFKC", value.text).strip())
    if match:
        return int(match.group(1)), ()
    return None, (
        Finding("level-unparsed", value.passage.span.start, f"the level {value.text!r} is no number from 1 to 7"),
    )


def credit_value(value: Value) -> tuple[Credit | None, tuple[Finding, ...]]:
    """Return credit value and note ("6 (For Reference Only)"), None where the text is no credit."""
    if value.text is None:
        return Credit(), ()
    match = _CREDIT.fullmatch(value.text)
    if match:
        return Credit(float(match.group(1)), match.group(2) or None), ()
    return None, (Finding("credit-unparsed", value.passage.span.start, f"the credit {value.text!r} is no number"),)


def industry_value(raw: Sequence[RawField], headers: Sequence[Passage], claims: Claims) -> Value:
    """Return the industry, from a label of its own or from the first header line that names one."""
    if raw:
        return text_value(raw, claims)
    for header in headers:
        passage = industry_in(header)
        if passage is not None:
            return Value(claims.take(passage), FieldState.PRESENT, claims.place(passage), passage)
    return Value(None, FieldState.ABSENT, None, Passage("", ()))
