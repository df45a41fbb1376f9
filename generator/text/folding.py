"""Fold texts for matching and clean-up. Official wording is folded to find and compare it, never to display it."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = frozenset(
    chr(point)
    for point in (
        0xAD,
        0x200B,
        0x200C,
        0x200D,
        0x200E,
        0x200F,
        0x2060,
        0xFEFF,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
)
"""Zero-width characters, the soft hyphen and the marks that reverse the direction of text."""

_REMOVE_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
_CJK = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_BLANK_IN_CJK = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")


def without_invisible(text: str) -> str:
    return text if text.isascii() else text.translate(_REMOVE_INVISIBLE)


def folded_blanks(text: str) -> str:
    """Return the text with every stretch of white space as one blank, none at the ends."""
    return " ".join(text.split())


def label_form(text: str) -> str:
    """Return the form in which labels are looked up: NFKC, lower case, single blanks."""
    return folded_blanks(without_invisible(unicodedata.normalize("NFKC", text))).casefold()


def joined_wraps(text: str) -> str:
    """Return text whose line wraps became blanks, without the blank a wrap leaves between two CJK characters."""
    return _BLANK_IN_CJK.sub("", folded_blanks(text))


def is_cjk(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"
