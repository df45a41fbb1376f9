"""Marks of Markdown in a line of text that are no part of its words: emphasis, escaped borders."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from generator.positions import Passage, joined

_OPENERS = {mark: re.compile(rf"(?<![^\s(|>]){re.escape(mark)}(?=\S)") for mark in ("**", "__")}
_CLOSERS = {mark: re.compile(rf"(?<=\S){re.escape(mark)}(?![^\s.,:;)|<])") for mark in ("**", "__")}
_ESCAPED_BORDER = re.compile(r"\\(?=\|)")


def without_emphasis(passage: Passage) -> Passage:
    """Return a passage without the marks around bold words."""
    for mark in _OPENERS:
        if mark in passage.text:
            passage = _without(passage, _marks(passage.text, mark))
    return passage


def without_escapes(passage: Passage) -> Passage:
    r"""Return the passage of a table cell with each ``\|`` as the "|" it stands for."""
    return _without(passage, [match.span() for match in _ESCAPED_BORDER.finditer(passage.text)])


def _marks(text: str, mark: str) -> list[tuple[int, int]]:
    """Return where pairs of marks stand: each opening one goes with the next that closes."""
    closers = [match.start() for match in _CLOSERS[mark].finditer(text)]
    found: list[tuple[int, int]] = []
    for opener in _OPENERS[mark].finditer(text):
        if found and opener.start() < found[-1][1]:
            continue
        nearest = bisect_left(closers, opener.end() + 1)
        if nearest == len(closers):
            break
        found += [opener.span(), (closers[nearest], closers[nearest] + len(mark))]
    return found


def _without(passage: Passage, spans: list[tuple[int, int]]) -> Passage:
    if not spans:
        return passage
    edges = [(0, 0), *spans, (len(passage.text), len(passage.text))]
    return joined([passage.slice(end, start) for (_, end), (start, _) in pairwise(edges)], "")
