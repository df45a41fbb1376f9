"""Cut a line into tokens: words, numbers, signs and Chinese characters, each with the blank before it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.text.folding import INVISIBLE, is_cjk

APOSTROPHES = "'’‘‛ʼʹ′＇`´"
SIGNS = "%‰°/+<>=≤≥±×÷@$€£¥#§≠≈％／＋＜＞＝＄￥"
"""Signs that carry meaning, so that dropping one is a change of wording and not of typography."""

_SIGNS = tuple(SIGNS)

_FIXED = (
    dict.fromkeys(INVISIBLE, "i")
    | dict.fromkeys(APOSTROPHES, "q")
    | dict.fromkeys(SIGNS, "s")
    | dict.fromkeys("−⁃", "h")
    | dict.fromkeys("~～〜", "t")
    | {"\u200d": "j"}
    | dict.fromkeys("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff", "m")
    | {".": "p", "．": "p", ",": "k", "º": "s", "˚": "s"}
)
_BY_CATEGORY = {"Pd": "h", "Nd": "d", "Nl": "n", "No": "n"}
_FIRST_EXTENSION = "\U00020000"


def _class(character: str) -> str:
    category = unicodedata.category(character)
    if character in _FIXED:
        return _FIXED[character]
    if character.isspace():
        return "b"
    if category in _BY_CATEGORY:
        return _BY_CATEGORY[category]
    if category.startswith("M"):
        return "m"
    if category.startswith("L"):
        return "c" if is_cjk(character) or character >= _FIRST_EXTENSION else "a"
    return "o"


class _Classes(dict[int, str]):
    """Classes of characters by code point; what lies beyond the common ones is looked up, never stored."""

    def __missing__(self, point: int) -> str:
        return _class(chr(point))


_CLASSES = _Classes({point: _class(chr(point)) for point in (*range(0x250), *range(0x2000, 0x2070))})


def classes(text: str) -> str:
    """Return the text with every character replaced by the letter of its class.

    a letter, b blank, c Chinese or kana, d digit, h hyphen or dash, i invisible, j joiner, k comma, m combining
    mark, n other numeral, o other, p full stop, q apostrophe, s sign that carries meaning, t tilde. Regular
    expressions over this string find words in any script.
    """
    return text.translate(_CLASSES)


_WORD = r"[adnmij]+(?:[qhp][adnmij]+|(?<=d)k(?=d)[adnmij]+)*q?"
_TOKEN = re.compile(rf"b*(?:{_WORD}|[^b][mij]*)(?:(?<=j)[^b][mij]*)*|b+$")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line: ``blank`` before it and ``core``; ``fold`` is the core as it counts for equality."""

    blank: str
    core: str
    fold: str

    @property
    def text(self) -> str:
        return self.blank + self.core

    @property
    def is_word(self) -> bool:
        """Whether it says something: letters, a number or a sign that carries meaning, no punctuation or blank."""
        return self.core[:1].isalnum() or self.core.startswith(_SIGNS)


_FOLDS = str.maketrans(
    dict.fromkeys((*INVISIBLE, *APOSTROPHES), "") | {"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "º": "°"}
)


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a line; put together they spell it exactly.

    Apostrophes and hyphens inside a word belong to it. White space at the end is a token without core.
    """
    cut = []
    for match in _TOKEN.finditer(classes(text)):
        piece = text[match.start() : match.end()]
        core = piece.lstrip()
        fold = unicodedata.normalize("NFKC", core.translate(_FOLDS)).casefold() or core
        cut.append(Token(piece[: len(piece) - len(core)], core, fold))
    return tuple(cut)
