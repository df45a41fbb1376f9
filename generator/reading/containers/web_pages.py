"""Web pages: the text of the page, and around it what is menu, footer, form or hidden, which is set aside."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

from generator.positions import Passage
from generator.reading.containers.fragments import walk_tree
from generator.reading.containers.marking import marked
from generator.reading.containers.page_breaks import page_starts
from generator.reading.containers.tags import UNFINISHED_TAG, unfinished_tag
from generator.reading.containers.walk import Walk
from generator.reading.contents import Contents, SetAside
from generator.reading.labels import opening
from generator.reading.lines import Line

_FEWEST_LABELS_OF_A_UNIT = 3
_FEWEST_LINKS = 2
_BETWEEN_LINKS = " \t\r\n\u00a0|·•>»/,"
_ACTIONS = re.compile(
    r"\b(?:print|download|pdf|share|back|top|previous|next|home|e-?mail|bookmark|close)\b|列印|打印|下載|下载|返回|分享|上一頁|下一頁",
    re.IGNORECASE,
)
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

    def before_links(self, lines: list[Line], links: Sequence[tuple[int, int]]) -> list[Line]:
        """Return the lines without those at the end that only lead elsewhere: "Print | Download PDF"."""
        end = len(lines)
        while end and not lines[end - 1].tabbed and _is_linked(lines[end - 1].passage, links):
            end -= 1
        behind = lines[end:]
        if len(behind) < _FEWEST_LINKS and not any(_ACTIONS.search(line.text) for line in behind):
            return lines
        self.set_aside += [SetAside("navigation", line.passage) for line in behind]
        return lines[:end]

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
    torn = unfinished_tag(text)
    page = marked(text[:torn], page=True)
    walk_tree(walk, page.text, parts)
    lines = parts.before_links(parts.inside(parts.before_outline(walk.sinks[0])), page.links)
    sheets = [SetAside("style sheet", Passage.of(text[start:end], start)) for start, end in page.code]
    ends = [] if torn is None else [SetAside(UNFINISHED_TAG, Passage.of(text[torn:], torn))]
    aside = sorted([*sheets, *parts.set_aside, *ends], key=lambda one: one.passage.span.start)
    return Contents(text, tuple(lines), ("HTML",), page.findings, page_starts(text), tuple(aside))


def _is_linked(passage: Passage, links: Sequence[tuple[int, int]]) -> bool:
    """Tell whether all words of a passage stand in links."""
    for run in passage.runs:
        if not passage.text[run.at : run.at + run.length].strip(_BETWEEN_LINKS):
            continue
        at = bisect_right(links, (run.source, sys.maxsize)) - 1
        if at < 0 or run.source + run.source_length > links[at][1]:
            return False
    return bool(passage.runs)


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _holds_unit(lines: Sequence[Line]) -> bool:
    """Tell whether lines hold the labels of a unit."""
    found = {opened.field for at in range(len(lines)) if (opened := opening(lines, at)) and opened.sure}
    return len(found) >= _FEWEST_LABELS_OF_A_UNIT
