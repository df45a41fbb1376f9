"""Web pages: the text of the page, and around it what is menu, footer, form or hidden, which is set aside."""

from __future__ import annotations

from collections.abc import Sequence

from generator.positions import Passage
from generator.reading.containers.fragments import walk_tree
from generator.reading.containers.marking import marked
from generator.reading.containers.page_breaks import page_starts
from generator.reading.containers.walk import Walk
from generator.reading.contents import Contents, SetAside
from generator.reading.labels import opening
from generator.reading.lines import Line

_FEWEST_LABELS_OF_A_UNIT = 3
_OUTLINE = "Document Outline"
_OUTSIDE = "outside the main part"


class _Parts:
    """What the parts of one page were found to be. A part that holds a unit is text, whatever the page calls it."""

    def __init__(self) -> None:
        self.set_aside: list[SetAside] = []
        self.main: dict[str, list[tuple[int, int]]] = {"main": [], "article": []}

    def __call__(self, part: str, lines: list[Line]) -> list[Line]:
        """Return which lines of a part stay."""
        if part in self.main:
            if lines and _holds_unit(lines):
                spans = [line.passage.span for line in lines]
                self.main[part].append((min(span.start for span in spans), max(span.end for span in spans)))
            return lines
        if part != "hidden text" and _holds_unit(lines):
            return lines
        self.set_aside += [SetAside(part, line.passage) for line in lines]
        return []

    def before_outline(self, lines: list[Line]) -> list[Line]:
        """Return the lines before the outline that pdftohtml adds at the end of a page."""
        for at, line in enumerate(lines):
            if line.heading and line.text == _OUTLINE and all(other.item for other in lines[at + 1 :]):
                self.set_aside += [SetAside("outline", other.passage) for other in lines[at:]]
                return lines[:at]
        return lines

    def inside(self, lines: Sequence[Line]) -> list[Line]:
        """Return the lines of the main parts that hold units, all lines where no part does or others do too."""
        spans = self.main["main"] or self.main["article"]
        starts = [line.passage.span.start for line in lines]
        outside = [line for line, at in zip(lines, starts, strict=True) if not _within(at, spans)]
        if not spans or _holds_unit(outside):
            return list(lines)
        self.set_aside += [SetAside(_OUTSIDE, line.passage) for line in outside]
        return [line for line, at in zip(lines, starts, strict=True) if _within(at, spans)]


def read(text: str) -> Contents:
    """Return the contents of a whole web page."""
    walk, parts = Walk(text, 0, page=True), _Parts()
    page = marked(text, page=True)
    walk_tree(walk, page.text, parts)
    lines = parts.inside(parts.before_outline(walk.sinks[0]))
    sheets = [SetAside("style sheet", Passage.of(text[start:end], start)) for start, end in page.code]
    aside = sorted([*sheets, *parts.set_aside], key=lambda one: one.passage.span.start)
    return Contents(text, tuple(lines), ("HTML",), page.findings, page_starts(text), tuple(aside))


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _holds_unit(lines: Sequence[Line]) -> bool:
    """Tell whether lines hold the labels of a unit."""
    found = {opened.field for at in range(len(lines)) if (opened := opening(lines, at)) and opened.sure}
    return len(found) >= _FEWEST_LABELS_OF_A_UNIT
