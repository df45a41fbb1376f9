"""Tables and lists of terms in markup: cells to rows, with cells that reach over several rows and columns."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from generator.reading.containers.table_rows import Cell, table_lines
from generator.reading.containers.walk import Table, Walk
from generator.reading.lines import Line

_CELLS = frozenset({"td", "th"})
_COLUMN_OF_TERM = {"dt": 0, "dd": 1}
_WIDEST_SPAN = 1000


def enter(walk: Walk, tag: str) -> None:
    """Note that a node begins: a table, a list of terms, or a cell of one of them."""
    if tag in ("table", "dl"):
        if walk.tables and tag == "table":
            walk.tables[-1].frames = True
        walk.tables.append(Table(terms=tag == "dl"))
    elif _is_cell(walk, tag):
        walk.sinks.append([])


def leave(walk: Walk, node: LexborNode, tag: str) -> None:
    """Note that a node ends; at its end a table gives its lines."""
    if tag in ("table", "dl"):
        table = walk.tables.pop()
        table.end_row()
        walk.sinks[-1] += table_lines(table.rows)
    elif _is_cell(walk, tag):
        lines = tuple(walk.sinks.pop())
        if tag in _COLUMN_OF_TERM:
            _add_term(walk.tables[-1], _COLUMN_OF_TERM[tag], Cell(lines, _COLUMN_OF_TERM[tag]))
        else:
            _add_cell(walk.tables[-1], node, lines)
    elif tag == "tr" and walk.tables:
        walk.tables[-1].end_row()


def _is_cell(walk: Walk, tag: str) -> bool:
    if not walk.tables:
        return False
    return tag in (_COLUMN_OF_TERM if walk.tables[-1].terms else _CELLS)


def _add_cell(table: Table, node: LexborNode, lines: tuple[Line, ...]) -> None:
    attributes = node.attributes
    column = table.place(_span(attributes.get("colspan")), _span(attributes.get("rowspan")))
    table.row.append(Cell(lines, column, table.frames))
    table.frames = False


def _add_term(table: Table, column: int, cell: Cell) -> None:
    """Add a term or definition; a term behind a definition begins a new row, further definitions go on with theirs."""
    if table.row and column < table.row[-1].column:
        table.end_row()
    if table.row and table.row[-1].column == column:
        cell = Cell((*table.row.pop().lines, *cell.lines), column)
    table.row.append(cell)


def _span(text: str | None) -> int:
    found = re.match(r"\s*(\d{1,4})", text or "")
    return min(max(1, int(found.group(1))), _WIDEST_SPAN) if found else 1
