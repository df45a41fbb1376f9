"""Sheets with a label column and a value column kept apart by blanks, as ``pdftotext -layout`` writes tables.

The left edge that most values share is the value column. Labels may be broken over rows and stand anywhere beside
their value; which lines are whose is for `cells` to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.diagnostics import Finding
from generator.positions import Passage, joined
from generator.reading.columns.cells import Division, LabelCell, distance, divide
from generator.reading.columns.fitting import begins_requirements
from generator.reading.columns.placing import MEASURES, Measure, Placed, holds_gaps, label_of, pieces, placed
from generator.reading.columns.values import ValueLine
from generator.reading.contents import Contents
from generator.reading.headers import is_header
from generator.reading.labels import opening
from generator.reading.lines import Line
from generator.text.wording import counted

_MOST_ROWS_OF_A_LABEL = 4
_FEWEST_LABELS = 3
_FEWEST_LABELS_WITH_LINES = 2
_FEWEST_LINES = 2
_LONGEST_LABEL = 60
_FURTHEST_EDGE = 160
_ROWS_BETWEEN = 2
"""The halves of a label in the middle of its cell stand above and below a value of one line."""
_SLACK = 1


@dataclass(frozen=True, slots=True)
class _Column:
    """The left edge of the values, and the measure in which they share it."""

    edge: int
    measure: Measure


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the page cut at the value column; ``label`` or ``value`` may be None."""

    place: Placed
    label: Passage | None
    value: Passage | None
    indent: int = 0


@dataclass(frozen=True, slots=True)
class _Label:
    passage: Passage
    line: Line
    cell: LabelCell


def read_label_column(contents: Contents) -> Contents:
    """Give every label of such a sheet the lines of its cell: "Label TAB first line", the others behind it."""
    if not holds_gaps(contents):
        return contents
    lines: list[Line] = []
    findings: list[Finding] = []
    column: _Column | None = None
    for page in _pages(contents):
        own = _column(page)
        column = own or (column if column and _goes_on(page, column) else None)
        if column is None:
            lines += [place.line for place in page]
            continue
        for region, is_table in _regions(page, column):
            if not is_table:
                lines += [row.place.line for row in region]
                continue
            found, reported = _table(region, led=own is None)
            lines += found
            findings += reported
    return replace(contents, lines=tuple(lines), findings=(*contents.findings, *findings))


def _pages(contents: Contents) -> Iterator[list[Placed]]:
    """Yield the lines between page breaks and headers of units: each such stretch may have a column of its own."""
    page: list[Placed] = []
    end = 0
    for place in placed(contents):
        start = place.line.passage.span.start
        if page and ("\f" in contents.text[end:start] or is_header(place.line.passage)):
            yield page
            page = []
        page.append(place)
        end = max(end, start)
    if page:
        yield page


def _column(page: Sequence[Placed]) -> _Column | None:
    """Return the value column: where values begin behind labels of different lengths."""
    edges = ((_edge(page, measure), measure) for measure in MEASURES)
    return next((_Column(edge, measure) for edge, measure in edges if edge is not None), None)


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


def _goes_on(page: Sequence[Placed], column: _Column) -> bool:
    """Tell whether a page without a column of its own goes on with the one before it."""
    rows = [_cut(place, column) for place in page]
    return all(row is not None for row in rows)


def _cut(place: Placed, column: _Column) -> _Row | None:
    """Return the row cut at the value column, None for a line that runs across it."""
    if place.before is None or "\t" in place.text or is_header(place.line.passage):
        return None
    line, edge = place.line.passage, column.edge
    start = place.column(0, column.measure)
    if start >= edge - _SLACK:
        return _Row(place, None, line, max(0, start - edge))
    for (_, end), (begin, _) in pairwise(pieces(place.text)):
        at = place.column(begin, column.measure)
        if at < edge - _SLACK:
            continue
        if place.column(end, column.measure) >= edge:
            break
        return _Row(place, line.slice(0, end), line.slice(begin), max(0, at - edge))
    if place.column(len(place.text), column.measure) < edge:
        return _Row(place, line, None)
    return _cut_at_one_blank(place, column)


