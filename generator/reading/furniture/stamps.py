"""Stamps of publishers at page edges: "Last updated: December 2020", "90421 version 3", rights, amendments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.reading.furniture.sheet import Sheet
from generator.reading.labels import opening

_DATE = r"[\w ,./\-年月日]{0,30}(?:\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2})[\w ,./\-年月日]{0,12}"
_STAMP = re.compile(
    rf"(?:last\s+|latest\s+)?(?:up-?dated?|revised|reviewed|amended|printed|modified)(?:\s+(?:date|on|in))?\s*[:：]?\s*{_DATE}"
    rf"|(?:revision|update|print|printing|issue)\s+date\s*[:：]?\s*{_DATE}"
    rf"|(?:最後|最后)?(?:更新|修訂|修订|列印)(?:日期)?\s*(?:於|于)?\s*[:：]?\s*{_DATE}"
    r"|(?:(?:NZQA\s+)?(?:registered\s+|expired\s+)?unit standard\s+)?\d{3,6}(?:\s*,\s*|\s+)version\s+\d{1,3}"
    r"|(?:©|\(c\)|copyright\b).{0,120}"
    r"|TR\s*[-–—].{3,100}\b(?:amended|promulgated)\b.{0,40}",
    re.IGNORECASE,
)


def stamps(sheet: Sheet, removed: Mapping[int, str]) -> Iterator[int]:
    """Yield the stamps that are repeated or stand at the edge of a page."""
    found = [at for at, line in enumerate(sheet.lines) if sheet.forms[at] and _STAMP.fullmatch(line.text)]
    found = [at for at in found if at not in removed and at not in sheet.heads]
    if not found:
        return
    counts = sheet.counts()
    borders = sheet.borders(removed)
    last = len(sheet.lines)
    edges = {border.above for border in borders if border.below < last}
    edges |= {border.below for border in borders if border.above >= 0}
    ends = {border.above for border in borders} | {border.below for border in borders}
    for at in found:
        at_an_end = at in ends and opening(sheet.lines, at) is None
        if counts[sheet.forms[at]] > 1 or at in edges or at_an_end:
            yield at
