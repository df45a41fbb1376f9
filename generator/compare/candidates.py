"""Find the lines that may be another line reworded, without looking at all of them."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

_VISITS = 2000
"""How many holders of its words are looked at for one line; of words that would take more, the nearest only."""

_NEAREST = 32


class Index:
    """The lines of a side by the families of their content words and by their numbers."""

    def __init__(self, lines: Mapping[int, Mapping[str, int]]) -> None:
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for position, searched in lines.items():
            for form in searched:
                self._holders[form].append(position)

    def partners(self, position: int, searched: Mapping[str, int], most: int) -> Iterable[int]:
        """Return the positions that share most with a line at a position; of those that share the same, the nearest.

        ``searched`` gives the weights of what the line is searched by; rare words are looked up first.
        """
        shared: defaultdict[int, int] = defaultdict(int)
        left = _VISITS
        known = [(len(self._holders[form]), form, weight) for form, weight in searched.items() if form in self._holders]
        for size, form, weight in sorted(known):
            holders = self._holders[form] if size <= left else _nearest(self._holders[form], position)
            left -= len(holders)
            for partner in holders:
                shared[partner] += weight
        if len(shared) <= most:
            return sorted(shared)
        found = ((-weight, abs(partner - position), partner) for partner, weight in shared.items())
        return sorted(partner for _, _, partner in heapq.nsmallest(most, found))


def _nearest(holders: Sequence[int], position: int) -> Sequence[int]:
    at = bisect_left(holders, position)
    return holders[max(0, at - _NEAREST) : at + _NEAREST]
