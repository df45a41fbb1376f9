"""The secretariat: a notice to publish, and what to settle before it goes out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare.sentences import field_name
from generator.consequences.matter import Matter, groups, heading_tasks, row_task
from generator.consequences.notice import notice
from generator.consequences.places import short_place
from generator.consequences.result import Reader, ReaderTasks, Task, TaskGroup


def secretariat(matter: Matter) -> ReaderTasks:
    """Return the draft of a notice, the changes of meaning to confirm, and what the sources lack."""
    found = groups(
        TaskGroup("Confirm the meaning", tuple(_confirmations(matter))),
        TaskGroup("Not found in a source", tuple(_lacking(matter))),
    )
    if matter.comparison.quiet and matter.old == matter.new:
        return ReaderTasks(Reader.SECRETARIAT, "There is nothing to announce.", found)
    settle = " Settle the points below it before it goes out." if found else ""
    return ReaderTasks(Reader.SECRETARIAT, f"A notice is drafted here.{settle}", found, notice=notice(matter))


def _confirmations(matter: Matter) -> Iterator[Task]:
    for field in matter.fields:
        if field.changed and field.alerts:
            yield Task("confirm", field.name, field=field.field, note=field.edit, check=field.alerts)
    yield from (task for task in heading_tasks("confirm", matter) if task.check)
    for row in matter.rows:
        if row.check:
            yield row_task("confirm", row)


def _lacking(matter: Matter) -> Iterator[Task]:
    """Yield what only one source has: it is to be looked up, not to be reported as a change."""
    codes = {"old": matter.old, "new": matter.new}
    for change in (*matter.comparison.fields, *matter.comparison.further):
        if change.absent_from_source:
            yield _lookup(field_name(change), codes[change.absent_from_source], field=change.field)
    for link in matter.comparison.links:
        if link.absent_from_source:
            name = (link.old if link.absent_from_source == "old" else link.new)[0]
            yield _lookup(f"Heading of {short_place(name)}", codes[link.absent_from_source], old=link.old, new=link.new)
    for kind, what in (("requirement", "Requirements"), ("criterion", "Assessment criteria")):
        if matter.lacking(kind):
            yield _lookup(what, matter.lacking(kind))


def _lookup(place: str, code: str, field: str = "", old: tuple[str, ...] = (), new: tuple[str, ...] = ()) -> Task:
    return Task("look up", place, old, new, field=field, note=f"not found in the source of {code}")
