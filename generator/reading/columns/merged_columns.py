"""Two columns merged line by line without the blanks between them: told, and only their headings taken apart.

Where the first words of the right column stand on each line nobody can say any more. Two numbers that follow each
other on one line, and two bullets on one of the next, give such lines away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Finding
from generator.reading.contents import Contents
from generator.reading.items import GLYPHS
from generator.reading.lines import Line

_MARK = rf"[{re.escape(GLYPHS)}]"
_TWO_NUMBERS = re.compile(r"(\d{1,2})[.)]\s+\S.{0,200}?(?=\s(\d{1,2})[.)]\s+[A-Z\u4e00-\u9fff])")
_TWO_BULLETS = re.compile(rf"({_MARK})\s+\S.{{0,200}}?\s\1\s+\S")
_NEAR = 3


def find_merged_columns(contents: Contents) -> Contents:
    """Report columns that were merged line by line; the lines below the two headings stay as they are."""
    lines: list[Line] = []
    findings: list[Finding] = []
    for at, line in enumerate(contents.lines):
        end = _end_of_left_heading(line, contents.lines[at + 1 : at + 1 + _NEAR])
        if end:
            message = "two columns were merged line by line; their lines are kept as printed"
            findings.append(Finding("columns-merged", line.passage.span.start, message))
            lines.append(replace(line, passage=line.passage.slice(0, end)))
        lines.append(replace(line, passage=line.passage.slice(end).strip()) if end else line)
    return replace(contents, lines=tuple(lines), findings=(*contents.findings, *findings))


def _end_of_left_heading(line: Line, below: Sequence[Line]) -> int:
    """Return where the heading of the left column ends, 0 where a line does not hold two headings."""
    numbers = _TWO_NUMBERS.match(line.text)
    if numbers is None or int(numbers.group(2)) != int(numbers.group(1)) + 1:
        return 0
    return numbers.end() if any(_TWO_BULLETS.match(other.text) for other in below) else 0
