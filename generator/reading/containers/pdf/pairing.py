"""Which lines are the value of which label, where no borders part the rows of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from generator.reading.containers.pdf.rows import Print, fills_line, right_edge
from generator.reading.containers.pdf.words import Fragment

_MOST_LINES = 150
_MOST_LABELS = 60
_NEAR = 0.7
_COST_OF_A_LINE_WITHOUT_LABEL = 0.05
_COST_OF_A_CLOSE_BEGINNING = 0.2
_COST_INSIDE_A_SENTENCE = 0.6
_COST_AT_A_BULLET = 0.4
_COST_OF_A_LABEL_BESIDE_NO_GAP = 2.0

_Printed = Sequence[Fragment]
"""A printed line, or the lines of a label."""


def first_lines(labels: Sequence[_Printed], values: Sequence[_Printed], print_: Print) -> list[int]:
    """Return for each label the number of the line its value begins at; the value ends where the next begins.

    Labels stand beside the first lines of their values, or at mid-height of them: whichever fits better.
    """
    if len(values) > _MOST_LINES or len(labels) > _MOST_LABELS:
        heights = [line[0].baseline for line in values]
        return [bisect_right(heights, label[0].baseline - _NEAR * label[0].size) for label in labels]
    beginnings = _costs_of_beginnings(values, print_)
    return min((_cheapest(labels, values, beginnings, cost) for cost in (_from_top, _from_middle)), key=_cost)[1]


def _cost(found: tuple[float, list[int]]) -> float:
    return round(found[0], 6)


def _costs_of_beginnings(values: Sequence[_Printed], print_: Print) -> list[float]:
    """Return how unlikely it is of each line that a value begins there."""
    apart = [print_.is_apart(above[0], below[0]) for above, below in pairwise(values)]
    right = right_edge(fragment for line in values for fragment in line)
    costs = [0.0]
    for (above, line), is_apart in zip(pairwise(values), apart, strict=True):
        first = line[0]
        goes_on = first.text[0].islower() or (not first.is_marked and fills_line(above[-1], first, right))
        cost = _COST_INSIDE_A_SENTENCE if goes_on else _COST_AT_A_BULLET if first.is_marked else 0.0
        costs.append(cost + (_COST_OF_A_CLOSE_BEGINNING if any(apart) and not is_apart else 0.0))
    return [*costs, 0.0]


def _cheapest(
    labels: Sequence[_Printed],
    values: Sequence[_Printed],
    beginnings: Sequence[float],
    cost: Callable[[_Printed, Sequence[_Printed]], float],
) -> tuple[float, list[int]]:
    """Return the cheapest way to share all lines among the labels in their order, with its cost.

    ``ways[end]`` is the cheapest way to share the lines before ``end`` among the labels so far.
    """
    ends = range(len(values) + 1)
    ways: list[tuple[float, list[int]]] = [(_COST_OF_A_LINE_WITHOUT_LABEL * end, []) for end in ends]
    for label in labels:
        longer = []
        for end in ends:
            costs = [
                ways[start][0]
                + beginnings[start]
                + (cost(label, values[start:end]) if start < end else _cost_of_no_value(label, values, end))
                for start in range(end + 1)
            ]
            start = min(range(end + 1), key=costs.__getitem__)
            longer.append((costs[start], [*ways[start][1], start]))
        ways = longer
    return ways[-1]


def _from_top(label: _Printed, value: Sequence[_Printed]) -> float:
    return abs(value[0][0].baseline - label[0].baseline) / label[0].size


def _from_middle(label: _Printed, value: Sequence[_Printed]) -> float:
    return abs(value[0][0].middle + value[-1][0].middle - label[0].middle - label[-1].middle) / 2 / label[0].size


def _cost_of_no_value(label: _Printed, values: Sequence[_Printed], at: int) -> float:
    """Return how unlikely it is that a label has no value, standing between two lines."""
    low, high = label[0].middle - _NEAR * label[0].size, label[-1].middle + _NEAR * label[0].size
    fits = (at == 0 or values[at - 1][0].middle < low) and (at == len(values) or values[at][0].middle > high)
    return 0.0 if fits else _COST_OF_A_LABEL_BESIDE_NO_GAP
