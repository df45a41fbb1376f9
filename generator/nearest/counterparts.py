"""Which requirements of two units say nearly the same: a cheap measure over the terms they share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.nearest.outlines import Line, Outline
from generator.nearest.weights import WHOLE, weight_of

_ALIKE = 400
_SHARED = 2
"""Terms that two requirements have in common before one counts as the counterpart of the other, if not all."""

_CROWDED = 50
"""Lines of a unit that may hold a term which leads to them: with more, nearly all pairs would be met."""


@dataclass(frozen=True, slots=True)
class LinePair:
    """A requirement of each of two units by its position, and how alike they are in thousandths."""

    one: int
    other: int
    alike: int


def line_pairs(one: Outline, other: Outline, wording: Mapping[str, int]) -> tuple[LinePair, ...]:
    """Return the requirements of two units that correspond, each at most once, in the order of the first unit.

    The most alike come first; of those equally alike the first of both units.
    """
    taken: tuple[set[int], set[int]] = (set(), set())
    found = []
    for pair in sorted(_alike(one, other, wording), key=lambda pair: (-pair.alike, pair.one, pair.other)):
        if pair.one not in taken[0] and pair.other not in taken[1]:
            taken[0].add(pair.one)
            taken[1].add(pair.other)
            found.append(pair)
    return tuple(sorted(found, key=lambda pair: pair.one))


def _alike(one: Outline, other: Outline, wording: Mapping[str, int]) -> Iterator[LinePair]:
    """Yield all pairs of requirements that are alike, found through the terms they share."""
    weights = _weights(one, other, wording)
    holders = _holders(other.lines)
    masses = [weight_of(line.terms, weights) for line in other.lines]
    for position, line in enumerate(one.lines):
        shared: dict[int, int] = {}
        for term in line.terms:
            for partner in holders.get(term, ()):
                shared[partner] = shared.get(partner, 0) + weights[term]
        mass = weight_of(line.terms, weights)
        for partner, weight in shared.items():
            alike = 2 * WHOLE * weight // (mass + masses[partner])
            if alike >= _ALIKE and _tells(line, other.lines[partner]):
                yield LinePair(position, partner, alike)


def _weights(one: Outline, other: Outline, wording: Mapping[str, int]) -> Mapping[str, int]:
    """Return how much each term tells of a line among those of two units: little where half of the lines hold it."""
    lines = len(one.lines) + len(other.lines)
    top = math.log1p(lines / 2)
    held = {term: one.counts.get(term, 0) + other.counts.get(term, 0) for term in (*one.counts, *other.counts)}
    return {term: round(wording[term] * math.log1p(lines / max(2, count)) / top) for term, count in held.items()}


def _holders(lines: Sequence[Line]) -> Mapping[str, list[int]]:
    """Return the lines that hold a term, without the terms that too many hold."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, line in enumerate(lines):
        for term in line.terms:
            found[term].append(position)
    return {term: holders for term, holders in found.items() if len(holders) <= _CROWDED}


def _tells(one: Line, other: Line) -> bool:
    return one.terms == other.terms or len(one.terms & other.terms) >= _SHARED
