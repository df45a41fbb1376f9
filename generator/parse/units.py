"""One raw unit to one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Finding
from generator.model import AssessmentCriteria, Element, FieldState, Source, Unit
from generator.model.page_names import unsafe_reason
from generator.parse.assessment import parse_assessment
from generator.parse.checks import (
    contradictions,
    guessed_labels,
    left_over,
    missing_fields,
    repeated_fields,
    unsafe_code,
)
from generator.parse.claims import Claims
from generator.parse.competency import parse_competency
from generator.parse.fields import (
    Value,
    code_value,
    credit_value,
    industry_value,
    is_code,
    is_credit,
    is_level,
    level_value,
    text_value,
)
from generator.parse.language import language_of
from generator.parse.sections import extra_fields, label_text, parse_section, printed_fields, unknown_fields
from generator.reading import RawUnit
from generator.reading.headers import industry_in
from generator.reading.vocabulary import EXTRA_FIELD, SECTION
from generator.text.folding import label_form

_FIELDS = {
    "title": None,
    "code": is_code,
    "functional_area": None,
    "range": None,
    "level": is_level,
    "credit": is_credit,
    "remark": None,
}
"""The fields with one value, and what tells their value from text that follows it."""

_SECTIONS = {"competency": "elements", "assessment_criteria": "assessment_criteria"}
_FIELD_NUMBER = re.compile(r"(\d{1,2})\s*[.)、．]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A unit and what was found while parsing it."""

    unit: Unit
    findings: tuple[Finding, ...]

    @property
    def is_refused(self) -> bool:
        """Whether a code is printed that cannot name a page even as a slug; a unit without code only lacks a field."""
        return bool(self.unit.code.text) and unsafe_reason(self.unit.code.text) is not None


@dataclass(frozen=True, slots=True)
class _Body:
    elements: tuple[Element, ...]
    criteria: AssessmentCriteria
    findings: tuple[Finding, ...]


def parse_unit(raw: RawUnit, claims: Claims, source: Source, learned: frozenset[str] = frozenset()) -> Parsed:
    """Return the unit of a raw unit; whatever no field takes is in ``unplaced``.

    ``learned`` holds words that begin requirements elsewhere in the collection.
    """
    values = _values(raw, claims)
    body = _body(raw, claims, learned)
    code, code_findings = code_value(values["code"])
    level, level_findings = level_value(values["level"])
    credit, credit_findings = credit_value(values["credit"])
    states = _states(raw, values) | {
        name: FieldState.UNREADABLE for name, lost in (("level", level_findings), ("credit", credit_findings)) if lost
    }
    unit = Unit(
        code=code,
        title=values["title"].text,
        functional_area=values["functional_area"].text,
        industry=values["industry"].text,
        range=values["range"].text,
        level=level,
        credit=credit,
        elements=body.elements,
        assessment_criteria=body.criteria,
        remark=values["remark"].text,
        extra_fields=extra_fields(
            [*_kept_as_text(values, level), *_repeats(values, claims), *printed_fields(raw.all(EXTRA_FIELD), claims)]
        ),
        extra_sections=tuple(parse_section(section, claims) for section in raw.all(SECTION)),
        unplaced=claims.unclaimed(raw.lines()),
        field_states=tuple(sorted(states.items())),
        field_places=tuple((name, value.place) for name, value in sorted(values.items()) if value.place),
        source=source,
    )
    unit = replace(unit, language=language_of(unit))
    findings = (*code_findings, *level_findings, *credit_findings, *body.findings)
    return Parsed(unit, (*findings, *_checks(unit, raw, values)))


def _values(raw: RawUnit, claims: Claims) -> dict[str, Value]:
    """Return the fields with one value, claiming their labels and the header lines as well."""
    for field in raw.fields:
        claims.discard(field.label)
    values = {name: text_value(raw.all(name), claims, is_value) for name, is_value in _FIELDS.items()}
    headers = [header.lines[0].passage for header in raw.all("header")]
    values["industry"] = industry_value(raw.all("industry"), headers, claims)
    for header in headers:
        named = industry_in(header)
        if named is None or label_form(named.text) == label_form(values["industry"].text or ""):
            claims.discard(header)
    return values


def _body(raw: RawUnit, claims: Claims, learned: frozenset[str]) -> _Body:
    competency, assessment = raw.all("competency"), raw.all("assessment_criteria")
    number = next((found.group(1) for one in competency if (found := _FIELD_NUMBER.match(one.label.text))), None)
    elements, findings = parse_competency([line for one in competency for line in one.lines], number, claims, learned)
    criteria, more = parse_assessment([line for one in assessment for line in one.lines], claims, learned)
    return _Body(elements, criteria, (*findings, *more))


def _states(raw: RawUnit, values: Mapping[str, Value]) -> dict[str, FieldState]:
    states = {name: value.state for name, value in values.items()}
    for section, name in _SECTIONS.items():
        printed = raw.all(section)
        filled = FieldState.PRESENT if any(one.lines for one in printed) else FieldState.EMPTY
        states[name] = filled if printed else FieldState.ABSENT
    return states


def _kept_as_text(values: Mapping[str, Value], level: int | None) -> Iterator[tuple[str, str]]:
    """Yield a level that is no number by its label; a credit that is none is the note of the credit."""
    value = values["level"]
    if level is None and value.text:
        yield label_text(value.printed[0]), value.text


def _repeats(values: Mapping[str, Value], claims: Claims) -> Iterator[tuple[str, str]]:
    """Yield the further values of fields that are printed more than once, by their labels."""
    for value in values.values():
        for printed, other in zip(value.printed[1:], value.others, strict=True):
            yield label_text(printed), claims.take(other)


def _checks(unit: Unit, raw: RawUnit, values: Mapping[str, Value]) -> Iterator[Finding]:
    start = min((span.start for line in raw.lines() for span in line.passage.spans), default=0)
    yield from missing_fields(dict(unit.field_states), start)
    yield from unknown_fields(raw.all(EXTRA_FIELD))
    yield from contradictions(unit, values["level"].passage.span.start)
    yield from unsafe_code(unit, values["code"].passage.span.start if values["code"].printed else start)
    yield from guessed_labels(raw.fields)
    yield from repeated_fields(values)
    yield from left_over(unit)
