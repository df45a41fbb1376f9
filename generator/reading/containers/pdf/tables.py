"""Ruled tables: the text of their cells, and each row of them as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.reading.containers.pdf.boxes import Box
from generator.reading.containers.pdf.pages import Dot, Glyph, RuledTable
from generator.reading.containers.pdf.rows import Column, Print, Row, column_rows, is_label, joined_text
from generator.reading.containers.pdf.words import Fragment, fragments_of

_SAME_EDGE = 3.0
_MOST_COMPARISONS = 10_000_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and its text."""

    box: Box
    fragments: tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table with its text; rows without any are left out."""

    box: Box
    rows: tuple[tuple[Cell, ...], ...]

    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from row


def read_tables(
    tables: Sequence[RuledTable], glyphs: Sequence[Glyph], dots: Sequence[Dot]
) -> tuple[list[Table], list[Glyph]]:
    """Return the tables with their text, and the characters that stand in none of them.

    A drawing with cells without end is no table.
    """
    found: list[Table] = []
    rest = list(glyphs)
    for table in tables:
        if sum(map(len, table.rows)) * len(rest) > _MOST_COMPARISONS:
            continue
        inside, outside = _parted(rest, table.box)
        rows: list[tuple[Cell, ...]] = []
        for boxes in table.rows:
            row, inside = _row(boxes, inside, dots)
            if any(cell.fragments for cell in row):
                rows.append(row)
        if rows:
            found.append(Table(table.box, tuple(rows)))
        # What stands between the cells goes with the text around the table.
        rest = outside + inside
    return found, rest


def _row(boxes: Sequence[Box], glyphs: list[Glyph], dots: Sequence[Dot]) -> tuple[tuple[Cell, ...], list[Glyph]]:
    cells = []
    for box in boxes:
        inside, glyphs = _parted(glyphs, box)
        drawn = [dot for dot in dots if box.holds(dot.box.x0, dot.box.top)]
        cells.append(Cell(box, tuple(fragments_of(inside, drawn))))
    return tuple(cells), glyphs


def _parted(glyphs: Iterable[Glyph], box: Box) -> tuple[list[Glyph], list[Glyph]]:
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in glyphs:
        held = box.holds((glyph.x0 + glyph.x1) / 2, glyph.baseline - glyph.size / 3)
        (inside if held else outside).append(glyph)
    return inside, outside


def left_edges(tables: Iterable[Table]) -> dict[int, float]:
    """Return how far from its cell's border the text of each column begins, by the place of the border.

    Taken over a whole document: a cell that goes on on the next page may hold nothing but indented lines.
    """
    edges: dict[int, float] = {}
    for table in tables:
        for cell in table.cells():
            for fragment in cell.fragments:
                key = round(cell.box.x0)
                edges[key] = min(edges.get(key, fragment.x0), fragment.x0)
    return edges


def table_rows(table: Table, edges: dict[int, float], print_: Print) -> list[Row]:
    """Return a table as rows: label, TAB, first line of the value; then the further lines of the value."""
    rows: list[Row] = []
    for cells in table.rows:
        rows += _table_row(table, cells, edges, print_)
    return rows


def _table_row(table: Table, cells: Sequence[Cell], edges: dict[int, float], print_: Print) -> list[Row]:
    at_left = cells[0].box.x0 < table.box.x0 + _SAME_EDGE
    if len(cells) == 1 and at_left:
        return _lines(cells[0], edges, print_, tabbed=False)
    if not at_left or not cells[0].fragments:
        # The label stands in a row above: its cell spans several, or a page ended inside the row.
        return [row for cell in cells for row in _lines(cell, edges, print_, tabbed=True)]
    groups = list(_groups(cells))
    if len(cells) > 2 and not all(len(group) == 2 for group in groups) and not _is_labelled(cells):
        return [Row("\t".join(joined_text(cell.fragments) for cell in cells))]
    return [row for group in groups for row in _labelled_rows(group, edges, print_)]


def _groups(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Yield the cells of a row, parted before each label that follows a value ("Level", "3", "Credit", "6")."""
    group = [cells[0]]
    for cell in cells[1:]:
        if len(group) > 1 and is_label(joined_text(cell.fragments)):
            yield group
            group = []
        group.append(cell)
    yield group


def _is_labelled(cells: Sequence[Cell]) -> bool:
    """Tell whether the first of several cells is a label and the others are its value, not a row of labels."""
    first, second = (joined_text(cell.fragments) for cell in cells[:2])
    return is_label(first) and not is_label(second)


def _labelled_rows(cells: Sequence[Cell], edges: dict[int, float], print_: Print) -> list[Row]:
    label, *values = cells
    lines = [row for cell in values for row in _lines(cell, edges, print_, tabbed=True)]
    if any(fragment.is_marker for fragment in label.fragments[1:]):
        return [*_lines(label, edges, print_, tabbed=False), *lines]
    return with_label(joined_text(label.fragments), lines, bold=all(one.bold for one in label.fragments))


def with_label(label: str, lines: Sequence[Row], *, bold: bool) -> list[Row]:
    """Return the lines of a value with the label before the first; a label without a value keeps its TAB."""
    if not lines:
        return [Row(f"{label}\t", bold=bold)]
    first = replace(lines[0], text=f"{label}\t{lines[0].text}", indent=0, tabbed=False, heading=0, after_blank=False)
    return [replace(first, bold=first.bold and bold), *lines[1:]]


def _lines(cell: Cell, edges: dict[int, float], print_: Print, *, tabbed: bool) -> list[Row]:
    left = edges.get(round(cell.box.x0), cell.box.x0)
    right = cell.box.x1 - min(left - cell.box.x0, cell.box.width / 4)
    return column_rows(cell.fragments, Column(left, right, tabbed), print_)
