"""Tell lines that moved from lines that were only pushed along."""

from __future__ import annotations

import bisect
from collections.abc import Sequence


def heaviest_increasing(places: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """Return the indices of an increasing subsequence of ``places``: the longest, then the heaviest, then the leftmost.

    Places must differ. It is found by prefix maxima in a binary indexed tree, n log n.
    """
    ranks = sorted(places)
    tree: list[tuple[int, int, int]] = [(0, 0, 0)] * (len(places) + 1)
    before: list[int | None] = []
    best = (0, 0, 0)
    for index, place in enumerate(places):
        rank = bisect.bisect_left(ranks, place) + 1
        count, weight, reached = _prefix_best(tree, rank - 1)
        before.append(-reached - 1 if count else None)
        found = (count + 1, weight + weights[index], -index - 1)
        best = max(best, found)
        _raise(tree, rank, found)
    kept = []
    at = -best[2] - 1 if best[0] else None
    while at is not None:
        kept.append(at)
        at = before[at]
    return frozenset(kept)


def _prefix_best(tree: Sequence[tuple[int, int, int]], rank: int) -> tuple[int, int, int]:
    best = (0, 0, 0)
    while rank:
        best = max(best, tree[rank])
        rank &= rank - 1
    return best


def _raise(tree: list[tuple[int, int, int]], rank: int, found: tuple[int, int, int]) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], found)
        rank += rank & -rank
