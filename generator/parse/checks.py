"""Checks on one parsed unit: fields that are not there, labels that were guessed, values that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Finding, Severity
from generator.model import FieldState, Unit
from generator.model.page_names import unsafe_message, unsafe_reason
from generator.parse.fields import Value
from generator.parse.sections import label_text
from generator.reading import RawField
from generator.text.wording import counted

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


def unsafe_code(unit: Unit, at: int) -> Iterator[Finding]:
    """Yield a finding where the code cannot name a page; ``at`` is where it stands or should."""
    why = unsafe_reason(unit.code.text)
    if why is not None:
        yield Finding("code-unsafe", at, unsafe_message(unit.code.text, why))


def contradictions(unit: Unit, at: int) -> Iterator[Finding]:
    """Yield a finding where the Level field and the level in the code differ."""
    stated = unit.code.level
    if unit.level is not None and stated is not None and unit.level != stated:
        message = f"the Level field says {unit.level}, the code {unit.code.text} says {stated}"
        yield Finding("level-code-mismatch", at, message)


def repeated_fields(values: Mapping[str, Value]) -> Iterator[Finding]:
    """Yield a finding for every further value of a field that is printed more than once."""
    for name, value in values.items():
        for other in value.others:
            message = f"another {name.replace('_', ' ')}: {other.text[:80]!r}"
            yield Finding("duplicate-field", other.span.start, message)


def left_over(unit: Unit) -> Iterator[Finding]:
    """Yield a finding for every text of a unit that no field took."""
    for piece in unit.unplaced:
        if piece.place:
            yield Finding("non-unit-text", piece.place.start, f"not understood: {piece.text[:80]!r}")


def guessed_labels(fields: Sequence[RawField]) -> Iterator[Finding]:
    """Yield a finding for every misspelled label, and one for all that are glued to their values."""
    for raw in fields:
        if raw.spelling == "misspelled":
            message = f"{label_text(raw)!r} is read as the label of the {raw.field.replace('_', ' ')}"
            yield Finding("label-misspelled", raw.label.span.start, message)
    glued = [raw for raw in fields if raw.spelling == "glued"]
    if glued:
        message = f"{counted(len(glued), 'label')} run on into the value: {glued[0].label.text.strip()!r}"
        yield Finding("run-on-text", glued[0].label.span.start, message)
