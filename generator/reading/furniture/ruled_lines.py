"""Lines drawn with characters: "__________", "-----", "=====". They hold no word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.reading.furniture.sheet import Sheet

_RULED = re.compile(r"[_\-=*~–—─━.·\s]{3,}")


def ruled_lines(sheet: Sheet, removed: Mapping[int, str]) -> Iterator[int]:
    """Yield the lines made of dashes, dots or the like only."""
    for at, line in enumerate(sheet.lines):
        if at not in removed and not line.item and _RULED.fullmatch(line.text):
            yield at
