"""Rows of Markdown tables; a cell may hold the whole body of a unit as HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.positions import Passage
from generator.reading.containers.raw_lines import RawLine
from generator.reading.containers.text_table import TextTable

_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"[\s|:+-]*")
_BORDER = re.compile(r"(?<!\\)\|")


def table_at(lines: Sequence[RawLine], at: int) -> TextTable | None:
    """Return the Markdown table that begins at a line; around a rule one border anywhere makes a row."""
    end = at
    ruled = at + 1 < len(lines) and is_rule(lines[at + 1].text) and _BORDER.search(lines[at].text) is not None
    while end < len(lines) and (is_row(lines[end].text) or (ruled and _BORDER.search(lines[end].text))):
        ruled = ruled or is_rule(lines[end].text)
        end += 1
    if end == at:
        return None
    rows = [[[cell] for cell in _cells(line.passage)] for line in lines[at:end] if not _RULE.fullmatch(line.text)]
    return TextTable("Markdown table", tuple(tuple(map(tuple, row)) for row in rows), end - at)


def is_row(content: str) -> bool:
    """Tell whether a line is a table row, whatever stands around it."""
    return _ROW.fullmatch(content) is not None


def is_rule(content: str) -> bool:
    """Tell whether a line is the rule between the head and the body of a table."""
    return "|" in content and "--" in content and _RULE.fullmatch(content) is not None


def _cells(row: Passage) -> list[Passage]:
    borders = [match.start() for match in _BORDER.finditer(row.text)]
    first, last = row.text[: borders[0]], row.text[borders[-1] + 1 :]
    edges = [*([-1] if first.strip() else []), *borders, *([len(row.text)] if last.strip() else [])]
    return [row.slice(left + 1, right).strip() for left, right in pairwise(edges)]
