"""Rows of labels over rows of values: "Code TAB Level TAB Credit" and below it what they are.

One row of values gives the fields of one unit. Several rows below labels of whole units (a spreadsheet with one unit
a row) give one unit each; below other labels they are an index and stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator.positions import Passage, joined
from generator.reading.columns.fitting import fits
from generator.reading.columns.placing import label_of, pieces
from generator.reading.contents import Contents
from generator.reading.lines import Line
from generator.reading.vocabulary import EXTRA_FIELD, SECTION

_SEPARATORS = "\t,;"
_MOST_LABELS = 40
_BODY = frozenset({"competency", "assessment_criteria"})
_NAMES = frozenset({"code", "title"})


@dataclass(frozen=True, slots=True)
class _Head:
    """A row of labels: each with its column, the passage and the field (None: not known)."""

    labels: dict[int, tuple[Passage, str | None]]

    @property
    def fields(self) -> set[str | None]:
        return {field for _, field in self.labels.values()}


def read_label_rows(contents: Contents) -> Contents:
    """Give every label of such rows its value: "Label TAB value", further lines of a cell behind it."""
    lines: list[Line] = []
    at = 0
    while at < len(contents.lines):
        head = _head(contents, at)
        rows = _rows(contents, at + 1, head) if head is not None else []
        if head is not None and rows and (len(rows) == 1 or (head.fields & _BODY and head.fields & _NAMES)):
            for number, (start, end) in enumerate(rows):
                lines += _row_lines(contents, head, start, end, again=number > 0)
            at = rows[-1][1]
        else:
            lines.append(contents.lines[at])
            at += 1
    return replace(contents, lines=tuple(lines))


def _head(contents: Contents, at: int) -> _Head | None:
    """Return the row of labels a line is: labels of two fields at least, and no more unknown words than labels."""
    line = contents.lines[at]
    if line.item or line.tabbed:
        return None
    cells = _cells(contents, line)
    if not 1 < len(cells) <= _MOST_LABELS:
        return None
    labels = {column: (passage, _field(passage)) for column, passage in cells}
    known = [(field, passage.text) for passage, field in labels.values() if field is not None]
    distinct = {text.casefold() if field in (EXTRA_FIELD, SECTION) else field for field, text in known}
    if len(distinct) < max(2, len(known)) or 2 * len(known) < len(cells):
        return None
    return _Head(labels)


def _field(passage: Passage) -> str | None:
    found = label_of(passage)
    return found.field if found else None


def _cells(contents: Contents, line: Line) -> list[tuple[int, Passage]]:
    """Return the cells of a row with their columns; cells are apart by TABs, or by two blanks where there is no TAB.

    A TAB that a container put between two cells stands for as many columns as there are separators in the source.
    """
    if "\t" not in line.text:
        edges = list(islice(pieces(line.text), _MOST_LABELS + 1))
        return [(column, line.passage.slice(*edge)) for column, edge in enumerate(edges)]
    if line.text.count("\t") > _MOST_LABELS:
        return []
    cells: list[tuple[int, Passage]] = []
    column, start = 0, 0
    for part in line.text.split("\t"):
        passage = line.passage.slice(start, start + len(part))
        if cells:
            column += _columns_between(contents.text, cells[-1][1], passage)
        cells.append((column, passage.strip()))
        start += len(part) + 1
    return [cell for cell in cells if cell[1]]


def _columns_between(text: str, left: Passage, right: Passage) -> int:
    """Return how many columns further right the second of two passages stands."""
    if not left or not right:
        return 1
    between = text[left.span.end : right.span.start]
    return max(1, max(between.count(separator) for separator in _SEPARATORS))


def _rows(contents: Contents, at: int, head: _Head) -> list[tuple[int, int]]:
    """Return where the rows of values below a row of labels begin and end."""
    rows: list[tuple[int, int]] = []
    while at < len(contents.lines) and _is_row(contents, at, head):
        end = at + 1
        while end < len(contents.lines) and contents.lines[end].tabbed:
            end += 1
        rows.append((at, end))
        at = end
    return rows


def _is_row(contents: Contents, at: int, head: _Head) -> bool:
    line = contents.lines[at]
    cells = _cells(contents, line)
    if line.tabbed or len(cells) < 2 or _field(cells[0][1]) is not None:
        return False
    if any(column not in head.labels for column, _ in cells):
        return False
    whole = len(cells) == len(head.labels) or bool(head.fields & _BODY)
    return whole and all(fits(head.labels[column][1] or "", cell.text) for column, cell in cells)


def _row_lines(contents: Contents, head: _Head, start: int, end: int, *, again: bool) -> Iterator[Line]:
    """Yield the lines of one row of values; labels used ``again`` stand for themselves only once."""
    values: dict[int, list[Line]] = {column: [] for column in head.labels}
    last = 0
    before: Passage | None = None
    for number in range(start, end):
        line = contents.lines[number]
        cells = _cells(contents, line) if number == start else [(0, line.passage)]
        for column, passage in cells:
            last = column if before is None or number == start else last + _breaks(contents.text, before, passage)
            values.setdefault(last, []).append(replace(line, passage=passage, tabbed=True))
            before = passage
    for column in sorted(values):
        label = head.labels.get(column, (Passage("", ()), None))[0]
        yield from _cell(Passage(label.text, ()) if again else label, values[column], contents.lines[start])


def _breaks(text: str, left: Passage, right: Passage) -> int:
    """Return how many cells further a line stands than the line before it: none where only a line end is between."""
    between = text[left.span.end : right.span.start]
    return max(between.count(separator) for separator in _SEPARATORS) if '"' in between or "\t" in between else 0


def _cell(label: Passage, lines: Sequence[Line], row: Line) -> Iterator[Line]:
    parts = [label, *(line.passage for line in lines[:1] if not line.item)]
    yield replace(row, passage=joined(parts, "\t"), indent=0, tabbed=False)
    yield from lines[len(parts) - 1 :]
