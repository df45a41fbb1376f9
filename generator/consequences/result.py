"""What follows from a comparison: things to do for each reader, gaps both ways, a proposed ruling."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from generator.consequences.rows import Row


class Relation(StrEnum):
    """How the two units belong together, which decides what may be said about them.

    SUCCESSION: the new one directly supersedes the old one. VERSIONS: they are versions of one lineage, in either
    direction. UNITS: they are different units, which overlap but are never equivalent.
    """

    SUCCESSION = "succession"
    VERSIONS = "versions"
    UNITS = "units"


class Equivalence(StrEnum):
    """Whether who holds one unit holds the other too, in the words of the rulings file."""

    EQUIVALENT = "equivalent"
    MINOR_CHANGES = "equivalent with minor changes"
    NOT_EQUIVALENT = "not equivalent"


class Reader(StrEnum):
    """For whom there is something to do."""

    COURSE_DESIGNER = "course designer"
    ASSESSOR = "assessor"
    HR_MANAGER = "HR manager"
    SECRETARIAT = "secretariat"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.

    ``place`` says where in plain words ("1.5, now 1.9"), ``old`` and ``new`` are the nodes concerned by their
    position names, ``field`` the field where it is one. ``was`` and ``now`` are the texts of the units a reader needs
    for it. ``note`` says what changed; ``check`` what may have changed in the meaning ("number"), which makes the
    task urgent.
    """

    action: str
    place: str
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    field: str = ""
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    note: str = ""
    check: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Tasks of one sort. ``brief`` says the same in one line where the single tasks need no words of their own."""

    title: str
    tasks: tuple[Task, ...]
    brief: str = ""


@dataclass(frozen=True, slots=True)
class ReaderTasks:
    """What one reader has to do: a summary and the tasks in groups.

    ``kept`` names the places that stay as they are; ``notice`` holds the paragraphs of a notice to publish.
    """

    reader: Reader
    summary: str
    groups: tuple[TaskGroup, ...] = ()
    kept: str = ""
    notice: tuple[str, ...] = ()


class GapState(StrEnum):
    """What a holder of one unit has of one requirement of another."""

    MISSING = "missing"
    CHECK = "check"
    CARRIED_OVER = "carried over"


@dataclass(frozen=True, slots=True)
class Gap:
    """One requirement or criterion of the unit that is claimed, and what the unit that is held has of it.

    ``kind`` is "requirement" or "criterion", ``name`` its position name, ``place`` the same as people count.
    ``counterparts`` are the nodes of the unit held with their texts in the same order. ``reason`` says why the
    state is what it is, ``check`` what may have changed in the meaning. ``same`` tells that the words are the same,
    typography and spelling aside.
    """

    kind: str
    name: str
    place: str
    text: str
    state: GapState
    counterparts: tuple[str, ...] = ()
    counterpart_texts: tuple[str, ...] = ()
    reason: str = ""
    check: tuple[str, ...] = ()
    same: bool = False


@dataclass(frozen=True, slots=True)
class GapList:
    """What a holder of the unit ``held`` lacks who claims the unit ``claimed`` (codes).

    ``gaps`` are in the order of the unit claimed. ``remarks`` say how the two differ in level, credit and range.
    """

    held: str
    claimed: str
    gaps: tuple[Gap, ...]
    remarks: tuple[str, ...] = ()

    def counts(self, kind: str = "requirement") -> Counter[GapState]:
        """Return how many gaps of one kind are in each state; every state is a key."""
        found = Counter(dict.fromkeys(GapState, 0))
        found.update(gap.state for gap in self.gaps if gap.kind == kind)
        return found

    @property
    def lacks(self) -> tuple[Gap, ...]:
        """What is missing or has to be checked."""
        return tuple(gap for gap in self.gaps if gap.state is not GapState.CARRIED_OVER)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program proposes to rule, with the clauses that led to it and the figures in sentences.

    ``equivalence`` is None for different units, and where a source lacks the requirements. ``rules`` names the
    rules that decided, ``reasons`` says the same in clauses; ``unknown`` says what could not be compared.
    """

    relation: Relation
    equivalence: Equivalence | None
    rules: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows from a comparison.

    ``rows`` are its links with what they weigh; ``gaps`` holds the list from old to new, then that from new to old.
    """

    rows: tuple[Row, ...]
    tasks: tuple[ReaderTasks, ...]
    gaps: tuple[GapList, GapList]
    proposal: Proposal

    def tasks_of(self, reader: Reader) -> ReaderTasks:
        return next(tasks for tasks in self.tasks if tasks.reader is reader)
