"""Compare the fields of two units: what stands beside the competency."""

from __future__ import annotations

from dataclasses import replace

from generator.compare.inline import inline_runs
from generator.compare.keys import TextClass, text_class, wordings
from generator.compare.meaning import alerts
from generator.compare.result import Change, FieldChange, InlineRun
from generator.model import Credit, FieldState, Unit

FIELDS = ("level", "credit", "range", "title", "functional_area", "industry", "assessment_intro", "remark", "code")
"""Names of the fields in the order of their weight: level, credit and range decide whether a course stays valid."""

_CLASSES = {
    TextClass.SAME: Change.UNCHANGED,
    TextClass.TYPOGRAPHIC: Change.TYPOGRAPHIC,
    TextClass.SPELLING: Change.TYPOGRAPHIC,
    TextClass.REWORDED: Change.REWORDED,
}
_KNOWN = (FieldState.PRESENT, FieldState.EMPTY)


def field_changes(old: Unit, new: Unit) -> tuple[FieldChange, ...]:
    """Return the changes of all fields that at least one of the units has, in the order of `FIELDS`."""
    changes = (field_change(name, old, new) for name in FIELDS)
    return tuple(change for change in changes if change is not None)


def field_change(name: str, old: Unit, new: Unit) -> FieldChange | None:
    """Return the change of one field; None where neither unit has it.

    A field that only one unit has counts as absent from the source of the other, unless that source prints the
    field empty: then it was added or removed indeed.
    """
    before, after = field_value(name, old), field_value(name, new)
    if before is None or after is None:
        return _one_sided(name, old, new, before, after)
    change = text_change(name, before, after)
    if change.change is Change.REWORDED:
        return replace(change, alerts=_field_alerts(name, old, new, change.alerts))
    return change


def text_change(name: str, before: str, after: str) -> FieldChange:
    """Return the change of a text that both sides have; a range that was reworded always calls for a look."""
    old, new = wordings((before, after))
    found = text_class(old, new)
    said = alerts(old.words, new.words) if found is TextClass.REWORDED else ()
    if found is TextClass.REWORDED and name.split(".")[-1] == "range":
        said = (*said, "range")
    return FieldChange(name, _CLASSES[found], before, after, inline_runs(before, after), said)


def field_value(name: str, unit: Unit) -> str | None:
    """Return the value of a field as a reader would say it; None where the unit has none."""
    if name == "credit":
        return _credit(unit.credit)
    if name == "level":
        return None if unit.level is None else str(unit.level)
    printed = {
        "code": unit.code.text,
        "title": unit.title,
        "functional_area": unit.functional_area,
        "industry": unit.industry,
        "range": unit.range,
        "assessment_intro": unit.assessment_criteria.intro,
        "remark": unit.remark,
    }
    return printed[name] or None


def _credit(credit: Credit) -> str | None:
    value = "" if credit.value is None else f"{credit.value:g}"
    note = f"({credit.note})" if credit.note and value else credit.note or ""
    return f"{value} {note}".strip() or None


def _one_sided(name: str, old: Unit, new: Unit, before: str | None, after: str | None) -> FieldChange | None:
    if before is None and after is None:
        return None
    lacking, side = (old, "old") if before is None else (new, "new")
    absent = None if lacking.state(name) in _KNOWN else side
    change = Change.ADDED if before is None else Change.REMOVED
    run = InlineRun("added", after or "") if before is None else InlineRun("removed", before)
    found = (name,) if name in ("level", "credit", "range") and absent is None else ()
    return FieldChange(name, change, before, after, (run,), found, absent)


def _field_alerts(name: str, old: Unit, new: Unit, detail: tuple[str, ...]) -> tuple[str, ...]:
    """Return the alerts of a reworded field: one of its own for what decides whether a course stays valid."""
    if name == "level":
        return ("level",)
    if name == "credit":
        return ("credit",) if old.credit.value != new.credit.value else detail
    if name == "code":
        return ()
    return detail
