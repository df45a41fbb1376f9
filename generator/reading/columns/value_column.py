"""The value column of a page: the left edge that values share, and rows cut at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.positions import Passage
from generator.reading.columns.placing import MEASURES, Measure, Placed, label_of, pieces
from generator.reading.headers import is_header

_FEWEST_LABELS = 3
_FEWEST_LABELS_WITH_LINES = 2
_FEWEST_LINES = 2
_LONGEST_LABEL = 60
_FURTHEST_EDGE = 160
_SLACK = 1


@dataclass(frozen=True, slots=True)
class Column:
    """The left edge of the values, and the measure in which they share it."""

    edge: int
    measure: Measure


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the page cut at the value column; ``label`` or ``value`` may be None."""

    place: Placed
    label: Passage | None
    value: Passage | None
    indent: int = 0


def find_column(page: Sequence[Placed]) -> Column | None:
    """Return the value column: where values begin behind labels of different lengths."""
    edges = ((_edge(page, measure), measure) for measure in MEASURES)
    return next((Column(edge, measure) for edge, measure in edges if edge is not None), None)


def _edge(page: Sequence[Placed], measure: Measure) -> int | None:
    ends: dict[int, set[int]] = {}
    labels: Counter[int] = Counter()
    alone: Counter[int] = Counter()
    for place in page:
        if place.before is None or "\t" in place.text:
            continue
        (_, end), *others = pieces(place.text)
        alone[place.column(0, measure)] += 1
        if others and end <= _LONGEST_LABEL and label_of(place.line.passage.slice(0, end)) is not None:
            edge = place.column(others[0][0], measure)
            labels[edge] += 1
            ends.setdefault(edge, set()).add(place.column(end, measure))
    for edge, count in sorted(labels.items(), key=lambda item: (-item[1], item[0])):
        enough = count >= _FEWEST_LABELS or (count >= _FEWEST_LABELS_WITH_LINES and alone[edge] >= _FEWEST_LINES)
        if enough and len(ends[edge]) > 1 and edge <= _FURTHEST_EDGE:
            return edge
    return None


def goes_on(page: Sequence[Placed], column: Column) -> bool:
    """Tell whether a page without a column of its own goes on with the one before it."""
    rows = [cut(place, column) for place in page]
    return all(row is not None for row in rows)


def cut(place: Placed, column: Column) -> Row | None:
    """Return the row cut at the value column, None for a line that runs across it."""
    if place.before is None or "\t" in place.text or is_header(place.line.passage):
        return None
    line, edge = place.line.passage, column.edge
    start = place.column(0, column.measure)
    if start >= edge - _SLACK:
        return Row(place, None, line, max(0, start - edge))
    for (_, end), (begin, _) in pairwise(pieces(place.text)):
        at = place.column(begin, column.measure)
        if at < edge - _SLACK:
            continue
        if place.column(end, column.measure) >= edge:
            break
        return Row(place, line.slice(0, end), line.slice(begin), max(0, at - edge))
    if place.column(len(place.text), column.measure) < edge:
        return Row(place, line, None)
    return _cut_at_one_blank(place, column)


def _cut_at_one_blank(place: Placed, column: Column) -> Row | None:
    """Return the row of a label so long that only one blank is left before its value."""
    text = place.text
    for at in range(min(len(text) - 1, column.edge)):
        if text[at] == " " and abs(place.column(at + 1, column.measure) - column.edge) <= _SLACK:
            label = place.line.passage.slice(0, at)
            if label_of(label) is not None:
                return Row(place, label, place.line.passage.slice(at + 1))
    return None
