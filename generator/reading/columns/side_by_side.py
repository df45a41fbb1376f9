"""Two columns of requirements side by side, the blanks between them kept.

Elements with their performance criteria are read row by row, any other two columns one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator.diagnostics import Finding
from generator.positions import Passage, joined
from generator.reading.columns.fitting import is_code
from generator.reading.columns.placing import Placed, holds_gaps, label_of, pieces, placed
from generator.reading.contents import Contents
from generator.reading.headers import is_header
from generator.reading.labels import opening
from generator.reading.lines import Line

_FEWEST_ROWS = 3
_LONGEST_HALF = 400
_DEEPEST_INDENT = 8
_SECTIONS = frozenset({"competency", "assessment_criteria"})
_ELEMENTS = re.compile(r"elements?|outcomes?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}|[\u4e00-\u9fff]")
_NUMBER = re.compile(r"(?:elements?\s+|outcome\s+)?(\d{1,2})(?:[.):]|\s)(?!\d)\s*", re.IGNORECASE)
_DECIMAL = re.compile(r"(\d{1,2})\.\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class _Row:
    place: Placed
    left: Passage | None
    right: Passage | None
    indent: int


def read_side_by_side(contents: Contents) -> Contents:
    """Give the lines of such columns one after the other, and say so."""
    if not holds_gaps(contents):
        return contents
    lines: list[Line] = []
    findings: list[Finding] = []
    places = placed(contents)
    inside = False
    at = 0
    while at < len(places):
        head = _head(places[at].line)
        inside = head is not None or _goes_on_inside(places[at].line, inside)
        rows = _rows(places, at) if inside and head is None else []
        if _are_columns(rows):
            lines += _read(rows)
            findings.append(Finding("columns-merged", places[at].line.passage.span.start, _message(rows)))
        else:
            lines += [row.place.line for row in rows] or [head or places[at].line]
        at += len(rows) or 1
    return replace(contents, lines=tuple(lines), findings=(*contents.findings, *findings))


def _goes_on_inside(line: Line, inside: bool) -> bool:
    """Tell whether a line stands where requirements or criteria do."""
    if is_header(line.passage):
        return False
    found = opening([line], 0)
    return inside if found is None else found.field in _SECTIONS


def _head(line: Line) -> Line | None:
    """Return the heads "ELEMENT" and "PERFORMANCE CRITERIA" of two columns as one label."""
    cells = [line.passage.slice(*edges) for edges in pieces(line.text)]
    if len(cells) != 2 or not _ELEMENTS.fullmatch(cells[0].text):
        return None
    label = joined(cells, " / ")
    return replace(line, passage=label, indent=0) if label_of(label) else None


def _rows(places: Sequence[Placed], at: int) -> list[_Row]:
    """Return the rows that begin at a line and have the edge of its second half, nothing where it has no two."""
    first = _halves(places[at])
    if len(first) != 2:
        return []
    edge = places[at].column(first[1][0], len)
    rows: list[_Row] = []
    for place in islice(places, at, None):
        row = _cut(place, edge)
        if row is None or (row.left is not None and opening([Line(row.left)], 0)):
            break
        rows.append(row)
    return rows


def _are_columns(rows: Sequence[_Row]) -> bool:
    """Tell whether rows are two columns of text; rows of codes or of numbers are another table."""
    whole = [row.left.text for row in rows if row.left is not None and row.right is not None]
    if any(is_code(text) or not _WORD.search(text) for text in whole):
        return False
    return len(whole) >= _FEWEST_ROWS or (bool(whole) and _are_elements(rows))


def _halves(place: Placed) -> list[tuple[int, int]]:
    """Return start and end of the stretches of a line that blanks keep apart; marks go with the text behind them.

    What follows the third of them does not count.
    """
    if place.before is None or "\t" in place.text or is_header(place.line.passage):
        return []
    halves: list[tuple[int, int]] = []
    is_mark = False
    for start, end in pieces(place.text):
        if is_mark:
            halves[-1] = (halves[-1][0], end)
        else:
            halves.append((start, end))
        if len(halves) > 2 or end - halves[-1][0] > _LONGEST_HALF:
            break
        is_mark = _WORD.search(place.text, start, end) is None
    return halves


def _cut(place: Placed, edge: int) -> _Row | None:
    halves = _halves(place)
    line = place.line.passage
    if len(halves) == 1 and place.column(0, len) >= edge - 1:
        return _Row(place, None, line, max(0, place.column(0, len) - edge))
    if len(halves) == 1 and place.column(len(place.text), len) < edge:
        return _Row(place, line, None, 0)
    if len(halves) != 2 or not -1 <= place.column(halves[1][0], len) - edge <= _DEEPEST_INDENT:
        return None
    begin = halves[1][0]
    return _Row(place, line.slice(*halves[0]), line.slice(begin), max(0, place.column(begin, len) - edge))


def _message(rows: Sequence[_Row]) -> str:
    order = "each element before its criteria" if _are_elements(rows) else "the left one before the right one"
    return f"two columns stand side by side; read {order}"


def _are_elements(rows: Sequence[_Row]) -> bool:
    """Tell whether numbers on the right ("2.1") belong to numbers on the left ("2")."""
    left = {match.group(1) for row in rows if row.left and (match := _NUMBER.match(row.left.text))}
    right = {match.group(1) for row in rows if row.right and (match := _DECIMAL.match(row.right.text))}
    return bool(right) and right <= left


def _read(rows: Sequence[_Row]) -> Iterator[Line]:
    if not _are_elements(rows):
        yield from (replace(row.place.line, passage=row.left) for row in rows if row.left)
        yield from (_right_line(row) for row in rows if row.right)
        return
    element: list[_Row] = []
    for row in rows:
        if row.left and _NUMBER.match(row.left.text) and element:
            yield from _element(element)
            element = []
        element.append(row)
    yield from _element(element)


def _element(rows: Sequence[_Row]) -> Iterator[Line]:
    """Yield the heading of an element on one line, then its criteria."""
    left = [row for row in rows if row.left]
    if left:
        yield replace(left[0].place.line, passage=joined(row.left for row in left if row.left), indent=0)
    yield from (_right_line(row) for row in rows if row.right)


def _right_line(row: _Row) -> Line:
    return replace(row.place.line, passage=row.right or Passage("", ()), indent=row.indent)
