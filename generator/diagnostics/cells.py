"""Text in the cells of a terminal: nothing in it steers the terminal, and a marker stands under its spot."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_TAB = 4


def harmless(text: str) -> str:
    """Return text that cannot steer a terminal: what cannot be printed is spelled out, tabs become blanks."""
    return "".join(_spelled(text))


def marked(text: str, mark: tuple[int, int] | None, room: int) -> tuple[str, str]:
    """Return a line of at most ``room`` cells and the line below it that marks characters of it as ``^~~~``.

    Of a longer line the part around the mark is shown, with an ellipsis where it is cut. The second line is
    empty without a mark.
    """
    letters = _spelled(text)
    start, end = mark or (0, 0)
    widths = [_width(letter) for letter in letters]
    first, last = _window(widths, start, room)
    before, after = "…" if first else "", "…" if last < len(letters) else ""
    shown = f"{before}{''.join(letters[first:last])}{after}"
    if mark is None:
        return shown, ""
    blanks = len(before) + sum(widths[first:start])
    return shown, " " * blanks + "^" + "~" * (sum(widths[start : min(end, last)]) - 1)


def _spelled(text: str) -> list[str]:
    """Return each character as it is shown."""
    letters, at = [], 0
    for letter in text:
        letters.append(_shown(letter, at))
        at += _width(letters[-1])
    return letters


def _shown(letter: str, at: int) -> str:
    if letter == "\t":
        return " " * (_TAB - at % _TAB)
    if letter.isprintable():
        return letter
    if unicodedata.category(letter) == "Zs":
        return " " * _width(letter)
    return letter.encode("unicode_escape").decode()


def _width(text: str) -> int:
    """Return how many cells a text takes: two for a wide character, none for a mark on the letter before it."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(letter) in ("Mn", "Me") else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _window(widths: Sequence[int], start: int, room: int) -> tuple[int, int]:
    """Return the first character and the one after the last that are shown: all, or what fits around ``start``."""
    if sum(widths) <= room:
        return 0, len(widths)
    room -= 2
    first, before = start, 0
    while first and before + widths[first - 1] <= room // 3:
        first -= 1
        before += widths[first]
    last, used = first, 0
    while last < len(widths) and used + widths[last] <= room:
        used += widths[last]
        last += 1
    while first and used + widths[first - 1] <= room:
        first -= 1
        used += widths[first]
    return first, last
