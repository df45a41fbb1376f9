"""Rows of tables, whatever drew them: the first cell is the label of what stands in the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.positions import Passage, joined
from generator.reading.containers.list_marks import begins_item
from generator.reading.items import GLYPHS
from generator.reading.lines import Line

_MOST_LINES_OF_A_LABEL = 4
_MARK = re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}})*[.)]?|[{re.escape(GLYPHS)}]|[(（]?[a-z][.)）]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines and its column, counted from 0. A cell that ``frames`` others only lays out a page."""

    lines: tuple[Line, ...]
    column: int
    frames: bool = False


def table_lines(rows: Sequence[Sequence[Cell]]) -> Iterator[Line]:
    """Yield the lines of a table; columns without any text do not count."""
    filled = [[cell for cell in row if cell.lines] for row in rows]
    columns = {cell.column for row in filled for cell in row}
    first = min(columns, default=0)
    for row in filled:
        if any(cell.frames for cell in row):
            yield from (line for cell in row for line in cell.lines)
        elif row and (row[0].column > first or _is_mark(row)):
            yield from _joined_cells((), _with_mark(row))
        elif row:
            yield from _labelled(row)


def _is_mark(row: Sequence[Cell]) -> bool:
    """Tell whether the first cell of a row holds only the mark of what stands beside it."""
    return len(row) > 1 and len(row[0].lines) == 1 and _MARK.fullmatch(row[0].lines[0].text) is not None


def _with_mark(row: Sequence[Cell]) -> Sequence[Cell]:
    """Return a row with the mark in its first cell, if there is one, before the text beside it."""
    if not _is_mark(row):
        return row
    mark, text = row[0].lines[0], row[1].lines[0]
    separator = ". " if mark.text.isdigit() else " "
    first = replace(text, passage=joined((mark.passage, text.passage), separator))
    return (replace(row[1], lines=(first, *row[1].lines[1:])), *row[2:])


def _labelled(row: Sequence[Cell]) -> Iterator[Line]:
    """Yield the lines of a row: label and value joined by a TAB, what else is in the cells in the second column.

    A long cell or a list in the place of the label is none: such a table puts texts side by side.
    """
    head, *others = row
    if not others or len(head.lines) > _MOST_LINES_OF_A_LABEL or _holds_items(head):
        yield from (line for cell in row for line in cell.lines)
    else:
        yield from _joined_cells(head.lines, others)


def _holds_items(cell: Cell) -> bool:
    """Tell whether a cell is a list; a label may begin with a number of its own."""
    return any(line.item for line in cell.lines) or any(begins_item(line.text) for line in cell.lines[1:])


def _is_item(line: Line, before: Sequence[Passage]) -> bool:
    """Tell whether a cell begins with an item that stands for itself: behind a label, a number may be the first."""
    if line.item:
        return True
    behind_label = len(before) == 1 and not begins_item(before[0].text)
    return not behind_label and bool(before) and begins_item(line.text)


def _joined_cells(label: Sequence[Line], cells: Iterable[Cell]) -> list[Line]:
    passages = [joined(line.passage for line in label)] if label else []
    rest: list[Line] = []
    for cell in cells:
        lines = cell.lines
        if not rest and not _is_item(lines[0], passages):
            passages.append(lines[0].passage)
            lines = lines[1:]
        rest += [replace(line, tabbed=True) for line in lines]
    if not passages:
        return rest
    first = label[0] if label else Line(passages[0], tabbed=True)
    bold = bool(label) and all(line.bold for line in label) and len(passages) == 1
    return [replace(first, passage=joined(passages, "\t"), bold=bold, item=False), *rest]
