"""Tables of MediaWiki: ``{|``, ``|-``, ``! head !! head``, ``| cell || cell``, ``|}``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.positions import Passage, joined
from generator.reading.containers.raw_lines import RawLine
from generator.reading.containers.text_table import TextTable

_OPEN = re.compile(r"\s*:*\s*\{\|")
_CLOSE = re.compile(r"\s*\|\}")
_NEW_ROW = re.compile(r"\s*\|-")
_CAPTION = re.compile(r"\s*\|\+")
_CELLS = re.compile(r"\s*[|!](?![-}+])")
_BETWEEN = re.compile(r"\|\||!!")
_NUMBERED = re.compile(r"#(?=[ \t]*[^\s#*.])")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_SETTINGS = re.compile(r"\s*(?:[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s|]+)\s*)+\|(?!\|)|\s+\|(?!\|)")


_Rows = list[list[list[Passage]]]


def table_at(lines: Sequence[RawLine], at: int) -> TextTable | None:
    """Return the wiki table that begins at a line; one that is never closed ends with the text.

    The cells of a table inside a cell are lines of that cell.
    """
    if not _OPEN.match(lines[at].text):
        return None
    rows: _Rows = [[]]
    end, depth, inside = at + 1, 1, False
    while end < len(lines):
        line = lines[end]
        depth += (_OPEN.match(line.text) is not None) - (_CLOSE.match(line.text) is not None)
        if not depth:
            break
        if depth == 1 and not _CLOSE.match(line.text):
            _add(rows, line)
        elif depth > 1 and (inner := _CELLS.match(line.text)):
            _add_inner(rows[-1], _without_settings(line.passage.slice(inner.end())), goes_on=inside)
        inside = depth > 1 and _CELLS.match(line.text) is not None
        end += 1
    count = min(len(lines), end + 1) - at
    cells = tuple(tuple(tuple(map(_without_links, cell)) for cell in row) for row in rows if row)
    return TextTable("wiki table", cells, count)


def _add(rows: _Rows, line: RawLine) -> None:
    if _NEW_ROW.match(line.text):
        rows.append([])
    elif caption := _CAPTION.match(line.text):
        rows += [[[line.passage.slice(caption.end())]], []]
    elif start := _CELLS.match(line.text):
        rows[-1] += [[_without_settings(cell)] for cell in _cells(line.passage.slice(start.end()))]
    elif rows[-1]:
        _add_to_cell(rows[-1][-1], line.passage)
    elif not line.blank:
        rows[-1].append([line.passage])


def _add_inner(row: list[list[Passage]], passage: Passage, *, goes_on: bool) -> None:
    """Add a cell of a table inside a cell; the cells of one of its rows stand on one line."""
    if not row:
        row.append([])
    if goes_on and row[-1]:
        passage = joined([row[-1].pop(), passage.strip()])
    row[-1].append(passage)


def _add_to_cell(cell: list[Passage], passage: Passage) -> None:
    """Add a line to a cell; the sign of a numbered list stands for a number."""
    numbered = _NUMBERED.match(passage.text)
    if numbered:
        passage = joined([passage.slice(0, 1), Passage(".", ()), passage.slice(1)], "")
    cell.append(passage)


def _without_links(passage: Passage) -> Passage:
    """Return a passage with the words of each link only, without its target."""
    pieces, last = [], 0
    for link in _LINK.finditer(passage.text):
        pieces += [passage.slice(last, link.start()), passage.slice(link.start(1), link.end(1))]
        last = link.end()
    return joined([*pieces, passage.slice(last)], "") if pieces else passage


def _cells(passage: Passage) -> list[Passage]:
    borders = [match.span() for match in _BETWEEN.finditer(passage.text)]
    edges = zip([0, *(end for _, end in borders)], [*(start for start, _ in borders), len(passage.text)], strict=True)
    return [passage.slice(start, end) for start, end in edges]


def _without_settings(cell: Passage) -> Passage:
    """Return a cell without the attributes before its text."""
    match = _SETTINGS.match(cell.text)
    return cell.slice(match.end()) if match else cell
