"""The HR manager: which lines of a job description to edit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare import Change
from generator.consequences.matter import Matter, field_tasks, groups, heading_tasks, row_task
from generator.consequences.result import Reader, ReaderTasks, Task, TaskGroup
from generator.consequences.rows import Row
from generator.text.wording import listed

_LABELS = {"code": "Code", "title": "Title"}
_OTHER_WORDS = (Change.REWORDED, Change.MOVED_REWORDED, Change.SPLIT, Change.MERGED)
_ACTIONS = (("replace", "Lines to replace"), ("remove", "Lines to remove"), ("add", "Lines to add"))


def hr_manager(matter: Matter) -> ReaderTasks:
    """Return the lines to edit in a job description that quotes the old unit, with their new text.

    Lines that moved or differ in typography only are left alone; so are the assessment criteria, which no job
    description quotes.
    """
    lines = {
        action: tuple(_task(row, action) for row in matter.of_kind("requirement") if _action(row) == action)
        for action, _ in _ACTIONS
    }
    lines["replace"] = (*heading_tasks("replace", matter), *lines["replace"])
    names = (*_names(matter), *field_tasks("replace", matter, texts="both"))
    return ReaderTasks(
        Reader.HR_MANAGER,
        _summary(lines, names, matter),
        groups(
            TaskGroup("Facts to replace", names),
            *(TaskGroup(title, lines[action]) for action, title in _ACTIONS),
        ),
    )


def _action(row: Row) -> str:
    if row.link.change is Change.ADDED:
        return "add"
    if row.link.change is Change.REMOVED:
        return "remove"
    return "replace" if row.link.change in _OTHER_WORDS else ""


def _task(row: Row, action: str) -> Task:
    return row_task(action, row, texts={"add": "now", "remove": "was", "replace": "both"}[action])


def _names(matter: Matter) -> Iterator[Task]:
    """Yield the code and the title, where a job description names another one now."""
    if matter.old != matter.new:
        yield Task("replace", _LABELS["code"], field="code", was=(matter.old,), now=(matter.new,))
    title = matter.field("title")
    if title and title.old and title.new:
        yield Task("replace", _LABELS["title"], field="title", was=(title.old,), now=(title.new,))


def _summary(lines: dict[str, tuple[Task, ...]], names: tuple[Task, ...], matter: Matter) -> str:
    named = [task.place.lower() for task in names]
    edits = [f"{len(lines[action])} to {action}" for action, _ in _ACTIONS if lines[action]]
    if matter.lacking("requirement"):
        said = (
            f"Nothing can be said about the lines: {matter.lacking('requirement')} has no requirements in its source."
        )
    else:
        said = f"Lines of a job description: {listed(edits)}." if edits else "No line to edit."
    return f"{said} Replace the {listed(named)}{' too' if edits else ''}." if named else said
