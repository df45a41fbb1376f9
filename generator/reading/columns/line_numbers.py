"""Line numbers printed in front of every line, as listings and legal drafts have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.reading.columns.placing import Placed, placed
from generator.reading.contents import Contents, SetAside
from generator.reading.lines import Line

_NUMBERED = re.compile(r"(?P<number>\d{1,6})(?:[:|]?[ \t\u00a0]+(?=\S)|[:|]?$)")
_FEWEST_LINES = 6
_NEARLY_ALL = 0.9


def without_line_numbers(contents: Contents) -> Contents:
    """Take off the line numbers where nearly all lines begin with the number of their row."""
    if sum(line.text[:1].isdigit() for line in contents.lines) < _NEARLY_ALL * len(contents.lines):
        return contents
    lines = placed(contents)
    numbers = _line_numbers(lines)
    gutter = min((lines[at].column(end, len) for at, end in numbers.items() if end < len(lines[at].text)), default=0)
    kept: list[Line] = []
    set_aside: list[SetAside] = []
    blank = False
    for at, place in enumerate(lines):
        length = numbers.get(at, 0)
        if length:
            set_aside.append(SetAside("line number", place.line.passage.slice(0, length).strip()))
        rest = place.line.passage.slice(length)
        if rest:
            indent = max(0, place.column(length, len) - gutter) if length else place.line.indent
            kept.append(replace(place.line, passage=rest, indent=indent, after_blank=blank or place.line.after_blank))
        blank = not rest
    return replace(contents, lines=tuple(kept), set_aside=(*contents.set_aside, *set_aside))


def _line_numbers(lines: Sequence[Placed]) -> dict[int, int]:
    """Return how many characters the line number takes, by the place of the line; nothing where lines have none.

    Numbers count every row, or only the rows that are not empty.
    """
    matches = {at: match for at, place in enumerate(lines) if (match := _NUMBERED.match(place.text))}
    if len(lines) < _FEWEST_LINES:
        return {}
    for rows in ([place.row for place in lines], range(len(lines))):
        before = Counter(int(match.group("number")) - rows[at] for at, match in matches.items())
        first, count = before.most_common(1)[0] if before else (0, 0)
        if count >= _NEARLY_ALL * len(lines):
            return {at: match.end() for at, match in matches.items() if int(match.group("number")) - rows[at] == first}
    return {}
