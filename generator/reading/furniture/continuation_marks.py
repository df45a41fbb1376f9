"""Words that say a page goes on: "(continued)" behind a repeated title, "Continued on next page" alone on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.reading.furniture.sheet import Sheet

_CONTINUED = r"cont(?:inued|inuation|inue|['’]?d)?\.?"
_MARK = re.compile(
    rf"(?:\s*[(（\[]\s*(?:{_CONTINUED}|續|续|續上頁|续上页|接上頁|接上页)\s*[)）\]]|(?:\s+|\s*[-–—/,]\s*)(?:continued|cont['’]d)\.?)\s*$",
    re.IGNORECASE,
)
_LONGEST_MARK = 40
_ALONE = re.compile(
    rf"[(（\[/.…\s]*(?:{_CONTINUED}|(?:please\s+)?(?:continued?|turn)\s+(?:on|over|overleaf|from)\b.{{0,30}}|p\.?t\.?o\.?"
    r"|續上頁|续上页|接上頁|接上页|續下頁|续下页|接下頁|接下页|續|续|轉下頁|转下页)[)）\]/.…\s]*",
    re.IGNORECASE,
)


def without_mark(text: str) -> str:
    """Return a text without a "(continued)" behind it."""
    start = max(0, len(text) - _LONGEST_MARK)
    found = _MARK.search(text, start)
    return text[: found.start()] if found else text


def has_mark(text: str) -> bool:
    """Tell whether a text ends with "(continued)" in one of its spellings."""
    return _MARK.search(text, max(0, len(text) - _LONGEST_MARK)) is not None


def continuation_marks(sheet: Sheet, removed: Mapping[int, str]) -> Iterator[int]:
    """Yield the lines that say nothing but that the page goes on."""
    for at, line in enumerate(sheet.lines):
        if at not in removed and not line.item and sheet.forms[at] and _ALONE.fullmatch(line.text):
            yield at
