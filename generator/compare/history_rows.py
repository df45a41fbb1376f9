"""What a history finds: one row for the life of every element, requirement and criterion of a lineage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.compare.result import Comparison, Link
from generator.model import Unit

Place = tuple[int, str]
"""A node: the position of its version, and its name."""
Names = Sequence[str | None]
"""The name of a row's node in every version, None where it has none."""


class Happening(StrEnum):
    """What a step did to one row. The first seven are classes of the comparison, for what stayed in its row."""

    UNCHANGED = "unchanged"
    TYPOGRAPHIC = "typographic-only"
    REWORDED = "reworded"
    MOVED = "moved"
    MOVED_REWORDED = "moved+reworded"
    SPLIT = "split"
    MERGED = "merged"
    INTRODUCED = "introduced"
    DROPPED = "dropped"
    REINSTATED = "reinstated"
    SPLIT_FROM = "split from"
    SPLIT_INTO = "split into"
    MERGED_FROM = "merged from"
    MERGED_INTO = "merged into"
    CONTINUED_FROM = "continued from"
    CONTINUED_AS = "continued as"
    LEFT_OUT = "left out"
    NOT_THERE = "not there"

    @property
    def quiet(self) -> bool:
        """Whether a reader who looks for substance may pass over it."""
        return self in (Happening.UNCHANGED, Happening.TYPOGRAPHIC)


@dataclass(frozen=True, slots=True)
class Step:
    """A version and one that follows it, by their positions among the versions, and how they compare."""

    old: int
    new: int
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Event:
    """What one step did to one row.

    ``step`` is the position of the step, ``link`` what its comparison says. ``old`` and ``new`` are the row's own
    nodes in that link, None where it has none. LEFT_OUT is a node that one follower of a version lacks and another
    has, NOT_THERE one that one predecessor lacked and another had.
    """

    step: int
    happening: Happening
    link: Link
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One life: the name and text of its node in every version, None where it has none, and what happened to it.

    A version holds at most one node of a row. Where one node became several, one of them carries the row on; the
    others begin rows of their own that refer to it. Events stand in the order of the steps.
    """

    kind: str
    names: tuple[str | None, ...]
    texts: tuple[str | None, ...]
    events: tuple[Event, ...] = ()

    @property
    def first(self) -> int:
        return self.versions[0]

    @property
    def last(self) -> int:
        return self.versions[-1]

    @property
    def versions(self) -> tuple[int, ...]:
        """The positions of the versions that have a node of this row."""
        return tuple(position for position, name in enumerate(self.names) if name is not None)

    @property
    def quiet(self) -> bool:
        return all(event.happening.quiet for event in self.events)


@dataclass(frozen=True, slots=True)
class History:
    """The versions of a lineage in one language, oldest first, the steps between them, and the rows.

    Every node of every version stands in exactly one row, every link of every step in the events of the rows that
    hold its nodes. Rows stand in the reading order of the newest version, what it lacks after its old neighbour:
    first the requirements, then the elements, then the criteria.
    """

    versions: tuple[Unit, ...]
    steps: tuple[Step, ...]
    rows: tuple[Row, ...]

    def places(self) -> Mapping[Place, int]:
        """Return the position of the row of every node."""
        return places_of([row.names for row in self.rows])

    def ends(self) -> tuple[int, ...]:
        """Return the positions of the versions that no step leaves: the newest, and the last of other branches."""
        left = {step.old for step in self.steps}
        return tuple(position for position in range(len(self.versions)) if position not in left)

    def roots(self) -> frozenset[int]:
        """Return the positions of the versions that no step leads to."""
        return frozenset(range(len(self.versions))) - {step.new for step in self.steps}


def places_of(rows: Iterable[Names]) -> Mapping[Place, int]:
    """Return the position of the row of every node."""
    return {(version, name): number for number, names in enumerate(rows) for version, name in enumerate(names) if name}


def kind_of(name: str) -> str:
    """Return the kind of a node by its name: "element", "requirement" or "criterion"."""
    if name.startswith("c"):
        return "criterion"
    return "requirement" if "." in name else "element"
