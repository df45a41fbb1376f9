"""The lines of a file with what the rules about page furniture ask of them: form, row, page, neighbours."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from generator.positions import LineIndex
from generator.reading.contents import Contents
from generator.reading.headers import is_header
from generator.reading.headlines import is_number_and_version, read_headline
from generator.reading.items import read_marker
from generator.reading.labels import opening, requirements_label
from generator.reading.lines import Line
from generator.text.folding import label_form

_LONGEST_FURNITURE = 200
_MOST_BLANKS_OF_A_BULLET = 2
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"(?:https?:|www\.|\S+@)\S+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:!?。；：！？)）]\s*$")
_HEADINGS_OF_GROUPS = frozenset(
    """
        knowledge skill skills attitude attitudes attribute attributes performance elements outcomes behaviour
        knowledge, skills
        """.split()
)


@dataclass(frozen=True, slots=True)
class Border:
    """A place where a page ends: the last line above it and the first below it, -1 or the count at the file's ends."""

    above: int
    below: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a file, and for each its form, its 1-based row in the text and its page.

    A form is the folded text with every number as "#", empty for a line too long to be page furniture. ``heads``
    are the lines that hold all a unit says of its code.
    """

    lines: tuple[Line, ...]
    forms: tuple[str, ...]
    rows: tuple[int, ...]
    pages: tuple[int, ...]
    heads: frozenset[int] = frozenset()

    @classmethod
    def of(cls, contents: Contents) -> Sheet:
        starts = [line.passage.runs[0].source if line.passage.runs else 0 for line in contents.lines]
        pages = contents.pages or tuple(found.end() for found in re.finditer("\f", contents.text))
        index = LineIndex.of(contents.text)
        return cls(
            contents.lines,
            tuple(form_of(line.text) for line in contents.lines),
            tuple(map(index.line, starts)),
            tuple(bisect.bisect_right(pages, start) for start in starts),
            frozenset(_heads(contents.lines)),
        )

    def counts(self) -> Counter[str]:
        """Return how often each form occurs."""
        return Counter(filter(None, self.forms))

    def borders(self, removed: Container[int]) -> list[Border]:
        """Return where pages end: at page breaks, at furniture known so far, at both ends of the file."""
        return list(self._borders(removed))

    def _borders(self, removed: Container[int]) -> Iterator[Border]:
        above, broken = -1, True
        for at in range(len(self.lines)):
            broken = broken or at in removed or self.pages[at] != self.pages[at - 1]
            if at in removed:
                continue
            if broken:
                yield Border(above, at)
            above, broken = at, False
        yield Border(above, len(self.lines))

    def may_go(self, at: int) -> bool:
        """Tell whether a line can be page furniture at all: labels, headers, items, lead-ins and headings cannot."""
        line = self.lines[at]
        text = line.text
        if at in self.heads or not self.forms[at] or line.item or text.endswith((":", "：")):
            return False
        if label_form(text) in _HEADINGS_OF_GROUPS:
            return False
        if text[:1].islower() and not _ADDRESS.fullmatch(text):
            return False
        marker, _ = read_marker(line)
        if marker.kind not in ("none", "blank") or (marker.kind == "blank" and line.indent <= _MOST_BLANKS_OF_A_BULLET):
            return False
        return not (is_header(line.passage) or requirements_label(line.passage) or opening(self.lines, at))

    def cuts_a_sentence(self, above: int, below: int) -> bool:
        """Tell whether the sentence of one line visibly goes on at another."""
        if not 0 <= above < below < len(self.lines):
            return False
        line = self.lines[below]
        goes_on = line.text[:1].islower() and read_marker(line)[0].kind in ("none", "blank")
        return goes_on and not _SENTENCE_END.search(self.lines[above].text)


def _heads(lines: tuple[Line, ...]) -> Iterator[int]:
    """Yield the first line of each unit number with its version, where no label or headline gives the code."""
    numbered = {at for at in range(len(lines)) if is_number_and_version(lines, at)}
    if not numbered or any(found.field == "code" for at in range(len(lines)) if (found := opening(lines, at))):
        return
    known: set[str] = set()
    for at in range(len(lines)):
        headline = read_headline(lines, at)
        codes = {line.text for field, _, line in headline.fields if field == "code"} if headline else set()
        if at in numbered and codes - known:
            yield at
        known |= codes


def form_of(text: str) -> str:
    """Return a line's text folded, with every number as "#"; nothing for a line too long to be furniture."""
    return _DIGITS.sub("#", label_form(text)) if len(text) <= _LONGEST_FURNITURE else ""


def fields_of(lines: tuple[Line, ...]) -> list[str]:
    """Return for each line the field it seems to stand in, "" before the first label."""
    found: list[str] = []
    inside = ""
    for at, line in enumerate(lines):
        if is_header(line.passage):
            inside = "header"
        elif (opened := opening(lines, at)) and opened.sure and not opened.weak:
            inside = opened.field
        found.append(inside)
    return found
