"""Marks of Markdown and wikis in a line of text that are no part of its words: emphasis, code, escaped signs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from generator.positions import Passage, joined

_WIKI_MARKS = ("'''",)
_MARKDOWN_MARKS = (*_WIKI_MARKS, "***", "**", "__", "*", "_")
_WHOLLY_BOLD = re.compile(r"\s*(\*\*|__|''')(?!\s)(?:(?!\1).)+(?<!\s)\1[ \t:：]*")
_WIDE = r"\u3000-\u9fff\uff00-\uffef"
_OPENERS = {
    mark: re.compile(rf"(?<![^\s(|>\"'“‘{_WIDE}]){re.escape(mark)}(?![\s{re.escape(mark[0])}])(?=.)")
    for mark in _MARKDOWN_MARKS
}
_CLOSERS = {
    mark: re.compile(rf"(?<![\s\\{re.escape(mark[0])}]){re.escape(mark)}(?![^\s.,:;!?)|<\"'”’{_WIDE}])")
    for mark in _MARKDOWN_MARKS
}
_CODE = re.compile(r"(?<![`\\])(?P<fence>`{1,3})(?!`)(?P<code>[^`]+)(?P=fence)(?!`)")
_CODE_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})[ \t]*(?:\{[^{}]*\}|[\w+-]{0,20})[ \t]*")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~]|[ \t]*$)")


def without_emphasis(passage: Passage, *, markdown: bool) -> Passage:
    """Return a passage without the marks around bold words of a wiki, in Markdown around emphasis and code.

    In a plain text a star and a back quote are the signs they are; what is code is text, whatever signs it holds.
    """
    text, spans = passage.text, []
    if markdown and "`" in text:
        for match in _CODE.finditer(text):
            spans += [match.span("fence"), (match.end("code"), match.end())]
        text = _CODE.sub(lambda match: "x" * len(match.group()), text)
    for mark in _MARKDOWN_MARKS if markdown else _WIKI_MARKS:
        if mark in text:
            found = _marks(text, mark)
            spans += found
            text = _blanked(text, found)
    return _without(passage, sorted(spans))


def is_bold(text: str) -> bool:
    """Tell whether a line is emphasised from its first word to its last."""
    return _WHOLLY_BOLD.fullmatch(text) is not None


def is_code_fence(text: str, *, markdown: bool) -> bool:
    """Tell whether a line only begins or ends a block of code or raw text, such as ```` ```{=html} ````."""
    return markdown and _CODE_FENCE.fullmatch(text) is not None


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


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    edges = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    blanks = [" " * (end - start) for start, end in spans]
    pieces = (text[end:start] for end, start in zip(edges, starts, strict=True))
    return "".join(piece for pair in zip_longest(pieces, blanks, fillvalue="") for piece in pair)


def _without(passage: Passage, spans: list[tuple[int, int]]) -> Passage:
    if not spans:
        return passage
    edges = [(0, 0), *spans, (len(passage.text), len(passage.text))]
    return joined([passage.slice(end, start) for (_, end), (start, _) in pairwise(edges)], "")
