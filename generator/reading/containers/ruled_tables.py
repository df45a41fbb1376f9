"""Simple and multiline tables of pandoc and reStructuredText: rules of dashes show the columns, nothing else does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.positions import Passage
from generator.reading.containers.display_columns import cut
from generator.reading.containers.raw_lines import RawLine
from generator.reading.containers.text_table import TextTable

_COLUMN_RULE = re.compile(r"\s*(?:-{2,}|={2,})(?:[ \t]+(?:-{2,}|={2,}))+\s*")
_FULL_RULE = re.compile(r"\s*-{10,}\s*")
_MOST_LINES_OF_A_HEAD = 6

_Row = list[list[Passage]]


def table_at(lines: Sequence[RawLine], at: int) -> TextTable | None:
    """Return the table that begins at a line: with its rule, or with a head above it."""
    rule = _rule_of_columns(lines, at)
    if rule is None:
        return None
    columns = _columns(lines[rule].text)
    framed = rule == at or _is_rule(lines[at])
    closing = _closing(lines, rule, columns, over_blanks=framed)
    if closing is None and framed:
        return None
    end = _end_at_blank(lines, rule) if closing is None else closing
    body = lines[rule + 1 : end]
    apart = any(line.blank for line in body)
    head = [line for line in lines[at:rule] if not _is_rule(line)]
    rows = _rows(head, columns, apart=True) + _rows(body, columns, apart=apart)
    if not rows or len(rows) < len(head) > 1:
        return None
    count = end - at + (closing is not None)
    return TextTable("ruled table", tuple(tuple(map(tuple, row)) for row in rows), count, wrapped=True)


def _is_rule(line: RawLine) -> bool:
    return _COLUMN_RULE.fullmatch(line.text) is not None or _FULL_RULE.fullmatch(line.text) is not None


def _rule_of_columns(lines: Sequence[RawLine], at: int) -> int | None:
    """Return the line with the rule that shows the columns of the table that begins at a line."""
    if _COLUMN_RULE.fullmatch(lines[at].text):
        return at
    if at + 1 < len(lines) and not lines[at].blank and _COLUMN_RULE.fullmatch(lines[at + 1].text):
        return at + 1
    if not _FULL_RULE.fullmatch(lines[at].text):
        return None
    for number in range(at + 1, min(len(lines), at + _MOST_LINES_OF_A_HEAD)):
        if lines[number].blank or _FULL_RULE.fullmatch(lines[number].text):
            return None
        if _COLUMN_RULE.fullmatch(lines[number].text):
            return number
    return None


def _columns(rule: str) -> list[tuple[int, int]]:
    """Return where columns begin and end; each goes up to the next one."""
    starts = [match.start() for match in re.finditer(r"[-=]+", rule)]
    starts[0] = 0
    return list(zip(starts, [*starts[1:], len(rule)], strict=True))


def _closing(
    lines: Sequence[RawLine], rule: int, columns: Sequence[tuple[int, int]], *, over_blanks: bool
) -> int | None:
    """Return the rule that closes a table, None where the table ends at an empty line or is none."""
    blanks = 0
    for number in range(rule + 1, len(lines)):
        line = lines[number]
        if _is_rule(line):
            same = [match.start() for match in re.finditer(r"[-=]+", line.text)][1:]
            head_below = same == [first for first, _ in columns[1:]] and "=" in line.text and number + 1 < len(lines)
            if head_below and not lines[number + 1].blank and not _is_rule(lines[number + 1]):
                continue
            return number
        blanks = blanks + 1 if line.blank else 0
        if blanks > over_blanks or not (line.blank or _fits(line, columns)):
            return None
    return None


def _fits(line: RawLine, columns: Sequence[tuple[int, int]]) -> bool:
    """Tell whether no word of a line reaches over the limit between two columns."""
    pieces = cut(line, columns)
    return all(not piece.text or piece.text[-1].isspace() or not after.text for piece, after in pairwise(pieces))


def _end_at_blank(lines: Sequence[RawLine], rule: int) -> int:
    end = rule + 1
    while end < len(lines) and not lines[end].blank:
        end += 1
    return end


def _rows(lines: Sequence[RawLine], columns: Sequence[tuple[int, int]], *, apart: bool) -> list[_Row]:
    """Return the rows of lines: each line one, or rows ``apart`` by empty lines; a line without label goes on."""
    rows: list[_Row] = []
    fresh = True
    for line in lines:
        if line.blank or _is_rule(line):
            fresh = True
            continue
        pieces = cut(line, columns)
        if not rows or (fresh if apart else pieces[0].text.strip()):
            rows.append([[] for _ in columns])
        fresh = False
        for column, piece in enumerate(pieces):
            if piece.text.strip():
                rows[-1][column].append(piece)
    return rows
