"""Where a line stands on its page: the row and the column of its first character, the pieces that blanks keep apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.positions import LineIndex, Passage
from generator.reading.contents import Contents
from generator.reading.labels import Opening, opening
from generator.reading.lines import Line

Measure = Callable[[str], int]
"""How many columns of the page a text takes."""

_GAP = re.compile(r"[ \u00a0\u3000]{2,}(?![ \u00a0\u3000:：])")
"""Blanks between two pieces; a colon behind blanks belongs to the label before them."""
_LONGEST_LABEL = 90
_BLANKS = " \u00a0\u3000\ufeff\f"


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, its 1-based row in the source text, and the blanks before it.

    ``before`` is None where something else stands in front of the line in its row, or where markup was taken out
    of it: then its column says nothing.
    """

    line: Line
    row: int
    before: str | None

    @property
    def text(self) -> str:
        return self.line.text

    def column(self, offset: int, measure: Measure) -> int:
        """Return the column of the character at an offset of the line."""
        return measure((self.before or "") + self.text[:offset])


def placed(contents: Contents) -> list[Placed]:
    """Return the lines with their places on the page."""
    index = LineIndex.of(contents.text)
    return [_placed(line, contents.text, index) for line in contents.lines]


def _placed(line: Line, text: str, index: LineIndex) -> Placed:
    span = line.passage.span
    row = index.line(span.start)
    before = text[index.starts[row - 1] : span.start] if len(line.passage.runs) == 1 and not line.item else None
    if before is None or before.strip(_BLANKS) or len(line.text) != span.end - span.start:
        return Placed(line, row, None)
    return Placed(line, row, before.lstrip("\ufeff\f"))


def holds_gaps(contents: Contents) -> bool:
    """Tell whether two blanks stand one after another inside a line anywhere."""
    return any("  " in line.text or "\u3000\u3000" in line.text for line in contents.lines)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each stretch of text that two or more blanks keep apart."""
    start = 0
    for gap in _GAP.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def wide(text: str) -> int:
    """Return how many columns a text takes where a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


MEASURES: tuple[Measure, ...] = (len, wide)
"""pdftotext gives a Chinese character one column, a typewriter font gives it two."""


def label_of(passage: Passage) -> Opening | None:
    """Return the label that a passage is and nothing else."""
    if len(passage.text) > _LONGEST_LABEL or not passage.text[:1].isalnum():
        return None
    found = opening([Line(passage)], 0)
    return found if found is not None and not found.value else None
