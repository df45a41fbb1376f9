"""Whether an edit exchanges two things around a word that relates them: from the buyer to the seller."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compare.meaning.edit import Edit
from generator.compare.stems import stem
from generator.compare.vocabulary import RELATION_WORDS, STOP_WORDS

_ARTICLES = frozenset("the a an".split())
_JOINTS = frozenset("and or / 及 和 与 或".split())
_RELATING = RELATION_WORDS | STOP_WORDS | frozenset("rather instead beneath behind beside opposite against".split())
_LONGEST = 8
"""Words of a thing that is exchanged: what is longer is a clause that moved as a whole."""


def words_exchanged(edit: Edit) -> bool:
    """Return whether the same words stand in another order with two of them exchanged.

    A clause that moved from the front to the back, and the order of a list, change nothing.
    """
    old, new = (tuple(map(stem, side.words)) for side in (edit.old, edit.new))
    if old == new or sorted(old) != sorted(new):
        return False
    head = next(place for place, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1])
    tail = next(place for place, pair in enumerate(zip(old[::-1], new[::-1], strict=True)) if pair[0] != pair[1])
    stretch = slice(head, len(old) - tail)
    return _exchanged(old[stretch], new[stretch], edit.old.words[stretch])


def _exchanged(old: Sequence[str], new: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether the new stretch is the old one, A relates B, with A and B in each other's place."""
    for first in range(1, min(_LONGEST, len(old) - 2) + 1):
        for second in range(1, min(_LONGEST, len(old) - first - 1) + 1):
            behind = len(old) - second
            if (*old[behind:], *old[first:behind], *old[:first]) == new:
                one, between, other = words[:first], words[first:behind], words[behind:]
                if _relates(between) or _acts(between) or (_relates(one) and _relates(other)):
                    return True
    return False


def _relates(words: Sequence[str]) -> bool:
    return bool((frozenset(words) - _JOINTS - _ARTICLES) & _RELATING)


def _acts(words: Sequence[str]) -> bool:
    """Return whether words between two things say what one does to the other: "the planner instructs the driver"."""
    return words[-1] in _ARTICLES and len(words) > 1 and not _JOINTS & frozenset(words)
