"""Level, credit and range: what decides whether a course or an assessment stays valid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.compare import Change, Comparison, FieldChange
from generator.compare.edits import edit_text
from generator.compare.sentences import FIELD_NAMES
from generator.compare.summaries import DECISIVE
from generator.model import Unit
from generator.text.wording import listed

HOURS_PER_CREDIT = 10
"""Notional learning hours for one credit. Source: Hong Kong Qualifications Framework, use of credit."""

_VAGUE = re.compile("reworded|rewritten")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class DecisiveField:
    """One of level, credit and range on both sides; None where a side does not state it.

    ``same`` tells whether nothing of substance differs. ``lacking`` is the code of the unit whose source does not
    have the field, so that nothing can be said. ``alerts`` name what may turn the meaning of a range.
    """

    field: str
    old: str | None
    new: str | None
    same: bool
    lacking: str | None = None
    edit: str = ""
    alerts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return FIELD_NAMES[self.field]

    @property
    def changed(self) -> bool:
        """Whether it is known that the two differ."""
        return not self.same and self.lacking is None


def decisive_fields(comparison: Comparison) -> tuple[DecisiveField, ...]:
    """Return level, credit and range as far as one of the units has them."""
    found = {change.field: change for change in comparison.fields}
    return tuple(_decisive(found[name], comparison) for name in DECISIVE if name in found)


def _decisive(change: FieldChange, comparison: Comparison) -> DecisiveField:
    old, new = comparison.old, comparison.new
    lacking = {"old": old.code.name, "new": new.code.name}.get(change.absent_from_source or "")
    before, after = change.old, change.new
    same = change.change.quiet
    if change.field == "credit":
        before, after = (_credit(unit, text) for unit, text in ((old, before), (new, after)))
        # The note beside the value says nothing about the learning.
        same = before == after
    reworded = change.field == "range" and change.change is Change.REWORDED
    return DecisiveField(
        field=change.field,
        old=before,
        new=after,
        same=same,
        lacking=lacking,
        edit=edit_text(change.runs) if reworded else "",
        alerts=tuple(alert for alert in change.alerts if alert not in DECISIVE),
    )


def _credit(unit: Unit, printed: str | None) -> str | None:
    return printed if unit.credit.value is None else f"{unit.credit.value:g}"


def change_text(field: DecisiveField) -> str:
    """Return how one field changed, in a sentence: "Level 2 becomes 3."."""
    if field.lacking:
        return f"{field.name}: not found in the source of {field.lacking}."
    if field.old is None or field.new is None:
        stated = f"“{field.new or field.old}”" if field.field == "range" else field.new or field.old
        return f"{field.name} {stated} is {'new' if field.old is None else 'no longer stated'}."
    if field.field == "range":
        return f"The range is {'' if _VAGUE.match(field.edit) else 'reworded: '}{field.edit}."
    hours = ""
    if field.field == "credit" and (hours_of(field.old) and hours_of(field.new)):
        hours = f": {hours_of(field.new)} instead of {hours_of(field.old).split()[0]}"
    return f"{field.name} {field.old} becomes {field.new}{hours}."


def holder_text(field: DecisiveField, held: str, claimed: str) -> str:
    """Return how a field of one unit differs from that of another one (codes), in a sentence."""
    if field.lacking:
        return change_text(field)
    if field.field == "range":
        return f"The ranges of {claimed} and {held} are not the same."
    before, after = (_stated(field, value) for value in (field.old, field.new))
    return f"{field.name}: {after} in {claimed}, {before} in {held}."


def _stated(field: DecisiveField, value: str | None) -> str:
    if value is None:
        return "not stated"
    hours = hours_of(value) if field.field == "credit" else ""
    return f"{value} ({hours})" if hours else value


def hours_of(credit: str | None) -> str:
    """Return the notional hours of a credit value in words; empty where it is no number."""
    if not _NUMBER.fullmatch(credit or ""):
        return ""
    hours = float(credit or "") * HOURS_PER_CREDIT
    return f"{hours:g} notional hour{'' if hours == 1 else 's'}"


def same_text(fields: Sequence[DecisiveField]) -> str:
    """Return which of the fields are the same, in a sentence with their values; empty where none is."""
    same = [field for field in fields if field.same]
    named = [field.name.lower() if field.field == "range" else f"{field.name.lower()} {field.new}" for field in same]
    if not named:
        return ""
    said = listed(named)
    return f"{said[0].upper()}{said[1:]} {'is' if len(same) == 1 else 'are'} the same."
