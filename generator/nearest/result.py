"""What is found near a unit."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Unit


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A requirement of a unit and the one of its neighbour that says most nearly the same, by their node names.

    ``similarity`` is 0 to 1: a cheap measure over shared words, not that of a comparison.
    """

    own: str
    other: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A unit near another one.

    ``similarity`` is 0 to 1 and the same from both sides, 1 for equal texts only. ``overlap`` names the requirements
    of the other one that have a counterpart in this one, in their order; no requirement stands in it twice.
    """

    unit: Unit
    similarity: float
    overlap: tuple[Counterpart, ...]
