"""The assessor: which evidence still counts, which must be looked at again, which is needed or needed no more."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compare import Change
from generator.consequences.matter import Matter, field_tasks, further_tasks, groups, places_text, row_task
from generator.consequences.result import Reader, ReaderTasks, Task, TaskGroup
from generator.consequences.rows import Row, Weight
from generator.text.wording import counted, listed

_SORTS = ("check the meaning", "look again", "new evidence", "no longer asked for", "still counts")


def assessor(matter: Matter) -> ReaderTasks:
    """Return what to do about evidence that was gathered for the old unit, once the new one is assessed."""
    evidence = _sorted(matter.of_kind("requirement"))
    criteria = _sorted(matter.of_kind("criterion"))
    return ReaderTasks(
        Reader.ASSESSOR,
        " ".join(filter(None, (matter.changed, _summary(evidence, matter), _criteria(criteria)))),
        groups(
            TaskGroup("Level, credit and range", field_tasks("judge by", matter)),
            *(
                TaskGroup(title, tuple(row_task(sort, row, texts=texts) for row in evidence[sort]))
                for sort, title, texts in (
                    ("check the meaning", "Look again: check the meaning", "now"),
                    ("look again", "Look again: the wording changed", "now"),
                    ("new evidence", "New evidence needed", "now"),
                    ("no longer asked for", "No longer asked for", "was"),
                )
            ),
            TaskGroup("Assessment criteria that changed", _criteria_tasks(criteria)),
            TaskGroup("Other texts that changed", further_tasks("look again", matter)),
        ),
        kept=places_text(evidence["still counts"]),
    )


def _sorted(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {sort: [] for sort in _SORTS}
    for row in rows:
        found[_sort(row)].append(row)
    return found


def _sort(row: Row) -> str:
    if row.link.change is Change.ADDED:
        return "new evidence"
    if row.link.change is Change.REMOVED:
        return "no longer asked for"
    return {Weight.MEANING: "check the meaning", Weight.WORDING: "look again", Weight.SAME: "still counts"}[row.weight]


def _criteria_tasks(criteria: dict[str, list[Row]]) -> tuple[Task, ...]:
    return tuple(
        row_task(sort, row, texts="was" if sort == "no longer asked for" else "now")
        for sort in _SORTS[:-1]
        for row in criteria[sort]
    )


def _summary(evidence: dict[str, list[Row]], matter: Matter) -> str:
    asked = sum(len(row.new) for found in evidence.values() for row in found)
    kept, again, new = (
        sum(len(row.new) for sort in sorts for row in evidence[sort])
        for sorts in (("still counts",), ("check the meaning", "look again"), ("new evidence",))
    )
    if matter.lacking("requirement"):
        return f"Nothing can be said about evidence: {matter.lacking('requirement')} has no requirements in its source."
    if not asked:
        return f"{matter.new} has no requirements."
    said = [
        f"still counts for {'all' if kept == asked else kept}" if kept else "",
        f"has to be looked at again for {again}" if again else "",
        f"is needed anew for {new}" if new else "",
    ]
    evidenced = f"{counted(asked, 'requirement')} of {matter.new}: evidence {listed([*filter(None, said)])}."
    return f"{evidenced}{_dropped(evidence, matter)}"


def _dropped(evidence: dict[str, list[Row]], matter: Matter) -> str:
    number = len(evidence["no longer asked for"])
    if not number:
        return ""
    return f" {counted(number, 'requirement')} of {matter.old} {'is' if number == 1 else 'are'} no longer asked for."


def _criteria(criteria: dict[str, list[Row]]) -> str:
    number = sum(map(len, criteria.values()))
    if not number:
        return ""
    return "The assessment criteria are the same." if len(criteria["still counts"]) == number else ""
