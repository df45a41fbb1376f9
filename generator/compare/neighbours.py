"""What the links found so far say about the lines between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.compare.affinity import Affinity
from generator.compare.lines import Line, elements_of

_PARTNERS = 500
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
    """The nearest linked lines above and below every line within its element, None where there is none."""

    old: Sequence[Line]
    new: Sequence[Line]
    pairs: Mapping[int, int]
    affinity: Affinity
    above_old: Sequence[int | None]
    below_old: Sequence[int | None]
    above_new: Sequence[int | None]
    below_new: Sequence[int | None]

    @classmethod
    def of(cls, old: Sequence[Line], new: Sequence[Line], pairs: Mapping[int, int], affinity: Affinity) -> Surroundings:
        linked_new = frozenset(pairs.values())
        return cls(
            old,
            new,
            pairs,
            affinity,
            _nearest(old, frozenset(pairs), forward=True),
            _nearest(old, frozenset(pairs), forward=False),
            _nearest(new, linked_new, forward=True),
            _nearest(new, linked_new, forward=False),
        )

    def affinity_of(self, position: int, partner: int) -> int:
        """Return the affinity of the elements of two lines, 0 to 1000."""
        return self.affinity.get((self.old[position].element, self.new[partner].element), 0)

    def partners(self, position: int, partner: int) -> bool:
        """Return whether two lines stand in elements that belong together."""
        return self.affinity_of(position, partner) >= _PARTNERS

    def support(self, position: int, partner: int) -> Support:
        """Return how the surroundings of an old and a new line agree."""
        above, below = self.above_old[position], self.below_old[position]
        brackets = (
            self._agrees(above, self.above_new[partner], position, partner, before=True),
            self._agrees(below, self.below_new[partner], position, partner, before=False),
        )
        steps = [
            abs((position - anchor) - (partner - self.pairs[anchor]))
            for anchor in (above, below)
            if anchor is not None and self._in_element(anchor, partner)
        ]
        distance = min(steps, default=abs(self.old[position].slot - self.new[partner].slot))
        return Support(sum(brackets), bool(steps) and distance == 0, min(_FARTHEST, distance))

    def _in_element(self, anchor: int, partner: int) -> bool:
        return self.new[self.pairs[anchor]].element == self.new[partner].element

    def _agrees(self, anchor: int | None, other: int | None, position: int, partner: int, *, before: bool) -> bool:
        if anchor is None:
            return other is None and self.partners(position, partner)
        if not self._in_element(anchor, partner):
            return False
        return self.pairs[anchor] < partner if before else self.pairs[anchor] > partner


def _nearest(lines: Sequence[Line], linked: frozenset[int], *, forward: bool) -> Sequence[int | None]:
    found: list[int | None] = [None] * len(lines)
    for positions in elements_of(lines).values():
        last: int | None = None
        for position in positions if forward else reversed(positions):
            found[position] = last
            if position in linked:
                last = position
    return tuple(found)
