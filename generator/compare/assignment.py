"""Assign lines to lines so that the sum of gains is largest; a line may stay alone.

Successive shortest paths with potentials (Jonker and Volgenant) over the pairs that come into question, in
integers. A path never leaves the connected component of its line, and ends at the first line that is free or
better left alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Tableau:
    """Costs by row, who holds which column and the other way round, and the potentials of both.

    Columns below 0 stand for staying alone: row r may take column ``-1 - r`` at the cost of no gain.
    """

    costs: list[list[tuple[int, int]]]
    holder: dict[int, int] = field(default_factory=dict)
    held: dict[int, int] = field(default_factory=dict)
    row_potential: list[int] = field(default_factory=list)
    column_potential: dict[int, int] = field(default_factory=dict)


def best_pairs(gains: Mapping[tuple[int, int], int]) -> tuple[tuple[int, int], ...]:
    """Return the pairs (old, new) of a one-to-one assignment with the largest sum of gains.

    Pairs that are not in ``gains`` or have no positive gain are never taken. Ties fall the same way every time:
    rows are served in order and earlier columns go first.
    """
    positive = {pair: gain for pair, gain in gains.items() if gain > 0}
    rows = sorted({row for row, _ in positive})
    ceiling = max(positive.values(), default=0)
    costs: dict[int, list[tuple[int, int]]] = {row: [(-1 - number, ceiling)] for number, row in enumerate(rows)}
    for (row, column), gain in sorted(positive.items()):
        costs[row].append((column, ceiling - gain))
    tableau = _Tableau([costs[row] for row in rows], row_potential=[0] * len(rows))
    for number in range(len(rows)):
        _serve(tableau, number)
    found = ((rows[number], column) for column, number in tableau.holder.items() if column >= 0)
    return tuple(sorted(found))


def _serve(tableau: _Tableau, start: int) -> None:
    """Give one more row its column, moving others along the cheapest path."""
    distance: dict[int, int] = {}
    came_from: dict[int, int] = {}
    settled: dict[int, int] = {}
    heap: list[tuple[int, int]] = []
    row, reached = start, 0
    while True:
        for column, cost in tableau.costs[row]:
            length = reached + cost - tableau.row_potential[row] - tableau.column_potential.get(column, 0)
            if column not in settled and length < distance.get(column, length + 1):
                distance[column], came_from[column] = length, row
                heapq.heappush(heap, (length, column))
        reached, column = heapq.heappop(heap)
        while column in settled:
            reached, column = heapq.heappop(heap)
        if column not in tableau.holder:
            break
        settled[column] = reached
        row = tableau.holder[column]
    _update(tableau, start, settled, reached)
    _shift(tableau, came_from, start, column)


def _update(tableau: _Tableau, start: int, settled: Mapping[int, int], reached: int) -> None:
    tableau.row_potential[start] += reached
    for column, length in settled.items():
        tableau.row_potential[tableau.holder[column]] += reached - length
        tableau.column_potential[column] = tableau.column_potential.get(column, 0) + length - reached


def _shift(tableau: _Tableau, came_from: Mapping[int, int], start: int, column: int) -> None:
    """Hand every column of the path to the row it was reached from, from the free end back to the start."""
    row = None
    while row != start:
        row = came_from[column]
        released = tableau.held.get(row, column)
        tableau.holder[column], tableau.held[row] = row, column
        column = released
