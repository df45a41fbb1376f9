"""Rows of Markdown tables; a cell may hold the whole body of a unit as HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.diagnostics import Finding
from generator.positions import Passage, joined
from generator.reading.containers.fragments import HTML_TAG, fragment_lines
from generator.reading.lines import Line

_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"[\s|:+-]*")
_BORDER = re.compile(r"(?<!\\)\|")


def is_row(content: str) -> bool:
    return _ROW.fullmatch(content) is not None


def row_lines(content: str, start: int, listings: int) -> tuple[list[Line], list[Finding]]:
    """Return the lines of one table row: the first line joins the cells by TABs, the rest stands in column two."""
    if _RULE.fullmatch(content):
        return [], []
    first, *others = _cells(Passage.of(content, start))
    lines: list[Line] = []
    findings: list[Finding] = []
    for cell in others:
        found, reported = _cell_lines(cell, listings + sum(line.depth == 1 and line.item for line in lines))
        lines += found
        findings += reported
    if lines and not lines[0].item:
        return [Line(joined([first, lines[0].passage], "\t")), *lines[1:]], findings
    return ([Line(first)] if first.text else []) + lines, findings


def _cells(row: Passage) -> list[Passage]:
    borders = [match.start() for match in _BORDER.finditer(row.text)]
    return [row.slice(left + 1, right).strip() for left, right in pairwise(borders)]


def _cell_lines(cell: Passage, listings: int) -> tuple[list[Line], list[Finding]]:
    if not HTML_TAG.search(cell.text):
        return [Line(cell, tabbed=True)] if cell.text else [], []
    lines, findings = fragment_lines(cell.text, cell.span.start, listings)
    return [replace(line, tabbed=True) for line in lines], findings
