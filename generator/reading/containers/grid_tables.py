"""Grid tables of pandoc and reStructuredText: cells framed with ``+---+`` and ``|``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.positions import Passage, joined
from generator.reading.containers.display_columns import cut
from generator.reading.containers.raw_lines import RawLine
from generator.reading.containers.text_table import TextTable

_RULE = re.compile(r"\s*\+(?:[-=:]+\+)+\s*")
_FRAME = re.compile(r"[+|]")
_FRAME_BEFORE = re.compile(r"\s*(?:\||\+(?=[-=:]))|\+")
_FRAME_BEHIND = re.compile(r"(?:\||(?<=[-=:])\+)\s*$")
_RULE_PIECE = re.compile(r"[-=:+]{2,}")


def table_at(lines: Sequence[RawLine], at: int) -> TextTable | None:
    """Return the grid table that begins at a line."""
    if not _RULE.fullmatch(lines[at].text):
        return None
    end = at + 1
    while end < len(lines) and _FRAME.match(lines[end].text.lstrip()):
        end += 1
    if end - at < len("+|+"):
        return None
    rules = [line.text for line in lines[at:end] if _RULE.fullmatch(line.text)]
    edges = sorted({match.start() for rule in rules for match in re.finditer(r"\+", rule)})
    columns = list(pairwise(edges))
    return TextTable("grid table", _rows(lines[at + 1 : end], columns), end - at, wrapped=True)


def _rows(lines: Sequence[RawLine], columns: Sequence[tuple[int, int]]) -> tuple[tuple[tuple[Passage, ...], ...], ...]:
    rows: list[list[list[Passage]]] = [[[] for _ in columns]]
    for line in lines:
        pieces = _cells(line, columns)
        ruled = [_RULE_PIECE.fullmatch(piece.text.strip()) is not None for piece in pieces]
        if any(ruled):
            rows.append([[] for _ in columns])
        for column, piece in enumerate(pieces):
            if not ruled[column]:
                rows[-1][column].append(piece)
    return tuple(tuple(map(tuple, row)) for row in rows)


def _cells(line: RawLine, columns: Sequence[tuple[int, int]]) -> list[Passage]:
    """Return the pieces of a line in the columns, without the frame.

    A line with a bar for every border is cut at its bars, in line with those above or not. Elsewhere text that
    stands where a border should be is that of a cell going on over it.
    """
    cells: list[Passage] = []
    begun = 0
    for column, piece in enumerate(_pieces(line, columns)):
        if column and piece.text[:1].strip() and not _FRAME.match(piece.text):
            cells[begun] = joined((cells[begun], piece), "")
            cells.append(piece.slice(0, 0))
        else:
            cells.append(piece)
            begun = column
    return [_without_frame(cell) for cell in cells]


def _pieces(line: RawLine, columns: Sequence[tuple[int, int]]) -> list[Passage]:
    bars = [match.start() for match in re.finditer(r"\|", line.text)]
    if len(bars) != len(columns) + 1:
        return cut(line, [(0, columns[0][1]), *columns[1:]])
    return [line.passage.slice(left, right) for left, right in pairwise([0, *bars[1:-1], len(line.text)])]


def _without_frame(cell: Passage) -> Passage:
    before, behind = _FRAME_BEFORE.match(cell.text), _FRAME_BEHIND.search(cell.text)
    start, end = before.end() if before else 0, behind.start() if behind else len(cell.text)
    return cell.slice(start, max(start, end))
