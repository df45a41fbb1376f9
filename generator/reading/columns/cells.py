"""Which lines of a value column belong to which label: the division that costs least.

Tables print a label at the top, in the middle or at the bottom of its cell. A division costs where a label stands
elsewhere, where a value does not fit its label, and where a value begins in the middle of a sentence. Only lines
between two labels, or beside them, can change sides; so the work grows with the number of lines.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.reading.columns.values import ODD, ValueLine, misfit, traits_of

_MOST_LIMITS = 48
_EMPTY = {"remark": 0, "functional_area": 4, "extra_field": 4, "section": 4, None: 4}
_EMPTY_OTHERWISE = 10
_AWAY, _FURTHEST_AWAY = 3, 12
_ALIGNMENTS = ("top", "middle", "bottom")
_ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class LabelCell:
    """A label of the table: the field it opens (None: not known), its first and last row."""

    field: str | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Division:
    """Where the cell of each label begins among the values, and how labels stand in their cells."""

    starts: tuple[int, ...]
    alignment: str
    cost: int


def divide(labels: Sequence[LabelCell], values: Sequence[ValueLine], *, led: bool, aligned: bool = True) -> Division:
    """Return the division that costs least.

    ``led`` says that lines before the first label may belong to a label before it; where the sheet is not
    ``aligned``, rows only say which lines may change sides.
    """
    table = _Table(labels, values, led)
    alignments = _ALIGNMENTS if aligned else (_ANYWHERE,)
    return min((table.division(alignment) for alignment in alignments), key=lambda division: division.cost)


def cost_of(labels: Sequence[LabelCell], values: Sequence[ValueLine], starts: Sequence[int]) -> int:
    """Return what a given division costs, wherever its labels stand."""
    table = _Table(labels, values, led=False)
    edges = [*starts, len(values)]
    return sum(
        table.cell(number, edges[number], edges[number + 1], _ANYWHERE)
        + (table.beginning(edges[number]) if number else 0)
        for number in range(len(labels))
    )


def distance(alignment: str, label: LabelCell, first_row: int, last_row: int) -> int:
    """Return how many lines a label is away from where its alignment puts it."""
    if alignment == "top":
        return abs(first_row - label.first)
    if alignment == "middle":
        return abs(first_row + last_row - label.first - label.last) // 2
    return abs(last_row - label.last) if alignment == "bottom" else 0


class _Table:
    """Labels and values of one table, with what is needed to tell the cost of a cell at once."""

    def __init__(self, labels: Sequence[LabelCell], values: Sequence[ValueLine], led: bool) -> None:
        self.labels, self.values, self.led = labels, values, led
        self.traits = traits_of(values)
        self.of_others = [0, *accumulate(trait.outcomes or trait.requirements for trait in self.traits)]
        rows = [value.row for value in values]
        self.beside = [(bisect.bisect_left(rows, one.first), bisect.bisect_right(rows, one.last)) for one in labels]
        lows = [0, *(beside for beside, _ in self.beside)]
        self.limits = [
            self._likeliest(range(low, behind + 1), beside)
            for low, (beside, behind) in zip(lows, self.beside, strict=False)
        ]

    def _likeliest(self, limits: range, beside: int) -> list[int]:
        """Return where a cell may begin; of very many places only those that look like a beginning."""
        if len(limits) <= _MOST_LIMITS:
            return list(limits)
        near = (limits[0], beside)
        ranked = sorted(limits, key=lambda at: (at not in near and not self._is_telling(at), self.beginning(at), at))
        return sorted(ranked[:_MOST_LIMITS])

    def _is_telling(self, at: int) -> bool:
        return any(trait.is_telling for trait in self.traits[max(0, at - 1) : at + 1])

    def beginning(self, at: int) -> int:
        """Return the cost of a cell that begins at a value."""
        return self.traits[at].beginning if at < len(self.traits) else 0

    def division(self, alignment: str) -> Division:
        """Return the division that costs least where the labels stand so in their cells."""
        cost = {at: self._lead(at) for at in self.limits[0]}
        came_from: list[dict[int, int]] = []
        for number, ends in enumerate([*self.limits[1:], [len(self.values)]]):
            reached = {end: self._cheapest(cost, number, end, alignment) for end in ends if end >= min(cost)}
            came_from.append({end: start for end, (_, start) in reached.items()})
            cost = {end: spent + self.beginning(end) for end, (spent, _) in reached.items()}
        end, starts = len(self.values), []
        for back in reversed(came_from):
            end = back[end]
            starts.append(end)
        return Division(tuple(reversed(starts)), alignment, cost[len(self.values)])

    def _cheapest(self, cost: dict[int, int], number: int, end: int, alignment: str) -> tuple[int, int]:
        """Return what the cells up to one that ends here cost, and where that one begins."""
        return min((spent + self.cell(number, at, end, alignment), at) for at, spent in cost.items() if at <= end)

    def _lead(self, at: int) -> int:
        """Return the cost of leaving the values before one to what stands before the first label."""
        if at == 0:
            return self.beginning(0) if self.led else 0
        return self.beginning(at) + (0 if self.led else ODD)

    def cell(self, number: int, start: int, end: int, alignment: str) -> int:
        """Return the cost of the cell of a label that holds these values."""
        label = self.labels[number]
        astray = self._astray(number, start, end) if alignment != _ANYWHERE else 0
        if start == end:
            return _EMPTY.get(label.field, _EMPTY_OTHERWISE) + astray
        away = distance(alignment, label, self.values[start].row, self.values[end - 1].row)
        of_others = self.of_others[end] - self.of_others[start + 1]
        return (
            min(_AWAY * away, _FURTHEST_AWAY) + astray + misfit(label.field, self.traits[start], end - start, of_others)
        )

    def _astray(self, number: int, start: int, end: int) -> int:
        """Return the cost of values beside a label that are not in its cell."""
        first, behind = self.beside[number]
        return ODD if first < behind and (first < start or behind > end) else 0
