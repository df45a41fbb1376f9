"""How near two units are: their requirements, vocabulary, title and headings, level and credit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Unit
from generator.nearest.counterparts import LinePair, line_pairs
from generator.nearest.profiles import Profile
from generator.nearest.weights import WHOLE, Weights, weight_of

_REQUIREMENTS, _VOCABULARY, _TITLE, _HEADS = 30, 45, 15, 10
"""Shares of the parts in the similarity, in per cent; heads are title and headings together."""

_SAME_LEVEL, _NEXT_LEVEL, _SAME_CREDIT = 6, 3, 2
"""What level and credit add to the similarity, in per cent of it: they cannot make two units near."""

NEAR = 240
"""Similarity in thousandths from which two units are near.

Among some 180 units of a hundred trades every pair above it was of one craft or one task; between 200 and it words
of two meanings began to pair units (*lay* stepping stones, *lay* a hedge). LOCUSM402B and 105250L4 reach 300 to 320
in collections of 5 to 10,000 units.
"""

_SAME_TOPIC, _TELLING = 100, 150
"""Likeness of the heads in thousandths from which two units may be about the same thing, and what one of the terms
they share tells at least: no habitual one does."""

_MOST = 990
"""Similarity of units whose texts are not equal, at most."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two units are in thousandths (`WHOLE` for equal texts), and which requirements correspond."""

    similarity: int
    pairs: tuple[LinePair, ...]


def nearness(one: Profile, other: Profile, weights: Weights) -> Nearness:
    """Return how near two units are; the other way round it is the same with the pairs turned.

    Requirements are looked at where the heads share a topic and all but the requirements make half of `NEAR`.
    """
    if other.outline.key < one.outline.key:
        return _turned(nearness(other, one, weights))
    equal = one.outline.text == other.outline.text
    heads = _dice(one.outline.heads, other.outline.heads, weights.topic)
    title = _dice(one.outline.title, other.outline.title, weights.topic)
    seen = _VOCABULARY * _vocabulary(one, other) + _TITLE * title + _HEADS * heads
    about = max((weights.topic[term] for term in one.outline.heads & other.outline.heads), default=0)
    if not equal and (heads < _SAME_TOPIC or about < _TELLING or 2 * seen < 100 * NEAR):
        return Nearness(seen // 100, ())
    pairs = line_pairs(one.outline, other.outline, weights.wording)
    whole = (seen + _REQUIREMENTS * _requirements(one, other, pairs)) * _closeness(one.outline.unit, other.outline.unit)
    return Nearness(WHOLE if equal else min(_MOST, whole // 10_000), pairs)


def _turned(found: Nearness) -> Nearness:
    pairs = (LinePair(pair.other, pair.one, pair.alike) for pair in found.pairs)
    return Nearness(found.similarity, tuple(sorted(pairs, key=lambda pair: pair.one)))


def _requirements(one: Profile, other: Profile, pairs: tuple[LinePair, ...]) -> int:
    """Return which part of the requirements of both corresponds, by what their words tell about a unit."""
    found = sum(pair.alike * (one.masses[pair.one] + other.masses[pair.other]) for pair in pairs)
    return found // (one.mass + other.mass)


def _vocabulary(one: Profile, other: Profile) -> int:
    """Return the cosine of the two units' terms."""
    return sum(value * other.vector.get(term, 0) for term, value in one.vector.items()) // WHOLE


def _dice(one: frozenset[str], other: frozenset[str], topic: Mapping[str, int]) -> int:
    shared = weight_of(one & other, topic)
    return 2 * WHOLE * shared // (weight_of(one, topic) + weight_of(other, topic)) if shared else 0


def _closeness(one: Unit, other: Unit) -> int:
    """Return by what level and credit multiply the similarity, in per cent."""
    found = 100
    if one.level and other.level:
        found += {0: _SAME_LEVEL, 1: _NEXT_LEVEL}.get(abs(one.level - other.level), 0)
    if one.credit.value and one.credit.value == other.credit.value:
        found += _SAME_CREDIT
    return found
