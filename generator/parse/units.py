"""One raw unit to one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Finding
from generator.model import AssessmentCriteria, Credit, Element, FieldState, Source, Unit
from generator.parse.assessment import parse_assessment
from generator.parse.checks import contradictions, missing_fields
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
from generator.reading import RawUnit
from generator.reading.headers import industry_in
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


@dataclass(frozen=True, slots=True)
class _Body:
    elements: tuple[Element, ...]
    criteria: AssessmentCriteria
    findings: tuple[Finding, ...]


def parse_unit(raw: RawUnit, claims: Claims, source: Source) -> Parsed:
    """Return the unit of a raw unit; whatever no field takes is in ``unplaced``."""
    values = _values(raw, claims)
    body = _body(raw, claims)
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
        credit=credit or Credit(),
        elements=body.elements,
        assessment_criteria=body.criteria,
        remark=values["remark"].text,
        extra_fields=tuple(_kept_as_text(values, states)),
        unplaced=claims.unclaimed(raw.lines()),
        field_states=tuple(sorted(states.items())),
        field_places=tuple((name, value.place) for name, value in sorted(values.items()) if value.place),
        source=source,
    )
    unit = replace(unit, language=language_of(" ".join(_texts(unit))))
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


def _body(raw: RawUnit, claims: Claims) -> _Body:
    competency, assessment = raw.all("competency"), raw.all("assessment_criteria")
    number = next((found.group(1) for one in competency if (found := _FIELD_NUMBER.match(one.label.text))), None)
    elements, findings = parse_competency([line for one in competency for line in one.lines], number, claims)
    criteria, more = parse_assessment([line for one in assessment for line in one.lines], claims)
    return _Body(elements, criteria, (*findings, *more))


def _states(raw: RawUnit, values: Mapping[str, Value]) -> dict[str, FieldState]:
    states = {name: value.state for name, value in values.items()}
    for section, name in _SECTIONS.items():
        printed = raw.all(section)
        filled = FieldState.PRESENT if any(one.lines for one in printed) else FieldState.EMPTY
        states[name] = filled if printed else FieldState.ABSENT
    return states


def _kept_as_text(values: Mapping[str, Value], states: Mapping[str, FieldState]) -> Iterator[tuple[str, str]]:
    """Yield the values that are no level or credit, under their field's name."""
    for name in ("level", "credit"):
        text = values[name].text
        if states[name] is FieldState.UNREADABLE and text:
            yield name.capitalize(), text


def _checks(unit: Unit, raw: RawUnit, values: Mapping[str, Value]) -> Iterator[Finding]:
    start = min((span.start for line in raw.lines() for span in line.passage.spans), default=0)
    yield from missing_fields(dict(unit.field_states), start)
    yield from contradictions(unit, values["level"].passage.span.start)
    for name in _FIELDS:
        for repeat in values[name].others:
            yield Finding(
                "duplicate-field", repeat.span.start, f"another {name.replace('_', ' ')}: {repeat.text[:80]!r}"
            )
    for piece in unit.unplaced:
        if piece.place:
            yield Finding("non-unit-text", piece.place.start, f"not understood: {piece.text[:80]!r}")


def _texts(unit: Unit) -> Iterator[str]:
    yield from filter(None, (unit.title, unit.range, unit.functional_area, unit.remark, unit.assessment_criteria.intro))
    for element in unit.elements:
        yield element.heading or ""
        yield from (requirement.text for requirement in element.requirements)
    yield from (item.text for item in unit.assessment_criteria.items)
