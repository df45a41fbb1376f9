"""Rows copied from a spreadsheet whose cells hold line ends: such a cell is quoted, quotes inside are doubled."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from generator.positions import Passage, joined
from generator.reading.containers.comma_sheets import Sheet
from generator.reading.containers.raw_lines import RawLine
from generator.reading.containers.text_table import TextTable

_LONGEST_CELL = 200_000
_LINE_END = re.compile(r"\r\n|\n|\r")
_DOUBLED = re.compile(r'""')


def _quoted(separator: str) -> re.Pattern[str]:
    return re.compile(rf'"((?:[^"]|""){{0,{_LONGEST_CELL}}}+)"[ ]*(?=[{separator}\r\n]|$)')


_TAB_QUOTED, _COMMA_QUOTED, _SEMICOLON_QUOTED = _quoted("\t"), _quoted(","), _quoted(";")
_COPIED = re.compile(rf"(?<=\t){_TAB_QUOTED.pattern}")
_QUOTED = {"\t": _TAB_QUOTED, ",": _COMMA_QUOTED, ";": _SEMICOLON_QUOTED}


def reader(text: str, sheet: Sheet | None) -> Callable[[Sequence[RawLine], int], TextTable | None]:
    """Return what reads the rows of a text with quoted cells.

    Where the text is no sheet as a whole, TABs set cells apart, and rows with quoted cells count only where a cell
    of the text needs its quotes: it holds a line end or a doubled quote. A cell that never closes is plain text.
    """
    separator = sheet.separator if sheet else "\t"
    copied = sheet is None and _holds_quoted_line_end(text)
    head: list[list[Passage]] = []

    def table_at(lines: Sequence[RawLine], at: int) -> TextTable | None:
        start = lines[at].start
        if len(lines[at].text) > _LONGEST_CELL:
            return None
        if sheet is None and not (lines[at].text.startswith('"') or '\t"' in lines[at].text):
            return None
        cells, end, needed = _row(text, start, separator)
        if not (needed or sheet or copied):
            return None
        count = 1
        while at + count < len(lines) and lines[at + count].start < end:
            count += 1
        container = "clipboard cells" if separator == "\t" else "comma-separated cells"
        rows = [cells]
        if sheet and sheet.headed and len(cells) == len(head):
            rows = [[label, cell] for label, cell in zip(head, cells, strict=True)]
        elif sheet and sheet.headed and not head:
            head.extend(cells)
            rows = []
        return TextTable(container, tuple(tuple(map(tuple, row)) for row in rows), count)

    return table_at


def _holds_quoted_line_end(text: str) -> bool:
    return '\t"' in text and any(_LINE_END.search(match.group()) for match in _COPIED.finditer(text))


def _row(text: str, start: int, separator: str) -> tuple[list[list[Passage]], int, bool]:
    """Return the cells of the row that begins at an offset, where it ends, and whether a cell needed its quotes."""
    cells: list[list[Passage]] = []
    needed = False
    plain = re.compile(rf"[^{separator}\r\n]*")
    while True:
        quoted = _QUOTED[separator].match(text, start)
        if quoted:
            content = quoted.group(1)
            needed = needed or '""' in content or _LINE_END.search(content) is not None
            cells.append(_lines_of(Passage.of(content, quoted.start(1))))
            start = quoted.end()
        else:
            match = plain.match(text, start)
            assert match is not None
            cells.append([Passage.of(match.group(), start)])
            start = match.end()
        if text[start : start + 1] != separator:
            return cells, start, needed
        start += 1


def _lines_of(content: Passage) -> list[Passage]:
    ends = [match.span() for match in _LINE_END.finditer(content.text)]
    edges = zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(content.text)], strict=True)
    return [_with_single_quotes(content.slice(start, end)) for start, end in edges]


def _with_single_quotes(passage: Passage) -> Passage:
    seconds = [match.start() + 1 for match in _DOUBLED.finditer(passage.text)]
    if not seconds:
        return passage
    edges = [-1, *seconds, len(passage.text)]
    return joined([passage.slice(left + 1, right) for left, right in pairwise(edges)], "")
