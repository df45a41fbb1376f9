"""How much two elements belong together, before any of their lines are linked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set

from generator.compare.measure import Measured
from generator.compare.similarity import Table

_HEADING, _MEMBERS = 35, 65
_WHOLE = 1000
PARTNERS = 500
"""Affinity from which on two elements belong together."""

_AKIN = 220
"""Likeness in thousandths below which elements do not belong together, though neither has a better partner."""

Affinity = Mapping[tuple[int, int], int]
"""Affinity of an old and a new element in thousandths of the best that either has; none where nothing is shared."""


def affinities(lines: Measured, headings: Table, named: tuple[Set[int], Set[int]]) -> Affinity:
    """Return the affinity of all elements that share a line or a word of their headings.

    ``named`` are the old and the new elements that have a heading: where one lacks it, its lines alone speak.
    The best partner of each line counts, equal or similar, and the result is made relative to the best of the
    row and of the column, so that a thorough rewrite does not dilute it. Elements that have next to nothing in
    common stay below what makes partners of them, or units that have nothing to do with one another would be
    linked line by line.
    """
    sums: dict[tuple[int, int], int] = {}
    for (is_new, position, element), score in _best_scores(lines).items():
        pair = (element, lines.new[position].element) if is_new else (lines.old[position].element, element)
        sums[pair] = sums.get(pair, 0) + score
    old_sizes, new_sizes = (Counter(line.element for line in side) for side in (lines.old, lines.new))
    likeness = {pair: total // (old_sizes[pair[0]] + new_sizes[pair[1]]) for pair, total in sums.items()}
    for pair in {*likeness, *headings}:
        if pair[0] in named[0] and pair[1] in named[1]:
            likeness[pair] = (_MEMBERS * likeness.get(pair, 0) + _HEADING * headings.get(pair, 0)) // 100
    return {
        pair: affinity if likeness[pair] >= _AKIN else min(affinity, PARTNERS - 1)
        for pair, affinity in _relative(likeness).items()
    }


def _best_scores(lines: Measured) -> Mapping[tuple[bool, int, int], int]:
    """Return the best score of every line in each element of the other side: by side, position and that element."""
    best: dict[tuple[bool, int, int], int] = {}
    for (position, partner), score in lines.table.items():
        for key in ((False, position, lines.new[partner].element), (True, partner, lines.old[position].element)):
            best[key] = max(score, best.get(key, 0))
    for is_new, here, there in ((False, lines.old, lines.new), (True, lines.new, lines.old)):
        elements: dict[str, dict[int, None]] = {}
        for line in there:
            elements.setdefault(line.wording.key, {})[line.element] = None
        for position, line in enumerate(here):
            best.update(
                dict.fromkeys(((is_new, position, number) for number in elements.get(line.wording.key, ())), _WHOLE)
            )
    return best


def _relative(raw: Mapping[tuple[int, int], int]) -> Affinity:
    of_old: dict[int, int] = {}
    of_new: dict[int, int] = {}
    for (old, new), score in raw.items():
        of_old[old] = max(score, of_old.get(old, 0))
        of_new[new] = max(score, of_new.get(new, 0))
    return {(o, n): _WHOLE * score // max(of_old[o], of_new[n]) for (o, n), score in raw.items() if score}
