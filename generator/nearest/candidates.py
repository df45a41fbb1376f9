"""Units that may be near, found without measuring all: those that share rare terms, through an inverted index."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.nearest.profiles import Profile
from generator.nearest.scope import Place, elsewhere
from generator.nearest.weights import Weights

Key = TypeVar("Key")

_READ = 12_000
"""Entries of the index read for one unit, shortest lists first: what stands everywhere leads nowhere."""

_MEASURED = 24
"""Candidates of a unit, which are then measured: to measure all would be quadratic."""

_TITLE = "title: "
"""Before a term of a title in the index."""

_IN_TITLE = 2
"""How much more a term counts that both titles hold."""


class Candidates:
    """The index of the units of one language and of the places they stand in, both by position."""

    def __init__(self, profiles: Sequence[Profile], places: Sequence[Place], weights: Weights) -> None:
        numbers = {place: number for number, place in enumerate(dict.fromkeys(places))}
        self._places = tuple(numbers)
        self._place_of = [numbers[place] for place in places]
        self._profiles = profiles
        self._topic = weights.topic
        self._sizes = [math.sqrt(sum(weights.topic[term] for term in one.vector)) for one in profiles]
        self._holders = _positions(map(_features, profiles))
        self._equal = _positions([profile.outline.text] for profile in profiles)

    def of(self, position: int) -> Sequence[int]:
        """Return the positions of the units elsewhere that share most with a unit, those of the same text first."""
        shared: dict[int, float] = self._shared(position)
        shared.update(dict.fromkeys(self._equal[self._profiles[position].outline.text], math.inf))
        there = self._elsewhere(position, shared)
        ranked = ((shared[other] / self._sizes[other], -other) for other in there)
        return [-other for _, other in heapq.nlargest(_MEASURED, ranked)]

    def _shared(self, position: int) -> dict[int, float]:
        """Return what the terms tell that the others share with a unit, by their positions."""
        shared: defaultdict[int, float] = defaultdict(float)
        left = _READ
        for feature in sorted(_features(self._profiles[position]), key=lambda one: (len(self._holders[one]), one)):
            holders = self._holders[feature]
            left -= len(holders)
            if left < 0:
                break
            weight = self._topic[feature.removeprefix(_TITLE)] * (_IN_TITLE if feature.startswith(_TITLE) else 1)
            for other in holders:
                shared[other] += weight
        return shared

    def _elsewhere(self, position: int, others: Iterable[int]) -> Iterator[int]:
        own = self._places[self._place_of[position]]
        apart = {place: elsewhere(own, self._places[place]) for place in {self._place_of[other] for other in others}}
        return (other for other in others if apart[self._place_of[other]])


def _features(profile: Profile) -> Iterator[str]:
    yield from profile.vector
    for term in profile.outline.title:
        yield _TITLE + term


def _positions(held: Iterable[Iterable[Key]]) -> Mapping[Key, list[int]]:
    """Return by each thing the positions of those that hold it."""
    found: defaultdict[Key, list[int]] = defaultdict(list)
    for position, things in enumerate(held):
        for thing in things:
            found[thing].append(position)
    return found
