"""What the links found so far say about the lines between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.compare.affinity import PARTNERS, Affinity
from generator.compare.lines import Line

_FARTHEST = 8


@dataclass(frozen=True, slots=True)
class Support:
    """How the surroundings of an old and a new line agree.

    ``brackets`` 0 to 2: linked neighbours above and below that stand on the same sides of both lines; ``in_step``:
    a common neighbour at the same distance; ``displacement``: lines between the two places, at most 8.
    """

    brackets: int
    in_step: bool
    displacement: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lines linked so far, by the elements they stand in: old and new positions, each in order.

    What moved to another element says nothing about its old neighbours.
    """

    old: Sequence[Line]
    new: Sequence[Line]
    pairs: Mapping[int, int]
    affinity: Affinity
    linked: Mapping[tuple[int, int], tuple[Sequence[int], Sequence[int]]]

    @classmethod
    def of(cls, old: Sequence[Line], new: Sequence[Line], pairs: Mapping[int, int], affinity: Affinity) -> Surroundings:
        linked: dict[tuple[int, int], tuple[list[int], list[int]]] = {}
        for position, partner in sorted(pairs.items()):
            olds, news = linked.setdefault((old[position].element, new[partner].element), ([], []))
            olds.append(position)
            news.append(partner)
        return cls(old, new, pairs, affinity, {key: (olds, sorted(news)) for key, (olds, news) in linked.items()})

    def affinity_of(self, position: int, partner: int) -> int:
        """Return the affinity of the elements of two lines, 0 to 1000."""
        return self.affinity.get((self.old[position].element, self.new[partner].element), 0)

    def partners(self, position: int, partner: int) -> bool:
        """Return whether two lines stand in elements that belong together."""
        return self.affinity_of(position, partner) >= PARTNERS

    def support(self, position: int, partner: int) -> Support:
        """Return how the surroundings of an old and a new line agree."""
        olds, news = self.linked.get((self.old[position].element, self.new[partner].element), ((), ()))
        above, below = _around(olds, position)
        above_new, below_new = _around(news, partner)
        free_ends = self.partners(position, partner)
        brackets = (
            (free_ends and above_new is None) if above is None else self.pairs[above] < partner,
            (free_ends and below_new is None) if below is None else self.pairs[below] > partner,
        )
        steps = [
            abs((position - anchor) - (partner - self.pairs[anchor])) for anchor in (above, below) if anchor is not None
        ]
        distance = min(steps, default=abs(self.old[position].slot - self.new[partner].slot))
        return Support(sum(brackets), bool(steps) and distance == 0, min(_FARTHEST, distance))


def _around(linked: Sequence[int], position: int) -> tuple[int | None, int | None]:
    """Return the nearest linked positions before and after a position, None where there is none."""
    at = bisect_left(linked, position)
    behind = at + 1 if at < len(linked) and linked[at] == position else at
    return (linked[at - 1] if at else None), (linked[behind] if behind < len(linked) else None)
