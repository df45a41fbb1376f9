"""Lists of units: rows of code, title, level and credit, in lines or cells, glued together, or column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import read_code
from generator.reading.headers import is_header
from generator.reading.labels import opening
from generator.reading.lines import Line
from generator.reading.vocabulary import LABELS
from generator.text.folding import label_form

_CELLS = re.compile(r"\t|\s{2,}")
_TOKEN = re.compile(
    r"(?<![\w/.-])(?=[A-Z0-9./:-]*\d)(?=[A-Z0-9./:-]*[A-Z])[A-Z0-9][A-Z0-9./:-]{3,23}[A-Z0-9](?![\w/-])"
)
_GLUED = re.compile(r"(?:[A-Z]{6}[1-7]\d{2}[A-Z]|\d{6}L[1-7])(?=[A-Z\u4e00-\u9fff])(?=.*[a-z\u4e00-\u9fff])")
_AT_END = re.compile(r"[(（\[]?\s*(?:\d{1,3}(?:\.\d)?\s*)?[)）\]]?(?:[\s\t]+[\d.-]{1,5}){0,3}\s*$")
_TOO_GENERAL = frozenset({"unknown", "plain-number", "hk-register"})
_LABELS = frozenset(label_form(label.text) for label in LABELS)
_COLUMN_HEADS = re.compile(
    r"(?:old|new|previous|current|former|original|unit|uoc|qf)?\s*"
    r"(?:codes?|titles?|names?|levels?(?: \d)?|credits?|versions?|functional areas?|units?(?: of competency)?)"
    r"|no\.?|item|page|change[sd]?|remarks?|status|last updated?|[四五六七一二三]級|第.級|舊編號|新編號|級別|頁碼"
)
_HEADING = re.compile(
    r"(?:index|lists?|matrix|comparison|summary|overview|mapping|table|directory|catalogue|register)\b.{0,100}"
    r"|.{0,60}\b(?:matrix|index|list|by (?:functional area|level|code|area)s?)"
    r"|(?:appendix|annex)\b.{0,100}|.{0,20}(?:一覽|一览|列表|總表|总表|對照|对照|索引|矩陣|矩阵).{0,20}",
    re.IGNORECASE,
)
_COLUMNS = frozenset({"functional_area", "title", "code", "level", "credit", "extra_field"})
_LONGEST_ROW = 300
_LINES_BETWEEN_ROWS = 6
_LINES_ABOVE = 8
_FEWEST = 2
_MANY = 8


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list of units: the places of its first and behind its last line, the codes in it, the offset of its first row.

    ``sure`` says that column heads, a heading or the number of rows show that it is a list and no text that
    happens to name units.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    offset: int
    sure: bool


def code_lists(lines: Sequence[Line]) -> tuple[CodeList, ...]:
    """Return the lists of units among the lines, in their order."""
    rows = {at: codes for at, line in enumerate(lines) if (codes := _row_codes(lines, at, line))}
    found: list[CodeList] = []
    chain: list[int] = []
    floor = 0
    for at in [*rows, -1]:
        if chain and (at < 0 or not _goes_on(lines, chain[-1], at)):
            if len(chain) >= _FEWEST or sum(len(rows[row]) for row in chain) >= _FEWEST:
                found.append(_code_list(lines, chain, [code for row in chain for code in rows[row]], floor))
                floor = found[-1].end
            chain = []
        chain.append(at)
    return tuple(found)


def _row_codes(lines: Sequence[Line], at: int, line: Line) -> tuple[str, ...]:
    """Return the codes of a line that is a row of a list: one in a cell of its own, or at an end of the line."""
    text = line.text
    if len(text) > _LONGEST_ROW or line.item:
        return ()
    if glued := _GLUED.match(text):
        return (glued.group(),)
    tokens = [match for match in _TOKEN.finditer(text) if read_code(match.group()).grammar not in _TOO_GENERAL]
    if not tokens or opening(lines, at) is not None:
        return ()
    apart = [match.group() for match in tokens if _stands_apart(text, match)]
    return tuple(apart)


def _stands_apart(text: str, match: re.Match[str]) -> bool:
    before, behind = text[: match.start()], text[match.end() :]
    if not before.strip(" (（[|-–—\t"):
        return not behind.strip() or behind[0] in " \t:：)）"
    in_a_cell = before.endswith(("\t", "  ", "(", "（")) or before.rstrip().endswith((" -", "\t-"))
    return in_a_cell or (_AT_END.fullmatch(behind) is not None and not before.rstrip().endswith((".", ",", ";")))


def _goes_on(lines: Sequence[Line], last: int, at: int) -> bool:
    """Tell whether a row belongs to the list of the row before it: no field of a unit stands between."""
    if at - last > _LINES_BETWEEN_ROWS:
        return False
    return all(_is_of_a_list(lines, place) for place in range(last + 1, at))


def _is_of_a_list(lines: Sequence[Line], at: int) -> bool:
    if is_header(lines[at].passage):
        return False
    found = opening(lines, at)
    if found is None or is_column_heads(lines[at]):
        return True
    return found.field in ("functional_area", "level", "credit", "industry") or not found.value


def is_column_heads(line: Line) -> bool:
    """Tell whether a line holds the heads of the columns of a list, two at least."""
    cells = [label_form(cell) for cell in _CELLS.split(line.text) if cell.strip()]
    heads = sum(cell in _LABELS or _COLUMN_HEADS.fullmatch(cell) is not None for cell in cells)
    return heads >= _FEWEST and heads * 3 >= len(cells) * 2


def _code_list(lines: Sequence[Line], chain: Sequence[int], codes: Sequence[str], floor: int) -> CodeList:
    start, headed = _beginning(lines, chain[0], floor)
    end = _behind_columns(lines, chain)
    many = len(chain) >= _MANY
    return CodeList(start, end, tuple(dict.fromkeys(codes)), lines[chain[0]].passage.span.start, headed or many)


def _beginning(lines: Sequence[Line], first: int, floor: int) -> tuple[int, bool]:
    """Return where a list begins with its heads and heading, and whether it has any."""
    start, headed = first, False
    for at in range(first - 1, max(floor, first - _LINES_ABOVE) - 1, -1):
        line = lines[at]
        found = opening(lines, at)
        is_head = found is not None and not found.value and found.field in _COLUMNS and start == at + 1
        if is_column_heads(line) or is_head or _is_heading(line.text):
            start, headed = at, True
        elif is_header(line.passage) or (found is not None and found.field not in ("functional_area", "level")):
            break
    return start, headed


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_ROW and not text.endswith(".") and _HEADING.fullmatch(text) is not None


def _behind_columns(lines: Sequence[Line], chain: Sequence[int]) -> int:
    """Return the place behind a list; columns printed one below another have as many lines each as there are codes."""
    end = chain[-1] + 1
    if chain[-1] - chain[0] + 1 != len(chain):
        return end
    while end + len(chain) < len(lines):
        head = opening(lines, end)
        column = range(end + 1, end + 1 + len(chain))
        if head is None or head.value or any(is_header(lines[at].passage) or opening(lines, at) for at in column):
            return end
        end += 1 + len(chain)
    return end
