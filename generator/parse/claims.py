"""The account of a source's words: what was taken for a field, what for a mark, and what is left over."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.model import Unplaced
from generator.positions import LineIndex, Passage, Place, Span
from generator.reading.lines import Line
from generator.text.folding import joined_wraps


class Claims:
    """Which characters of one source are spoken for. What nobody claims ends as unplaced text, so nothing is lost."""

    def __init__(self, text: str, index: LineIndex) -> None:
        self._claimed = bytearray(len(text))
        self._index = index

    def discard(self, passage: Passage) -> None:
        """Claim a passage as a label, mark or header: read, but part of no value."""
        for span in passage.spans:
            self._claimed[span.start : span.end] = b"\x01" * (span.end - span.start)

    def take(self, passage: Passage) -> str:
        """Claim a passage for a field and return its text on one line."""
        self.discard(passage)
        return joined_wraps(passage.text)

    def place(self, passage: Passage) -> Place:
        return self._index.place(passage.strip().span)

    def unclaimed(self, lines: Iterable[Line]) -> tuple[Unplaced, ...]:
        """Return the stretches of the lines that hold letters or digits and belong to nothing yet."""
        return tuple(
            Unplaced(joined_wraps(rest.text), self._index.place(rest.span))
            for line in lines
            for rest in self._unclaimed_parts(line.passage)
        )

    def _unclaimed_parts(self, passage: Passage) -> Iterator[Passage]:
        free: tuple[int, int] | None = None
        for claimed, start, end in self._states(passage):
            if not claimed:
                free = (free[0] if free else start, end)
            elif free:
                yield from _wordy(passage.slice(*free))
                free = None
        if free:
            yield from _wordy(passage.slice(*free))

    def _states(self, passage: Passage) -> Iterator[tuple[int, int, int]]:
        """Yield (claimed or not, start, end) of each stretch of a passage."""
        for run in passage.runs:
            if run.length != run.source_length:
                yield self._claimed[run.source], run.at, run.at + run.length
            else:
                yield from _stretches(self._claimed, Span(run.source, run.source + run.length), run.at)


def _stretches(claimed: bytearray, span: Span, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield (claimed or not, start, end) of each stretch, counted in the passage."""
    start = span.start
    while start < span.end:
        state = claimed[start]
        change = claimed.find(1 - state, start, span.end)
        end = span.end if change < 0 else change
        yield state, at + start - span.start, at + end - span.start
        start = end


def _wordy(passage: Passage) -> Iterator[Passage]:
    whole = passage.strip()
    # A radical (⼣) that stands for its character counts as the letter it is read as.
    if any(map(str.isalnum, unicodedata.normalize("NFKC", whole.text))):
        yield whole
