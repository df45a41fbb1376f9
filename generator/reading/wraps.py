"""Whether a line goes on with the one before it, told from where lines were wrapped."""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.reading.lines import Line
from generator.text.folding import is_cjk

_WIDTH_OF_A_CHARACTER = 2
_SENTENCE_ENDS = (".", ";", ":", "!", "?", "。", "；", "：", "！", "？")
_OPEN_ENDS = (",", "，", "、", "-", "–", "—", "/", "(", "（", "&")
_OPEN_WORDS = frozenset(
    "a an and as at by for from in including into of on or such that the to when where with".split()
)


def width_of(text: str) -> int:
    """Return how many columns a text takes; a Chinese character takes two."""
    return len(text) if text.isascii() else len(text) + sum(map(is_cjk, text))


def page_width(lines: Sequence[Line]) -> float:
    """Return the width at which lines were wrapped, that of the longest line; no end where none was wrapped.

    Wrapping shows in lines that begin small, and in Chinese in several lines of the greatest width.
    """
    widths = [line.indent + width_of(line.text) for line in lines]
    widest = max(widths, default=0)
    full = sum(width > widest - 2 * _WIDTH_OF_A_CHARACTER for width in widths)
    chinese = any(is_cjk(line.text[:1]) for line in lines)
    wrapped = any(line.text[:1].islower() for line in lines) or (chinese and full > 1)
    return widest if wrapped else math.inf


def goes_on(before: Line, line: Line, width: float) -> bool:
    """Tell whether a line without any mark goes on with the sentence of the line before it.

    It does where it begins small, where the line before ends openly, and where its first word had no room left
    on that line; ``width`` is that of the page. Markup that begins a paragraph leaves the first two only.
    """
    first = line.text.lstrip("\"'“‘(（")[:1]
    end = before.text.rstrip()
    if (
        first.islower()
        or (first.isdigit() and not line.whole)
        or end.endswith(_OPEN_ENDS)
        or end.rpartition(" ")[2] in _OPEN_WORDS
    ):
        return True
    if line.whole:
        return False
    if not is_cjk(first) and not first.isupper() and not end.endswith(_SENTENCE_ENDS):
        return True
    first_word = 2 if is_cjk(first) else width_of(line.text.partition(" ")[0]) + 1
    is_full = before.indent + width_of(end) + first_word > width
    return is_full and not end.endswith(_SENTENCE_ENDS[:3])
