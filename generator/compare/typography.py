"""Say in plain words what differs between two texts that read the same word for word."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from generator.compare.tokens import APOSTROPHES, classes
from generator.text.folding import INVISIBLE

_QUOTES = frozenset(APOSTROPHES + '"“”„‟″＂«»「」『』')
_CURLY = frozenset("‘’“”")
_STOPS = frozenset(".;,。；，")


def typographic_difference(old: str, new: str) -> str:
    """Return the kinds of typography in which two texts differ, joined by commas; "" where none can be named."""
    return ", ".join(filter(None, (say(old, new) for say in _KINDS)))


def _quotes(old: str, new: str) -> str:
    before, after = (tuple(mark for mark in text if mark in _QUOTES) for text in (old, new))
    if before == after:
        return ""
    curly = any(mark in _CURLY for mark in before), any(mark in _CURLY for mark in after)
    if len(before) != len(after) or curly[0] == curly[1]:
        return "quotation marks or apostrophes"
    return "straight quotes became curly" if curly[1] else "curly quotes became straight"


def _capitals(old: str, new: str) -> str:
    before, after = (
        "".join(mark for mark in unicodedata.normalize("NFKC", text) if mark.isalpha()) for text in (old, new)
    )
    return "capital letters" if before != after and before.casefold() == after.casefold() else ""


def _widths(old: str, new: str) -> str:
    before, after = (sum("\uff01" <= mark <= "\uff60" for mark in text) for text in (old, new))
    return "full-width and half-width characters" if before != after else ""


def _dashes(old: str, new: str) -> str:
    before, after = (_of_classes(text, "ht") for text in (old, new))
    if before == after:
        return ""
    return "hyphens" if len(before) != len(after) else "dashes"


def _invisible(old: str, new: str) -> str:
    before, after = (sum(mark in INVISIBLE for mark in text) for text in (old, new))
    return "invisible characters" if before != after else ""


def _punctuation(old: str, new: str) -> str:
    before, after = (unicodedata.normalize("NFKC", _of_classes(text, "opk", without=_QUOTES)) for text in (old, new))
    if before == after:
        return ""
    for longer, shorter, verb in ((old.rstrip(), new.rstrip(), "dropped"), (new.rstrip(), old.rstrip(), "added")):
        if longer[-1:] in _STOPS and longer[-1:] != shorter[-1:] and abs(len(before) - len(after)) == 1:
            return f"final “{longer[-1]}” {verb}"
    return "punctuation"


def _blanks(old: str, new: str) -> str:
    before, after = (_of_classes(text, "b") for text in (old, new))
    return "white space" if before != after and not _dashes(old, new) else ""


def _of_classes(text: str, wanted: str, without: frozenset[str] = frozenset()) -> str:
    kinds = classes(text)
    return "".join(mark for mark, kind in zip(text, kinds, strict=True) if kind in wanted and mark not in without)


_KINDS: tuple[Callable[[str, str], str], ...] = (
    _quotes,
    _capitals,
    _widths,
    _dashes,
    _invisible,
    _punctuation,
    _blanks,
)
