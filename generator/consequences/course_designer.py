"""The course designer: which rows of a course mapping to redo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.compare import Change
from generator.consequences.decisive import same_text
from generator.consequences.matter import (
    Matter,
    field_tasks,
    further_tasks,
    groups,
    heading_tasks,
    places_text,
    row_task,
)
from generator.consequences.result import Reader, ReaderTasks, Task, TaskGroup
from generator.consequences.rows import Row, Weight
from generator.text.wording import counted, listed


class Mapping(StrEnum):
    """What to do with one row of a course mapping, the most urgent first."""

    CHECK = "check the meaning"
    REVIEW = "review the wording"
    SPLIT = "split over several"
    MERGE = "merge into one"
    NEW = "map anew"
    DROP = "drop"
    RENUMBER = "renumber"
    KEEP = "keep"


_BUNDLES = {Change.SPLIT: Mapping.SPLIT, Change.MERGED: Mapping.MERGE, Change.ADDED: Mapping.NEW}
_COUNTED = {
    Mapping.CHECK: "check the meaning of {}",
    Mapping.REVIEW: "review the wording of {}",
    Mapping.SPLIT: "split {} over several",
    Mapping.MERGE: "merge several into {}",
    Mapping.NEW: "map {} anew",
    Mapping.DROP: "drop {}",
    Mapping.RENUMBER: "renumber {}",
    Mapping.KEEP: "keep {}",
}


@dataclass(frozen=True, slots=True)
class MappingRow:
    """One row of a course mapping: what to do with it, and what it rests on."""

    action: Mapping
    row: Row


def mapping_rows(rows: Iterable[Row]) -> tuple[MappingRow, ...]:
    """Return what to do with every row of a course mapping, in the order of the new unit."""
    return tuple(MappingRow(mapping_of(row), row) for row in rows if row.lacking is None)


def mapping_of(row: Row) -> Mapping:
    """Return what to do with the row of a course mapping that a requirement or criterion stands in."""
    link = row.link
    if link.change is Change.REMOVED:
        return Mapping.DROP
    if link.change in _BUNDLES:
        return _BUNDLES[link.change]
    if row.weight is Weight.MEANING:
        return Mapping.CHECK
    if row.weight is Weight.WORDING:
        return Mapping.REVIEW
    return Mapping.KEEP if link.old == link.new else Mapping.RENUMBER


def course_designer(matter: Matter) -> ReaderTasks:
    """Return the rows of a mapping to redo: level, credit and range first, then the rows by what is to be done."""
    found = mapping_rows(matter.rows)
    by_action = {action: [one.row for one in found if one.action is action] for action in Mapping}
    return ReaderTasks(
        Reader.COURSE_DESIGNER,
        _summary(by_action, matter),
        groups(
            TaskGroup("Level, credit and range", field_tasks("plan again", matter)),
            *(_group(action, by_action[action]) for action in Mapping if action is not Mapping.KEEP),
            TaskGroup("Headings to replace", heading_tasks("replace", matter)),
            TaskGroup("Other texts to review", further_tasks("review the wording", matter)),
        ),
        kept=places_text(by_action[Mapping.KEEP]),
    )


def _group(action: Mapping, found: Sequence[Row]) -> TaskGroup:
    title = f"{action[0].upper()}{action[1:]}"
    if action is Mapping.RENUMBER:
        tasks = tuple(Task(action, "", row.link.old, row.link.new) for row in found)
        return TaskGroup(title, tasks, places_text(found))
    texts = "was" if action is Mapping.DROP else "now"
    return TaskGroup(title, tuple(row_task(action, row, texts=texts) for row in found))


def _summary(by_action: dict[Mapping, list[Row]], matter: Matter) -> str:
    number = sum(map(len, by_action.values()))
    todo = [_COUNTED[action].format(len(found)) for action, found in by_action.items() if found]
    lacking = matter.lacking("requirement")
    if lacking:
        said = f"Nothing can be said about the mapping: {lacking} has no requirements in its source."
    elif not number:
        said = "There is nothing to map."
    elif len(by_action[Mapping.KEEP]) == number:
        said = f"The mapping stays as it is, {counted(number, 'row')}."
    else:
        said = f"{counted(number, 'row')} of a mapping: {listed(todo)}."
    return " ".join(filter(None, (matter.changed, said, same_text(matter.fields))))
