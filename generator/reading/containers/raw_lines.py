"""The lines of a text as they stand in it, without the marks that a mail program puts before quoted ones."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.positions import Passage

_LINE = re.compile(r"([^\r\n\f]*)(?:\r\n|\n|\r|\f|$)")
_QUOTED = re.compile(r"[ \t]{0,3}(?:> ?)+")
_QUOTED_EMPTY = re.compile(r">[> \t]*")
_FEWEST_QUOTED, _NEARLY_ALL = 3, 0.7


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line without its end, and the offset at which it stands; ``end`` is where the next line begins."""

    text: str
    start: int
    end: int

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def passage(self) -> Passage:
        return Passage.of(self.text, self.start)


def raw_lines(text: str) -> list[RawLine]:
    r"""Return the lines of a text; ``\n``, ``\r\n``, a bare ``\r`` and a form feed end one."""
    lines = [RawLine(match.group(1), match.start(), match.end()) for match in _LINE.finditer(text)]
    if lines and lines[-1].start == len(text):
        lines.pop()
    if not any(line.text.startswith(">") for line in lines):
        return lines
    if any(_QUOTED_EMPTY.fullmatch(line.text) for line in lines):
        return [_unquoted_line(line) for line in lines]
    return _without_quoting(lines)


def _without_quoting(lines: list[RawLine]) -> list[RawLine]:
    """Return the lines without the marks of quoting, where nearly all lines of a stretch have them.

    Where single lines have them, and none of these is empty, the marks may be bullets.
    """
    found: list[RawLine] = []
    stretch: list[RawLine] = []
    plain = 0
    for line in lines:
        quoted = _QUOTED.match(line.text) is not None
        plain = 0 if quoted else plain + (not line.blank)
        if plain > _FEWEST_QUOTED:
            found += [*_unquoted(stretch), line]
            stretch = []
        elif quoted or stretch:
            stretch.append(line)
        else:
            found.append(line)
    return found + _unquoted(stretch)


def _unquoted(stretch: list[RawLine]) -> list[RawLine]:
    marks = [_QUOTED.match(line.text) for line in stretch]
    count = sum(mark is not None for mark in marks)
    last = max((at for at, mark in enumerate(marks) if mark), default=0)
    if count < _FEWEST_QUOTED or count < _NEARLY_ALL * sum(not line.blank for line in stretch[: last + 1]):
        return stretch
    return [_unquoted_line(line) for line in stretch]


def _unquoted_line(line: RawLine) -> RawLine:
    mark = _QUOTED.match(line.text)
    return RawLine(line.text[mark.end() :], line.start + mark.end(), line.end) if mark else line
