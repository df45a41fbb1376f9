"""Where a text stands in its raw file: spans of characters, line numbers, passages made of pieces of source."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

_AT = attrgetter("at")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a decoded raw file, counted from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span together with the 1-based numbers of its first and last line."""

    start: int
    end: int
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class LineIndex:
    r"""Line numbers of a text. Only ``\n``, ``\r\n`` and a bare ``\r`` end a line (never U+2028 or U+0085)."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> LineIndex:
        return cls((0, *(match.end() for match in _LINE_END.finditer(text))))

    def line(self, offset: int) -> int:
        """Return the 1-based number of the line that holds the character at ``offset``."""
        return bisect.bisect_right(self.starts, offset)

    def place(self, span: Span) -> Place:
        return Place(span.start, span.end, self.line(span.start), self.line(max(span.start, span.end - 1)))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a passage taken from the source.

    ``length`` characters at ``at`` in the passage stand for ``source_length`` characters at ``source``.
    Where the two lengths are equal the characters are the same, one by one; where they differ the
    stretch is one decoded mark (an entity such as ``&amp;``).
    """

    at: int
    length: int
    source: int
    source_length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Text whose characters know where they came from.

    Characters in no run (a blank that joins two lines) were added.
    """

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, text: str, start: int) -> Passage:
        """Return the passage of text that stands verbatim at ``start`` of the source."""
        return cls(text, (Run(0, len(text), start, len(text)),) if text else ())

    def __bool__(self) -> bool:
        return bool(self.text)

    def slice(self, start: int, end: int | None = None) -> Passage:
        """Return characters ``start`` to ``end`` of the passage, both counted from 0."""
        stop = len(self.text) if end is None else end
        if start == 0 and stop >= len(self.text):
            return self
        runs = []
        first = max(0, bisect.bisect_right(self.runs, start, key=_AT) - 1) if start else 0
        for number in range(first, len(self.runs)):
            run = self.runs[number]
            if run.at >= stop:
                break
            low, high = max(start, run.at), min(stop, run.at + run.length)
            if low >= high:
                continue
            if run.length == run.source_length:
                runs.append(Run(low - start, high - low, run.source + low - run.at, high - low))
            else:
                runs.append(Run(low - start, high - low, run.source, run.source_length))
        return Passage(self.text[start:stop], tuple(runs))

    def strip(self, characters: str | None = None) -> Passage:
        """Return the passage without white space (or the given characters) at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        right = len(self.text.rstrip(characters))
        return self.slice(left, max(left, right))

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of source that the passage was made of, in passage order."""
        return tuple(Span(run.source, run.source + run.source_length) for run in self.runs)

    @property
    def span(self) -> Span:
        """The smallest stretch of source that covers the passage; an empty span where it has none."""
        if not self.runs:
            return Span(0, 0)
        return Span(min(run.source for run in self.runs), max(run.source + run.source_length for run in self.runs))


def joined(passages: Iterable[Passage], separator: str = " ") -> Passage:
    """Return the passages put one after another with an added separator between them."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for passage in passages:
        if length and passage.text:
            texts.append(separator)
            length += len(separator)
        runs += [Run(run.at + length, run.length, run.source, run.source_length) for run in passage.runs]
        texts.append(passage.text)
        length += len(passage.text)
    return Passage("".join(texts), tuple(runs))
