"""Columns without borders: labels beside their values, and text in two columns as in a newspaper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from generator.reading.containers.pdf.pairing import first_lines
from generator.reading.containers.pdf.rows import (
    Column,
    Print,
    Row,
    column_rows,
    is_label,
    joined_text,
    printed_lines,
    right_edge,
)
from generator.reading.containers.pdf.tables import with_label
from generator.reading.containers.pdf.words import Fragment

_SAME_EDGE = 2.5
_FEWEST_LABELS = 2
_FEWEST_LINES = 5
_FILLED = 0.6


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text of a document begins and ends, and where its values begin beside their labels."""

    left: float
    right: float
    values: tuple[int, ...]

    @classmethod
    def of(cls, pages: Sequence[Sequence[Fragment]]) -> Margins:
        fragments = [fragment for page in pages for fragment in page]
        starts = Counter(round(start) for page in pages for start in _value_starts(page))
        values = [
            start
            for start, count in sorted(starts.items())
            if count + starts[start - 1] + starts[start + 1] >= _FEWEST_LABELS
        ]
        return cls(min((one.x0 for one in fragments), default=0.0), right_edge(fragments), tuple(values))


def _value_starts(page: Sequence[Fragment]) -> Iterator[float]:
    """Yield where the text to the right of each label begins."""
    for line in printed_lines(page):
        for label, value in pairwise(line):
            if is_label(label.text):
                yield value.x0


def region_rows(fragments: Sequence[Fragment], margins: Margins, print_: Print, *, goes_on: bool) -> list[Row]:
    """Return the text of a region of a page without borders as rows.

    ``goes_on`` says that a value may go on from the page before.
    """
    rows: list[Row] = []
    start = _values_start(fragments, margins)
    if start is None:
        return _newspaper_rows(fragments, margins, print_)
    apart = [part for fragment in fragments for part in _without_label(fragment, start)]
    for crosses, group in groupby(_lines_with_crossing(apart, start), key=lambda pair: pair[0]):
        run = [fragment for _, line in group for fragment in line]
        if crosses or not (goes_on or any(one.x0 < start - _SAME_EDGE for one in run)):
            rows += _plain_rows(run, margins, print_)
        else:
            rows += _labelled_rows(run, start, margins, print_)
        goes_on = not crosses
    return rows


def _values_start(fragments: Sequence[Fragment], margins: Margins) -> float | None:
    """Return where the values of a region begin: where most labels say so, else where its lines do."""
    found = Counter(round(start) for start in _value_starts(fragments))
    best: tuple[int, int, int] = (0, 0, 0)
    for start in margins.values:
        labels = found[start]
        lines = sum(abs(one.x0 - start) <= _SAME_EDGE for one in fragments)
        crossing = sum(_crosses(one, start) for one in fragments)
        if labels or lines > 2 * crossing:
            best = max(best, (labels, lines, start))
    return float(best[2]) if best[1] else None


def _crosses(fragment: Fragment, start: float) -> bool:
    return fragment.x0 < start - _SAME_EDGE and fragment.x1 > start + _SAME_EDGE


def _without_label(fragment: Fragment, start: float) -> tuple[Fragment, ...]:
    """Return a fragment parted where its value begins: a long label leaves but a narrow gap before it."""
    if _crosses(fragment, start):
        for count, word in enumerate(fragment.words):
            if count and abs(word.x0 - start) <= _SAME_EDGE:
                label, value = fragment.split(count)
                return (label, value) if is_label(label.text) else (fragment,)
    return (fragment,)


def _lines_with_crossing(fragments: Iterable[Fragment], start: float) -> Iterator[tuple[bool, list[Fragment]]]:
    for line in printed_lines(fragments):
        yield any(_crosses(one, start) for one in line), line


def _plain_rows(fragments: Sequence[Fragment], margins: Margins, print_: Print) -> list[Row]:
    return column_rows(fragments, Column(margins.left, margins.right), print_)


def _labelled_rows(fragments: Sequence[Fragment], start: float, margins: Margins, print_: Print) -> list[Row]:
    """Return labels with the values beside them; where several lines are a value, its label may be at mid-height."""
    labels = _labels(sorted((one for one in fragments if one.x0 < start - _SAME_EDGE), key=_height), print_)
    values = printed_lines(one for one in fragments if one.x0 >= start - _SAME_EDGE)
    if not values or (labels and not any(is_label(joined_text(label)) for label in labels)):
        return _plain_rows(fragments, margins, print_)
    firsts = first_lines(labels, values, print_)
    column = Column(start, margins.right, tabbed=True)
    lines = column_rows([one for value in values for one in value], column, print_)
    rows = lines[: firsts[0]] if firsts else lines
    for label, first, end in zip(labels, firsts, [*firsts[1:], len(lines)], strict=True):
        rows += with_label(joined_text(label), lines[first:end], bold=all(one.bold for one in label))
    return rows


def _height(fragment: Fragment) -> tuple[float, float]:
    return fragment.baseline, fragment.x0


def _labels(fragments: Sequence[Fragment], print_: Print) -> list[list[Fragment]]:
    """Return the lines of the label column label by label: some are broken over lines."""
    labels: list[list[Fragment]] = []
    for fragment in fragments:
        if labels and _goes_on(labels[-1], fragment, print_):
            labels[-1].append(fragment)
        else:
            labels.append([fragment])
    return labels


def _goes_on(label: Sequence[Fragment], fragment: Fragment, print_: Print) -> bool:
    if label[-1].line == fragment.line:
        return True
    if print_.is_apart(label[-1], fragment):
        return False
    whole = is_label(joined_text(label))
    if is_label(joined_text([*label, fragment])):
        return not (whole and is_label(fragment.text))
    return not is_label(fragment.text) and (not whole or fragment.text[0] in "(（/" or fragment.text[0].islower())


def _newspaper_rows(fragments: Sequence[Fragment], margins: Margins, print_: Print) -> list[Row]:
    """Return text that is printed in two columns column by column, other text line by line."""
    start = _second_column(fragments)
    if start is None:
        return _plain_rows(fragments, margins, print_)
    rows: list[Row] = []
    for crosses, group in groupby(_lines_with_crossing(fragments, start), key=lambda pair: pair[0]):
        run = [fragment for _, line in group for fragment in line]
        left = [one for one in run if one.x0 < start - _SAME_EDGE]
        right = [one for one in run if one.x0 >= start - _SAME_EDGE]
        if crosses or min(len(left), len(right)) < _FEWEST_LINES:
            rows += _plain_rows(run, margins, print_)
            continue
        rows += column_rows(left, replace(_column(left), left=margins.left), print_)
        rows += column_rows(right, _column(right), print_)
    return rows


def _column(fragments: Sequence[Fragment]) -> Column:
    return Column(min(one.x0 for one in fragments), right_edge(fragments))


def _second_column(fragments: Sequence[Fragment]) -> float | None:
    """Return where the second of two columns of running text begins, None where there are no columns.

    Both are columns of text where their lines fill them; rows of short cells do not.
    """
    starts = Counter(round(right.x0) for line in printed_lines(fragments) for _, right in pairwise(line))
    for start, count in starts.most_common(3):
        left = [one for one in fragments if one.x1 < start - _SAME_EDGE]
        right = [one for one in fragments if one.x0 >= start - _SAME_EDGE]
        if count < _FEWEST_LINES or min(len(left), len(right)) < _FEWEST_LINES:
            continue
        width = start - min(one.x0 for one in left)
        if median(one.x1 - one.x0 for one in left) > _FILLED * width and len(left) > _FILLED * len(right):
            return float(start)
    return None
