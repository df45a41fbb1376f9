"""What the tasks of all readers are made from: a comparison looked at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.compare import Change, Comparison, FieldChange, Link
from generator.compare.edits import edit_text
from generator.compare.sentences import field_name
from generator.consequences.decisive import DecisiveField, change_text, decisive_fields, holder_text
from generator.consequences.places import change_of_place, runs_of_shifts, short_place
from generator.consequences.result import Relation, Task, TaskGroup
from generator.consequences.rows import Row, Weight, lacking_side, rows
from generator.model import nodes
from generator.text.wording import listed


@dataclass(frozen=True, slots=True)
class Matter:
    """A comparison with its rows and its decisive fields, and how the two units belong together.

    ``further`` are the lead-ins, local ranges, extra fields and sections that are known to have other words.
    """

    comparison: Comparison
    relation: Relation
    rows: tuple[Row, ...]
    fields: tuple[DecisiveField, ...]
    further: tuple[FieldChange, ...]

    @classmethod
    def of(cls, comparison: Comparison, relation: Relation) -> Matter:
        further = tuple(filter(_of_words, comparison.further))
        return cls(comparison, relation, rows(comparison), decisive_fields(comparison), further)

    @property
    def old(self) -> str:
        """The code of the old unit."""
        return self.comparison.old.code.name

    @property
    def new(self) -> str:
        """The code of the new unit."""
        return self.comparison.new.code.name

    def of_kind(self, kind: str) -> tuple[Row, ...]:
        """Return the rows of one kind, without those about which a source says nothing."""
        return tuple(row for row in self.rows if row.link.kind == kind and row.lacking is None)

    def field(self, name: str) -> FieldChange | None:
        """Return the change of a field where it is one of words, known from both sources."""
        found = next((change for change in self.comparison.fields if change.field == name), None)
        return found if found and _of_words(found) else None

    @property
    def changed(self) -> str:
        """Which of level, credit and range are known to differ, in a sentence; empty where none is."""
        names = [field.name.lower() for field in self.fields if field.changed]
        if self.relation is Relation.UNITS:
            return f"Not the same: {listed(names)}." if names else ""
        return f"The {listed(names)} changed." if names else ""

    def lacking(self, kind: str) -> str:
        """Return the code of the unit whose source has no requirements, or no criteria, at all; empty as a rule."""
        side = lacking_side(self.comparison, kind)
        return {"old": self.old, "new": self.new}.get(side or "", "")

    def difference(self, field: DecisiveField) -> str:
        """Return how a decisive field differs, in a sentence; of versions, what became of it."""
        if self.relation is Relation.UNITS:
            return holder_text(field, self.old, self.new)
        return change_text(field)


def _of_words(change: FieldChange) -> bool:
    return not change.change.quiet and change.absent_from_source is None


def row_task(action: str, row: Row, *, texts: str = "now") -> Task:
    """Return the task a row gives. ``texts`` names the texts it shows: "now", "was" or "both"."""
    return Task(
        action,
        change_of_place(row.link.old, row.link.new),
        row.link.old,
        row.link.new,
        was=row.old if texts in ("was", "both") else (),
        now=row.new if texts in ("now", "both") else (),
        note=_note(row),
        check=row.check,
    )


def _note(row: Row) -> str:
    """Return how the texts differ; of a split or merge the place says it, and whether the words changed too is left."""
    if not row.link.pieces:
        return row.difference
    return "" if row.weight is Weight.SAME else "reworded too"


def field_tasks(action: str, matter: Matter, *, texts: str = "now") -> tuple[Task, ...]:
    """Return a task for every decisive field that is known to differ, that of the range with its text."""
    return tuple(
        Task(
            action,
            field.name,
            field=field.field,
            was=_range(field, field.old) if texts == "both" else (),
            now=_range(field, field.new),
            note=matter.difference(field),
            check=field.alerts,
        )
        for field in matter.fields
        if field.changed
    )


def _range(field: DecisiveField, text: str | None) -> tuple[str, ...]:
    return (text,) if field.field == "range" and text else ()


def further_tasks(action: str, matter: Matter) -> tuple[Task, ...]:
    """Return a task for every lead-in, local range, extra field and section that is known to have other words."""
    return tuple(
        Task(
            action,
            field_name(change),
            field=change.field,
            was=(change.old,) if change.old and not change.new else (),
            now=(change.new,) if change.new else (),
            note=edit_text(change.runs) if change.change is Change.REWORDED else str(change.change),
            check=tuple(alert for alert in change.alerts if alert != "range"),
        )
        for change in matter.further
    )


def heading_tasks(action: str, matter: Matter) -> tuple[Task, ...]:
    """Return a task for every heading of an element that is known to have been reworded."""
    old, new = (
        {node.name: node.text or "" for node in nodes(unit) if node.kind == "element"}
        for unit in (matter.comparison.old, matter.comparison.new)
    )
    return tuple(
        Task(
            action,
            f"Heading of {short_place(link.new[0])}",
            link.old,
            link.new,
            was=(old[link.old[0]],),
            now=(new[link.new[0]],),
            note=edit_text(link.runs),
            check=link.alerts,
        )
        for link in matter.comparison.links
        if heading_reworded(link)
    )


def heading_reworded(link: Link) -> bool:
    """Tell whether a link is one of an element whose heading is known to have other words."""
    reworded = link.change in (Change.REWORDED, Change.MOVED_REWORDED)
    return link.kind == "element" and reworded and link.absent_from_source is None


def places_text(found: Iterable[Row]) -> str:
    """Return from where to where rows went, in few words: neighbours as "1.1 to 1.4, now 1.2 to 1.5"."""
    said: list[str] = []
    for bundled, rows_alike in groupby(found, key=lambda row: bool(row.link.pieces)):
        if bundled:
            said += [change_of_place(row.link.old, row.link.new) for row in rows_alike]
        else:
            said.append(runs_of_shifts((row.link.old[0], row.link.new[0]) for row in rows_alike))
    return "; ".join(said)


def groups(*found: TaskGroup) -> tuple[TaskGroup, ...]:
    """Return the groups that hold a task."""
    return tuple(group for group in found if group.tasks)
