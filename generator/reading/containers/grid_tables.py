"""Grid tables of pandoc and reStructuredText: cells framed with ``+---+`` and ``|``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.positions import Passage
from generator.reading.containers.display_columns import cut
from generator.reading.containers.raw_lines import RawLine
from generator.reading.containers.text_table import TextTable

_RULE = re.compile(r"\s*\+(?:[-=:]+\+)+\s*")
_FRAME = re.compile(r"[+|]")
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
    columns = [(left + 1, right) for left, right in pairwise(edges)]
    return TextTable("grid table", _rows(lines[at + 1 : end], columns), end - at, wrapped=True)


def _rows(lines: Sequence[RawLine], columns: Sequence[tuple[int, int]]) -> tuple[tuple[tuple[Passage, ...], ...], ...]:
    rows: list[list[list[Passage]]] = [[[] for _ in columns]]
    for line in lines:
        pieces = [_without_frame(piece) for piece in cut(line, columns)]
        ruled = [_RULE_PIECE.fullmatch(piece.text.strip()) is not None for piece in pieces]
        if any(ruled):
            rows.append([[] for _ in columns])
        for column, piece in enumerate(pieces):
            if not ruled[column]:
                rows[-1][column].append(piece)
    return tuple(tuple(map(tuple, row)) for row in rows)


def _without_frame(piece: Passage) -> Passage:
    return piece.slice(0, len(piece.text.rstrip(" |+")) if piece.text.rstrip().endswith(("|", "+")) else None)
