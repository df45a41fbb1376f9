"""Checks on one parsed unit: fields that are not there, values that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Finding, Severity
from generator.model import FieldState, Unit

_FIELDS = {
    "title": "the title",
    "code": "the code",
    "range": "the range",
    "level": "the level",
    "credit": "the credit",
    "elements": "the competency",
    "assessment_criteria": "the assessment criteria",
    "functional_area": "the functional area",
    "remark": "the remark",
}
_OFTEN_LEFT_OUT = frozenset({"functional_area", "remark"})


def missing_fields(states: Mapping[str, FieldState], at: int) -> Iterator[Finding]:
    """Yield a finding for every field the source does not have, at the start of the unit."""
    for field, words in _FIELDS.items():
        if states[field] is FieldState.ABSENT:
            severity = Severity.INFO if field in _OFTEN_LEFT_OUT else None
            yield Finding("missing-field", at, f"{words} is not in this source", severity)


def contradictions(unit: Unit, at: int) -> Iterator[Finding]:
    """Yield a finding where the Level field and the level in the code differ."""
    stated = unit.code.level
    if unit.level is not None and stated is not None and unit.level != stated:
        message = f"the Level field says {unit.level}, the code {unit.code.text} says {stated}"
        yield Finding("level-code-mismatch", at, message)
