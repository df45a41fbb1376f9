"""Sheets with a label column and a value column kept apart by blanks, as ``pdftotext -layout`` writes tables.

The left edge that most values share is the value column. Labels may be broken over rows and stand anywhere beside
their value; which lines are whose is for `cells` to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Finding
from generator.positions import Passage, joined
from generator.reading.columns.cells import Division, LabelCell, distance, divide
from generator.reading.columns.fitting import begins_requirements
from generator.reading.columns.placing import Placed, holds_gaps, placed
from generator.reading.columns.value_column import Column, Row, cut, find_column, goes_on
from generator.reading.columns.values import ValueLine
from generator.reading.contents import Contents
from generator.reading.headers import is_header
from generator.reading.labels import opening
from generator.reading.lines import Line
from generator.text.wording import counted

_MOST_ROWS_OF_A_LABEL = 4
_ROWS_BETWEEN = 2
"""The halves of a label in the middle of its cell stand above and below a value of one line."""


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
    column: Column | None = None
    for page in _pages(contents):
        own = find_column(page)
        column = own or (column if column and goes_on(page, column) else None)
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


def _regions(page: Sequence[Placed], column: Column) -> Iterator[tuple[list[Row], bool]]:
    """Yield stretches of rows, and whether they are rows of the table; lines across both columns are not."""
    region: list[Row] = []
    inside = False
    for place in page:
        row = cut(place, column)
        if region and (row is not None) != inside:
            yield region, inside
            region = []
        inside = row is not None
        region.append(row or Row(place, None, None))
    if region:
        yield region, inside


def _table(rows: Sequence[Row], *, led: bool) -> tuple[list[Line], list[Finding]]:
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


def _labels(rows: Sequence[Row]) -> Iterator[_Label]:
    """Yield the labels of the left column; a label may be broken over rows, even in the middle of a word."""
    printed = [row for row in rows if row.label is not None]
    at = 0
    while at < len(printed):
        count, label = _longest_label(printed, at)
        yield label
        at += count


def _longest_label(rows: Sequence[Row], at: int) -> tuple[int, _Label]:
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


def _cell(label: _Label, values: Sequence[Row]) -> list[Line]:
    """Return the lines of a cell: label, TAB and first line of the value, then the other lines of the value."""
    parts = [label.passage, *(row.value for row in values[:1] if row.value is not None)]
    head = replace(label.line, passage=joined(parts, "\t"), indent=0, tabbed=False)
    return [head, *(_value_line(row) for row in values[1:])]


def _value_of(row: Row) -> ValueLine:
    text = row.value.text if row.value is not None else ""
    return ValueLine(row.place.row, text, row.indent, row.place.line.after_blank)


def _value_line(row: Row) -> Line:
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
