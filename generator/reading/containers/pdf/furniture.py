"""Page furniture: running heads and feet, known by coming back at one height on several pages, and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.positions import Passage
from generator.reading.containers.pdf.rows import line_text, printed_lines
from generator.reading.containers.pdf.words import Fragment
from generator.reading.headers import is_header
from generator.reading.items import read_marker
from generator.reading.labels import opening
from generator.reading.lines import Line

RUNNING_HEAD = "running head"
PAGE_NUMBER = "page number"

_OUTERMOST = 4
_MARGIN = 0.16
_SAME_HEIGHT = 4.0
_FEW_PAGES = 4
_FEWEST_REPEATS = {True: 2, False: 3}
_APART = 1.8
_LINES_BEHIND_A_HEADER = 4
_FRONT = frozenset({"title", "code", "functional_area"})
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:approved\s+)?page|p\.|pg\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*"
    r"|第\s*\d{1,4}\s*[頁页](?:\s*[,，/]?\s*共\s*\d{1,4}\s*[頁页])?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*(?:of|/)\s*\d{1,4}",
    re.IGNORECASE,
)
_BROWSER = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s{2,}\S.*)?"
    r"|(?:https?|file|ﬁle)://\S*\s+\d{1,4}/\d{1,4}",
    re.IGNORECASE,
)
"""What browsers print on the edges of a page: time and title above, address and page number below."""
_BARE_NUMBER = re.compile(r"\d{1,4}|[ivxl]{1,6}")


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the upper or lower edge of a page. ``apart`` says that nothing stands close to it."""

    page: int
    line: int
    text: str
    baseline: float
    apart: bool

    @property
    def masked(self) -> str:
        return " ".join(_DIGITS.sub("#", self.text).split())


def find_furniture(
    pages: Sequence[Sequence[Fragment]], heights: Sequence[float], cells: Sequence[Sequence[str]]
) -> list[dict[int, str]]:
    """Return for each page which of its lines are furniture, and by which rule.

    ``pages`` holds what stands outside ruled tables, ``cells`` the texts the first table of each page begins with.
    """
    found: list[dict[int, str]] = [{} for _ in pages]
    edges = [
        edge
        for page, (fragments, height) in enumerate(zip(pages, heights, strict=True))
        for edge in _edges(page, printed_lines(fragments), height)
    ]
    pages_with = _PagesByText(edges)
    fewest = _FEWEST_REPEATS[len(pages) <= _FEW_PAGES]
    for edge in edges:
        if _PAGE_NUMBER.fullmatch(edge.text) or (edge.apart and _BARE_NUMBER.fullmatch(edge.text)):
            found[edge.page][edge.line] = PAGE_NUMBER
        elif _BROWSER.fullmatch(edge.text) or (
            pages_with(edge) >= fewest and not _is_of_the_unit(edge, pages[edge.page], cells[edge.page])
        ):
            found[edge.page][edge.line] = RUNNING_HEAD
    for page, fragments in zip(found, pages, strict=True):
        if PAGE_NUMBER in page.values():
            page |= _above_the_sheet(fragments, page)
    return found


def _above_the_sheet(page: Sequence[Fragment], aside: dict[int, str]) -> dict[int, str]:
    """Return the running head of a page that is numbered: a line apart, right above the header of a sheet."""
    lines = [line for line in printed_lines(page) if line[0].line not in aside][:2]
    texts = [Passage.of(line_text(line), 0) for line in lines]
    if len(lines) < 2 or is_header(texts[0]) or not is_header(texts[1]) or opening([Line(texts[0])], 0):
        return {}
    distance = lines[1][0].baseline - lines[0][0].baseline
    return {lines[0][0].line: RUNNING_HEAD} if distance > _APART * lines[0][0].size else {}


def _edges(page: int, lines: Sequence[Sequence[Fragment]], height: float) -> Iterator[_Edge]:
    for at, line in enumerate(lines):
        baseline, size = line[0].baseline, line[0].size
        upper = at < _OUTERMOST and baseline < _MARGIN * height
        lower = at >= len(lines) - _OUTERMOST and baseline > (1 - _MARGIN) * height
        if not (upper or lower):
            continue
        neighbours = [lines[other][0].baseline for other in (at - 1, at + 1) if 0 <= other < len(lines)]
        apart = all(abs(other - baseline) > _APART * size for other in neighbours)
        yield _Edge(page, line[0].line, line_text(line), baseline, apart)


class _PagesByText:
    """On how many pages a text stands at one height, digits aside."""

    def __init__(self, edges: Sequence[_Edge]) -> None:
        self._pages: dict[tuple[str, int], set[int]] = {}
        for edge in edges:
            self._pages.setdefault((edge.masked, round(edge.baseline / _SAME_HEIGHT)), set()).add(edge.page)

    def __call__(self, edge: _Edge) -> int:
        height = round(edge.baseline / _SAME_HEIGHT)
        near = (self._pages.get((edge.masked, height + step), set()) for step in (-1, 0, 1))
        return len(set().union(*near))


def _is_of_the_unit(edge: _Edge, page: Sequence[Fragment], cells: Sequence[str]) -> bool:
    """Tell whether a line that comes back belongs to a unit all the same: a label, a bullet, a heading of a sheet.

    The header of a sheet is one where a sheet begins below it: on the first page it is on, and wherever the
    first fields of a unit follow.
    """
    passage = Passage.of(edge.text, 0)
    found = opening([Line(passage)], 0)
    marker, rest = read_marker(Line(passage))
    if (found is not None and found.sure) or (marker.kind == "glyph" and rest):
        return True
    if not is_header(passage):
        return False
    following = [line_text(line) for line in printed_lines(page) if line[0].line > edge.line]
    texts = [*following[:_LINES_BEHIND_A_HEADER], *cells]
    openings = (opening([Line(Passage.of(text, 0))], 0) for text in texts)
    return edge.page == 0 or any(one is not None and one.field in _FRONT for one in openings)
