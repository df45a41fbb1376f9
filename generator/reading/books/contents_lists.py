"""Tables of contents: lines that end in a page number behind dotted leaders, a tab or blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.reading.headers import is_header
from generator.reading.labels import opening
from generator.reading.lines import Line
from generator.text.folding import label_form

_PAGE = r"(?:\d{1,4}|[ivxlc]{1,6}|[A-Z]?\d{1,2}\s?[-–.]\s?\d{1,3})"
_LEADERS = re.compile(
    rf"(?:\.{{3,}}|(?:\s\.){{3,}}|…+|·{{3,}}|‧{{3,}}|_{{3,}}|-{{4,}})[.…·‧_\s-]*{_PAGE}\s*$", re.IGNORECASE
)
_PAGE_AT_END = re.compile(rf"\S.*?(?:\t|\s+){_PAGE}\s*$", re.IGNORECASE)
_HEADINGS = frozenset(
    {"contents", "table of contents", "content", "contents page", "目錄", "目录", "目次", "目 錄", "目 录"}
)
_PAGE_HEADS = frozenset({"page", "page no.", "pages", "頁", "頁次", "頁碼", "页", "页码", "chapter", "章"})
_FIRST_FIELDS = frozenset({"functional_area", "title", "code", "range"})
_LONGEST_ENTRY = 200
_FEWEST = 2
_LINES_OF_AN_ENTRY = 3


def contents_lines(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines of tables of contents.

    Below a heading that says so any line with a page number at its end is an entry; elsewhere two at least
    with dotted leaders. An entry may be wrapped: lines between two entries belong to the second.
    """
    at = 0
    while at < len(lines):
        headed = is_heading(lines[at])
        end = _end(lines, at, headed=headed)
        if end > at:
            yield from range(at, end)
        at = max(at + 1, end)


def is_heading(line: Line) -> bool:
    """Tell whether a line is the heading of a table of contents."""
    return len(line.text) < max(map(len, _HEADINGS)) + 2 and label_form(line.text).rstrip(":") in _HEADINGS


def _end(lines: Sequence[Line], at: int, *, headed: bool) -> int:
    """Return the place behind the table that begins at a line, the line itself where none does."""
    last, entries, led = at, 0, not headed
    for place in range(at + 1 if headed else at, len(lines)):
        text = lines[place].text
        has_leaders = len(text) <= _LONGEST_ENTRY and _LEADERS.search(text) is not None
        if place - last > _LINES_OF_AN_ENTRY or (headed and not has_leaders and _is_of_a_unit(lines, place)):
            break
        if has_leaders or (not led and len(text) <= _LONGEST_ENTRY and _PAGE_AT_END.search(text)):
            last, entries, led = place, entries + 1, led or has_leaders
        elif not headed and not entries:
            break
        elif headed and label_form(text) in _PAGE_HEADS:
            last = place
    return last + 1 if entries >= _FEWEST else at


def _is_of_a_unit(lines: Sequence[Line], at: int) -> bool:
    found = opening(lines, at)
    return is_header(lines[at].passage) or (found is not None and found.field in _FIRST_FIELDS)
