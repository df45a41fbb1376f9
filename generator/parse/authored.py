"""One unit in the authored form to one unit: what is stated is taken as it is, nothing is split or guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Finding
from generator.model import (
    AssessmentCriteria,
    Code,
    Credit,
    Element,
    FieldState,
    Section,
    Source,
    Unit,
    Unplaced,
)
from generator.parse.authored_fields import (
    authored_credit,
    authored_extra_fields,
    authored_language,
    authored_states,
    authored_values,
    repeats,
    with_version_label,
)
from generator.parse.checks import contradictions, left_over, missing_fields, repeated_fields, unsafe_code
from generator.parse.claims import Claims
from generator.parse.fields import Value, code_value, level_value
from generator.parse.language import language_of
from generator.parse.numbering import numbering_findings, successor
from generator.parse.requirements import to_requirements
from generator.parse.sections import extra_fields
from generator.parse.units import Parsed
from generator.positions import Passage, joined
from generator.reading.authored import AuthoredElement, AuthoredSection, AuthoredUnit, range_label

_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def parse_authored(raw: AuthoredUnit, claims: Claims, source: Source) -> Parsed:
    """Return the unit of a file in the authored form; whatever no field takes is in ``unplaced``."""
    for mark in raw.marks:
        claims.discard(mark)
    values, findings = authored_values(raw, claims)
    single = _single_values(raw, values, claims)
    elements, element_findings = _elements(raw, claims)
    extra, extra_findings = authored_extra_fields(raw, claims)
    kept = [("Level", values["level"].text or "")] if "level" in single.unreadable else []
    language, language_findings = authored_language(raw, claims)
    unit = Unit(
        code=single.code,
        title=values["title"].text,
        functional_area=values["functional_area"].text,
        industry=values["industry"].text,
        range=values["range"].text,
        level=single.level,
        credit=single.credit,
        elements=elements,
        assessment_criteria=_criteria(raw.criteria, claims),
        remark=values["remark"].text,
        extra_fields=extra_fields([*kept, *repeats(values), *extra]),
        extra_sections=tuple(_section(section, claims) for section in raw.sections),
        field_states=_states(raw, values, single.unreadable, claims),
        field_places=tuple((name, value.place) for name, value in sorted(values.items()) if value.place),
        source=source,
    )
    unit = replace(unit, language=language or language_of(unit), unplaced=_unplaced(raw, claims))
    findings = (*findings, *single.findings, *element_findings, *extra_findings, *language_findings)
    return Parsed(unit, (*findings, *_checks(unit, values)))


@dataclass(frozen=True, slots=True)
class _SingleValues:
    """The values that are more than text, which of them mean nothing, and what there is to say about them."""

    code: Code
    level: int | None
    credit: Credit
    unreadable: tuple[str, ...]
    findings: tuple[Finding, ...]


def _single_values(raw: AuthoredUnit, values: Mapping[str, Value], claims: Claims) -> _SingleValues:
    code, code_findings = code_value(values["code"])
    code, version_findings = with_version_label(code, raw, claims)
    level, level_findings = level_value(values["level"])
    credit, credit_findings = authored_credit(raw, values["credit"], claims)
    unreadable = tuple(name for name, found in (("level", level_findings), ("credit", credit_findings)) if found)
    findings = (*code_findings, *version_findings, *level_findings, *credit_findings)
    return _SingleValues(code, level, credit, unreadable, findings)


def _unplaced(raw: AuthoredUnit, claims: Claims) -> tuple[Unplaced, ...]:
    """Return what the author marked as fitting no field, and every word that nothing has taken."""
    stated = tuple(Unplaced(claims.take(piece), claims.place(piece)) for piece in raw.unplaced)
    return (*stated, *claims.unclaimed(raw.lines()))


def _elements(raw: AuthoredUnit, claims: Claims) -> tuple[tuple[Element, ...], tuple[Finding, ...]]:
    elements: list[Element] = []
    findings: list[Finding] = []
    numbers: list[tuple[str, int]] = []
    for authored in raw.elements or ():
        previous = elements[-1].number or elements[-1].inferred_number if elements else None
        element = _element(authored, previous, claims)
        at = element.place.start if element.place else authored.mark.span.start
        if element.heading is None:
            findings.append(Finding("missing-heading", at, "requirements start here without an element heading"))
        if element.number and _NUMBER.fullmatch(element.number):
            numbers.append((element.number, at))
        elements.append(element)
    return tuple(elements), (*findings, *numbering_findings(numbers, None))


def _element(authored: AuthoredElement, previous: str | None, claims: Claims) -> Element:
    claims.discard(authored.mark)
    heading = claims.take(authored.heading) or None
    requirements = to_requirements(authored.items, claims)
    inferred = successor(previous) if previous and not heading and not authored.number else None
    place = claims.place(authored.heading) if heading else requirements[0].place if requirements else None
    return Element(
        number=authored.number,
        heading=heading,
        requirements=requirements,
        inferred_number=inferred,
        place=place,
        lead_in=claims.take(joined(authored.lead_in)) or None,
        range=_own_range(authored.range, claims),
    )


def _own_range(passage: Passage | None, claims: Claims) -> str | None:
    if passage is None:
        return None
    label = range_label(passage)
    claims.discard(passage.slice(0, label))
    return claims.take(passage.slice(label)) or None


def _criteria(section: AuthoredSection | None, claims: Claims) -> AssessmentCriteria:
    if section is None:
        return AssessmentCriteria()
    intro = joined(section.paragraphs)
    items = to_requirements(section.items, claims)
    return AssessmentCriteria(claims.take(intro) or None, items, claims.place(intro) if intro else None)


def _section(section: AuthoredSection, claims: Claims) -> Section:
    intro, items = claims.take(joined(section.paragraphs)), to_requirements(section.items, claims)
    return Section(claims.take(section.label), intro or None, items, claims.place(section.label))


def _states(
    raw: AuthoredUnit, values: Mapping[str, Value], unreadable: Iterable[str], claims: Claims
) -> tuple[tuple[str, FieldState], ...]:
    states = {name: value.state for name, value in values.items()} | dict.fromkeys(unreadable, FieldState.UNREADABLE)
    filled = raw.criteria is not None and raw.criteria.texts
    for name, there, full in (
        ("elements", raw.elements is not None, bool(raw.elements)),
        ("assessment_criteria", raw.criteria is not None, bool(filled)),
    ):
        states[name] = (FieldState.PRESENT if full else FieldState.EMPTY) if there else FieldState.ABSENT
    return tuple(sorted((states | authored_states(raw, claims)).items()))


def _checks(unit: Unit, values: Mapping[str, Value]) -> Iterator[Finding]:
    yield from missing_fields(dict(unit.field_states), 0)
    yield from contradictions(unit, values["level"].passage.span.start)
    yield from unsafe_code(unit, values["code"].passage.span.start)
    yield from repeated_fields(values)
    yield from left_over(unit)
