"""Columns of a table drawn with characters: where they begin on the screen, Chinese characters two columns wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from generator.positions import Passage
from generator.reading.containers.raw_lines import RawLine

_WIDE = frozenset("WF")


def _edges(text: str, columns: Sequence[int]) -> Iterator[int]:
    """Yield for each column, in rising order, the first character that begins at or behind it."""
    if text.isascii():
        yield from (min(column, len(text)) for column in columns)
        return
    at = width = 0
    for column in columns:
        while at < len(text) and width < column:
            width += 1 + (unicodedata.east_asian_width(text[at]) in _WIDE)
            at += 1
        yield at


def cut(line: RawLine, columns: Sequence[tuple[int, int]]) -> list[Passage]:
    """Return the pieces of a line that stand in the given columns (first, behind the last); the last takes the rest."""
    starts = list(_edges(line.text, [first for first, _ in columns]))
    ends = list(_edges(line.text, [last for _, last in columns]))
    ends[-1] = len(line.text)
    return [line.passage.slice(start, end) for start, end in zip(starts, ends, strict=True)]
