"""Where the text of a line begins: blanks, TABs and the border of the first column before it."""

from __future__ import annotations

import re

from generator.positions import Passage
from generator.reading.lines import Line

_PREFIX = re.compile(r"[ \t\u00a0\u3000]*")
_TAB_STOP = 4
_AT_THE_MARGIN = Line(Passage("", ()))


def without_indent(passage: Passage) -> tuple[Line, Passage]:
    """Return the place of a line, as a line without text, and its text without blanks before it."""
    match = _PREFIX.match(passage.text)
    if match is None or not match.end():
        return _AT_THE_MARGIN, passage
    blanks = match.group()
    tabs = blanks.count("\t")
    indent = _TAB_STOP * max(0, tabs - 1) + len(blanks.rpartition("\t")[2])
    return Line(Passage("", ()), indent=indent, tabbed=tabs > 0), passage.slice(len(blanks))
