"""Marks of Markdown in a line of text that are no part of its words: emphasis, escaped borders."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from generator.positions import Passage, joined

_MARKS = ("**", "__", "'''")
"""Around bold words: those of Markdown and of MediaWiki."""

_WHOLLY_BOLD = re.compile(r"\s*(\*\*|__|''')(?!\s)(?:(?!\1).)+(?<!\s)\1[ \t:：]*")
_OPENERS = {mark: re.compile(rf"(?<![^\s(|>]){re.escape(mark)}(?=\S)") for mark in _MARKS}
_CLOSERS = {mark: re.compile(rf"(?<=\S){re.escape(mark)}(?![^\s.,:;)|<])") for mark in _MARKS}
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~]|[ \t]*$)")


def without_emphasis(passage: Passage) -> Passage:
    """Return a passage without the marks around bold words."""
    for mark in _OPENERS:
        if mark in passage.text:
            passage = _without(passage, _marks(passage.text, mark))
    return passage


def is_bold(text: str) -> bool:
    """Tell whether a line is emphasised from its first word to its last."""
    return _WHOLLY_BOLD.fullmatch(text) is not None


def without_escapes(passage: Passage) -> Passage:
    r"""Return a passage of Markdown with each ``\|`` as the "|" it stands for, without a ``\`` at its end."""
    return _without(passage, [match.span() for match in _ESCAPE.finditer(passage.text)])


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
