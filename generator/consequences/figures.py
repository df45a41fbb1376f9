"""The figures on which a proposed ruling rests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.consequences.matter import Matter
from generator.consequences.rows import Row, Weight

_OF_AN_ELEMENT = re.compile(r"e\d+\.(?:lead_in|range)")


@dataclass(frozen=True, slots=True)
class Side:
    """The requirements, or criteria, of one unit: how many, and how many of them have no counterpart in the other.

    ``meaning`` may have changed in what is asked for, ``wording`` has other words, the rest says the same.
    """

    number: int = 0
    alone: int = 0
    meaning: int = 0
    wording: int = 0

    @property
    def same(self) -> int:
        return self.number - self.alone - self.meaning - self.wording


@dataclass(frozen=True, slots=True)
class Pair:
    """One kind of thing on both sides."""

    old: Side
    new: Side

    @property
    def alone(self) -> float:
        """The larger share of one side that has no counterpart."""
        return max(_share(side.alone, side) for side in (self.old, self.new))

    @property
    def unsettled(self) -> float:
        """The larger share of one side that has no counterpart, or may have changed in its meaning."""
        return max(_share(side.alone + side.meaning, side) for side in (self.old, self.new))


@dataclass(frozen=True, slots=True)
class Figures:
    """All that the rules look at.

    ``changed`` names the fields of level, credit and range known to have changed, and "further" where the lead-in or
    the range of an element did; the range of a requirement counts with the requirement.
    """

    requirements: Pair
    criteria: Pair
    changed: frozenset[str]


def figures(matter: Matter) -> Figures:
    """Return the figures of a comparison; what a source lacks altogether is not counted."""
    return Figures(
        _pair(matter.of_kind("requirement")),
        _pair(matter.of_kind("criterion")),
        frozenset((*(field.field for field in matter.fields if field.changed), *_further(matter))),
    )


def _further(matter: Matter) -> Iterator[str]:
    if any(_OF_AN_ELEMENT.fullmatch(change.field) for change in matter.further):
        yield "further"


def _pair(found: Sequence[Row]) -> Pair:
    old = ((len(row.old), not row.new, row.weight) for row in found)
    new = ((len(row.new), not row.old, row.weight) for row in found)
    return Pair(_side(old), _side(new))


def _side(found: Iterable[tuple[int, bool, Weight]]) -> Side:
    number = alone = meaning = wording = 0
    for size, lonely, weight in found:
        number += size
        alone += lonely
        meaning += size * (weight is Weight.MEANING)
        wording += size * (weight is Weight.WORDING)
    return Side(number, alone, meaning, wording)


def _share(part: int, side: Side) -> float:
    return part / side.number if side.number else 0.0
