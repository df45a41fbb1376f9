"""Rows of Markdown tables; a cell may hold the whole body of a unit as HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.diagnostics import Finding
from generator.positions import Passage, joined
from generator.reading.containers.emphasis import without_emphasis, without_escapes
from generator.reading.containers.fragments import fragment_lines
from generator.reading.containers.tags import has_markup
from generator.reading.lines import Line

_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"[\s|:+-]*")
_BORDER = re.compile(r"(?<!\\)\|")


def is_row(content: str, *, in_table: bool = False) -> bool:
    """Tell whether a line is a table row; inside a table, one border anywhere makes it one."""
    return _ROW.fullmatch(content) is not None or (in_table and _BORDER.search(content) is not None)


def is_rule(content: str) -> bool:
    """Tell whether a line is the rule between the head and the body of a table."""
    return "|" in content and "--" in content and _RULE.fullmatch(content) is not None


def row_lines(content: str, start: int, listings: int) -> tuple[list[Line], list[Finding]]:
    """Return the lines of one table row: the first line joins the cells by TABs, the rest stands in column two."""
    if _RULE.fullmatch(content):
        return [], []
    first, *others = _cells(Passage.of(content, start))
    head, findings = _cell_lines(first, listings)
    lines: list[Line] = []
    for cell in others:
        found, reported = _cell_lines(cell, listings)
        listings = max([listings, *(line.listing for line in found)])
        lines += found
        findings += reported
    label = joined(line.passage for line in head)
    if lines and not lines[0].item:
        return [Line(joined([label, lines[0].passage], "\t")), *lines[1:]], findings
    return ([Line(label)] if label else []) + lines, findings


def _cells(row: Passage) -> list[Passage]:
    borders = [match.start() for match in _BORDER.finditer(row.text)]
    first, last = row.text[: borders[0]], row.text[borders[-1] + 1 :]
    edges = [*([-1] if first.strip() else []), *borders, *([len(row.text)] if last.strip() else [])]
    return [row.slice(left + 1, right).strip() for left, right in pairwise(edges)]


def _cell_lines(cell: Passage, listings: int) -> tuple[list[Line], list[Finding]]:
    if has_markup(cell.text):
        lines, findings = fragment_lines(cell.text, cell.span.start, listings)
    else:
        lines, findings = [Line(cell)] if cell else [], []
    return [
        replace(line, passage=without_escapes(without_emphasis(line.passage)), tabbed=True) for line in lines
    ], findings
