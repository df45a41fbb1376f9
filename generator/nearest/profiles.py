"""A unit ready to be measured: its terms with the weights of the collection."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from generator.nearest.outlines import Outline
from generator.nearest.weights import WHOLE, Weights, weight_of


@dataclass(frozen=True, slots=True)
class Profile:
    """An outline with weights.

    ``vector`` has the length `WHOLE`; ``masses`` say how much the terms of each line tell about the topic, ``mass``
    how much those of all lines do.
    """

    outline: Outline
    vector: Mapping[str, int]
    masses: tuple[int, ...]
    mass: int


def profile_of(outline: Outline, weights: Weights) -> Profile:
    """Return the profile of a unit."""
    masses = tuple(weight_of(line.terms, weights.topic) for line in outline.lines)
    return Profile(outline, _vector(outline.counts, weights.topic), masses, sum(masses))


def _vector(counts: Mapping[str, int], topic: Mapping[str, int]) -> Mapping[str, int]:
    """Return a vector of length `WHOLE`; a term that stands in many lines counts with the logarithm."""
    raw = {term: math.sqrt(topic[term]) * (1 + math.log(count)) for term, count in counts.items()}
    length = math.sqrt(math.fsum(value * value for value in raw.values()))
    return {term: round(WHOLE * value / length) for term, value in raw.items()}
