"""How alike two lines must be to be linked, by where they stand and what they share."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compare import reasons
from generator.compare.rivals import WIDEST
from generator.compare.similarity import Profile
from generator.text.folding import is_cjk

STRONG = 800
"""Similarity from which on two lines are nearly the same wherever they stand."""

_MARGIN_PER_CENT = 40
_STEP = 40
_ONE_WORD, _PER_WEIGHT, _MOST_FOR_WORDS = 16, 4, 160
_FEW = 400


@dataclass(frozen=True, slots=True)
class Place:
    """Where two lines stand to one another: what they need there, what they need at least, and how it is said."""

    needed: int
    least: int
    reason: str


BRACKETED = Place(420, 230, reasons.BRACKETED)
SAME_ELEMENT = Place(500, 330, reasons.SAME_ELEMENT)
FAR = Place(660, 400, reasons.FAR)


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a pair beside its similarity.

    ``words`` are the content words shared, two characters for a word, ``weight`` their weight; ``in_step`` says that
    both stand at the same distance from a common neighbour, ``template`` that lines of their own sides are as alike.
    """

    place: Place
    words: float
    weight: float
    in_step: bool
    template: bool

    def needed(self, margin: int = WIDEST) -> int:
        """Return the similarity that the pair needs with such a margin over its rivals."""
        if self.template:
            return self.place.needed if self.place is BRACKETED else STRONG
        relief = _MARGIN_PER_CENT * margin // 100 + _STEP * self.in_step
        relief += min(_MOST_FOR_WORDS, round(_PER_WEIGHT * max(0, self.weight - _ONE_WORD)))
        return max(self.place.least if self.words >= 2 else _FEW, self.place.needed - relief)


def shared_words(old: Profile, new: Profile) -> tuple[float, float]:
    """Return how many content words two lines share, and their weight; two Chinese characters count as a word."""
    shared = [
        (0.5 if is_cjk(family[0]) else 1.0, min(old.searched[family], new.searched[family]))
        for family in old.content & new.content
    ]
    return sum(share for share, _ in shared), sum(share * weight for share, weight in shared)
