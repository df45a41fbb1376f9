"""A table drawn in a text, whatever its marks: rows of cells, each cell the pieces of text on its lines."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Finding
from generator.positions import Passage
from generator.reading.containers.cell_lines import cell_lines
from generator.reading.containers.table_rows import Cell, table_lines
from generator.reading.lines import Line


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table in a text: what drew it, its cells, and how many lines of the text it takes.

    ``wrapped`` says that its cells are as narrow as their column, so that line ends in them mean nothing.
    """

    container: str
    rows: tuple[tuple[tuple[Passage, ...], ...], ...]
    count: int
    wrapped: bool = False

    def lines(self, listings: int, *, markdown: bool) -> tuple[list[Line], list[Finding]]:
        """Return the lines of the table; ``listings`` is how many outermost lists came before it.

        ``markdown`` says that stars and the like in its cells are marks.
        """
        findings: list[Finding] = []
        rows: list[list[Cell]] = []
        for row in self.rows:
            cells = []
            for column, pieces in enumerate(row):
                found, reported = cell_lines(pieces, listings, wrapped=self.wrapped, markdown=markdown)
                listings = max([listings, *(line.listing for line in found)])
                cells.append(Cell(tuple(found), column))
                findings += reported
            rows.append(cells)
        return list(table_lines(rows)), findings
