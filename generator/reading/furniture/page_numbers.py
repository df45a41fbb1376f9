"""Page numbers: "Page 3 of 10", "P.4-34", "- 12 -", "第 3 頁", and bare numbers that run on from page to page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.reading.furniture.sheet import Border, Sheet, fields_of
from generator.reading.headers import is_header
from generator.reading.labels import opening

_PAGE_NUMBER = (
    r"(?:approved\s+)?(?:page|pg\.?)\s*[:：]?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:[-–]\d{1,4})?(?:\s*(?:of|/)\s*\d{1,4})?"
    r"|p\.?\s?\d{1,2}[-–]\d{1,4}"
    r"|p\.\s?\d{1,4}"
    r"|[-–—~]\s*\d{1,4}\s*[-–—~]"
    r"|第\s*[\d一二三四五六七八九十百零〇]+\s*[頁页](?:\s*[,，、/]?\s*共\s*[\d一二三四五六七八九十百]+\s*[頁页])?"
    r"|[頁页]\s*[:：]?\s*\d{1,4}(?:\s*/\s*\d{1,4})?"
    r"|_{3,}\s*\d{1,4}"
)
_WHOLE = re.compile(_PAGE_NUMBER, re.IGNORECASE)
_CELL = re.compile(rf"(?:^|\t|\s{{2,}}|\s\|\s)(?:{_PAGE_NUMBER})(?=\t|\s{{2,}}|\s\|\s|\s*$)", re.IGNORECASE)
_TAIL = re.compile(r"(?<=\S)(?:\t|\s{2,})\s*(?:approved\s+)?page\s+\d{1,4}\s+of\s+\d{1,4}\s*$", re.IGNORECASE)
_BARE = re.compile(r"(?:\d{1,2}\s?[-–]\s?)?(?P<page>\d{1,4})(?:\s?/\s?\d{1,4})?")
_ROMAN = re.compile(r"[ivxl]{1,6}")
_VALUES_OF_NUMBERS = frozenset({"level", "credit", "code", "extra_field"})
_STARTS = frozenset({"header", "functional_area", "title", "code"})
_FEWEST_IN_A_ROW = 3
_REGULAR = 0.4
_LONGEST_STEP = 3
_SHORTEST_PAGE = 10


def page_numbers(sheet: Sheet, removed: Mapping[int, str]) -> Iterator[int]:
    """Yield the lines that are nothing but a page number, whatever stands around them, and repeated feet with one."""
    counts = sheet.counts()
    for at, line in enumerate(sheet.lines):
        text = line.text
        if at in removed or not sheet.forms[at] or (line.item and not line.text.startswith(("-", "–", "—"))):
            continue
        if _WHOLE.fullmatch(text) or (
            counts[sheet.forms[at]] > 1 and "#" in sheet.forms[at] and _CELL.search(text) and sheet.may_go(at)
        ):
            yield at


def page_number_tails(sheet: Sheet, removed: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Yield lines with a page number behind their text, columns apart, and where it begins."""
    for at, line in enumerate(sheet.lines):
        if at not in removed and (found := _TAIL.search(line.text[-60:])):
            yield at, max(0, len(line.text) - 60) + found.start()


def bare_page_numbers(sheet: Sheet, removed: Mapping[int, str]) -> Iterator[int]:
    """Yield bare numbers that stand at the foot of a page, at page heads where they run on, or at regular distances."""
    bare = [at for at in range(len(sheet.lines)) if at not in removed and is_bare(sheet, at)]
    if not bare:
        return
    borders = sheet.borders(removed)
    edges = {at for border in borders for at in (border.above, border.below)}
    found = {border.above for border in borders if _is_foot(sheet, border)} & set(bare)
    found.update(_running_on(sheet, [at for at in bare if at in edges]))
    found.update(_running_on(sheet, [at for at in bare if "/" in sheet.forms[at]]))
    found.update(_running_on(sheet, [at for at in bare if "-" in sheet.forms[at]], rows=_SHORTEST_PAGE))
    found.update(_running_on(sheet, [at for at in bare if _is_before_a_unit(sheet, at)]))
    found.update(_at_regular_distances(sheet, bare))
    yield from sorted(found)


def is_bare(sheet: Sheet, at: int) -> bool:
    """Tell whether a line is a number alone that is not the value of the label before it."""
    text = sheet.lines[at].text
    if len(text) > 12 or not (_BARE.fullmatch(text) or _ROMAN.fullmatch(text)):
        return False
    label = opening(sheet.lines, at - 1) if at else None
    if label is None and at > 1:
        before = opening(sheet.lines, at - 2)
        label = before if before is not None and before.lines > 1 else None
    return label is None or bool(label.value) or label.field not in _VALUES_OF_NUMBERS


def _is_foot(sheet: Sheet, border: Border) -> bool:
    """Tell whether the line above a border stands apart from the text before it."""
    at = border.above
    if at < 1:
        return False
    return border.below < len(sheet.lines) or sheet.rows[at] - sheet.rows[at - 1] > 1


def _is_before_a_unit(sheet: Sheet, at: int) -> bool:
    follower = at + 1
    if follower == len(sheet.lines):
        return True
    found = opening(sheet.lines, follower)
    return is_header(sheet.lines[follower].passage) or (found is not None and found.field in _STARTS)


def _number(text: str) -> int:
    found = _BARE.fullmatch(text)
    return int(found.group("page")) if found else 0


def _running_on(sheet: Sheet, candidates: list[int], rows: int = 1) -> Iterator[int]:
    """Yield the candidates whose number is one to three more than that of the one before, and that one.

    ``rows`` is how far apart they stand at least.
    """
    for first, second in pairwise(candidates):
        step = _number(sheet.lines[second].text) - _number(sheet.lines[first].text)
        if 1 <= step <= _LONGEST_STEP and sheet.rows[second] - sheet.rows[first] >= rows:
            yield from (first, second)


def _at_regular_distances(sheet: Sheet, candidates: list[int]) -> Iterator[int]:
    """Yield numbers in a row, three at least, at nearly equal distances and not all in the same field."""
    row: list[int] = []
    fields = fields_of(sheet.lines) if len(candidates) >= _FEWEST_IN_A_ROW else []
    for at in [*candidates, -1] if fields else []:
        if row and at >= 0 and _number(sheet.lines[at].text) == _number(sheet.lines[row[-1]].text) + 1:
            row.append(at)
            continue
        gaps = [sheet.rows[second] - sheet.rows[first] for first, second in pairwise(row)]
        if len(row) >= _FEWEST_IN_A_ROW and is_regular(gaps) and len({fields[one] for one in row}) > 1:
            yield from row
        row = [at]


def is_regular(gaps: list[int]) -> bool:
    """Tell whether distances are nearly equal."""
    return max(gaps) - min(gaps) <= _REGULAR * max(gaps)