def _cut_at_one_blank(place: Placed, column: _Column) -> _Row | None:
    """Return the row of a label so long that only one blank is left before its value."""
    text = place.text
    for at in range(min(len(text) - 1, column.edge)):
        if text[at] == " " and abs(place.column(at + 1, column.measure) - column.edge) <= _SLACK:
            label = place.line.passage.slice(0, at)
            if label_of(label) is not None:
                return _Row(place, label, place.line.passage.slice(at + 1))
    return None


def _regions(page: Sequence[Placed], column: _Column) -> Iterator[tuple[list[_Row], bool]]:
    """Yield stretches of rows, and whether they are rows of the table; lines across both columns are not."""
    region: list[_Row] = []
    inside = False
    for place in page:
        row = _cut(place, column)
        if region and (row is not None) != inside:
            yield region, inside
            region = []
        inside = row is not None
        region.append(row or _Row(place, None, None))
    if region:
        yield region, inside


def _table(rows: Sequence[_Row], *, led: bool) -> tuple[list[Line], list[Finding]]:
    labels = list(_labels(rows))
    if not labels or all(label.cell.field is None for label in labels):
        return [row.place.line for row in rows], []
    values = [row for row in rows if row.value is not None]
    lines = [_value_of(row) for row in values]
    division = divide([label.cell for label in labels], lines, led=led)
    edges = [*division.starts, len(values)]
    found = [_value_line(row) if led else row.place.line for row in values[: edges[0]]]
    for number, label in enumerate(labels):
        found += _cell(label, values[edges[number] : edges[number + 1]])
    return found, list(_findings(labels, lines, division))


def _labels(rows: Sequence[_Row]) -> Iterator[_Label]:
    """Yield the labels of the left column; a label may be broken over rows, even in the middle of a word."""
    printed = [row for row in rows if row.label is not None]
    at = 0
    while at < len(printed):
        count, label = _longest_label(printed, at)
        yield label
        at += count


def _longest_label(rows: Sequence[_Row], at: int) -> tuple[int, _Label]:
    follows = 1
    while follows < _MOST_ROWS_OF_A_LABEL and at + follows < len(rows):
        if rows[at + follows].place.row > rows[at + follows - 1].place.row + _ROWS_BETWEEN:
            break
        follows += 1
    for count in range(follows, 0, -1):
        for separator in (" ", ""):
            passage = joined((row.label for row in rows[at : at + count] if row.label is not None), separator)
            field = _field(passage)
            if field is not None:
                return count, _Label(
                    passage, rows[at].place.line, LabelCell(field, rows[at].place.row, rows[at + count - 1].place.row)
                )
    row = rows[at]
    return 1, _Label(row.label or Passage("", ()), row.place.line, LabelCell(None, row.place.row, row.place.row))


def _field(passage: Passage) -> str | None:
    found = opening([Line(passage)], 0)
    if found is None or (found.value and not begins_requirements(found.value.text)):
        return None
    return found.field


def _cell(label: _Label, values: Sequence[_Row]) -> list[Line]:
    """Return the lines of a cell: label, TAB and first line of the value, then the other lines of the value."""
    parts = [label.passage, *(row.value for row in values[:1] if row.value is not None)]
    head = replace(label.line, passage=joined(parts, "\t"), indent=0, tabbed=False)
    return [head, *(_value_line(row) for row in values[1:])]


def _value_of(row: _Row) -> ValueLine:
    text = row.value.text if row.value is not None else ""
    return ValueLine(row.place.row, text, row.indent, row.place.line.after_blank)


def _value_line(row: _Row) -> Line:
    return replace(row.place.line, passage=row.value or row.place.line.passage, indent=row.indent, tabbed=True)


def _findings(labels: Sequence[_Label], values: Sequence[ValueLine], division: Division) -> Iterator[Finding]:
    edges = [*division.starts, len(values)]
    for number, label in enumerate(labels):
        start, end = edges[number], edges[number + 1]
        if start == end:
            continue
        above = label.cell.first - values[start].row
        if above > 0 or distance(division.alignment, label.cell, values[start].row, values[end - 1].row):
            off = f"{counted(abs(above), 'line')} {'above' if above > 0 else 'below'}"
            message = f"the value of {label.passage.text!r} begins {off} its label"
            yield Finding("label-shift", label.passage.span.start, message)
