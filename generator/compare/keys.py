"""The forms of a line that decide whether two lines say the same: typographic key, spelling key, words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.compare.spelling import spellings
from generator.compare.tokens import APOSTROPHES, classes
from generator.text.folding import INVISIBLE


class TextClass(StrEnum):
    """How two wordings relate, found from their keys alone and never from a similarity."""

    SAME = "same"
    TYPOGRAPHIC = "typographic"
    SPELLING = "spelling"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Wording:
    """One line with its keys.

    ``typographic`` are its words without punctuation, case and bullets; ``words`` the same in one spelling;
    ``key`` is equal for lines that differ in typography or spelling at most.
    """

    text: str
    typographic: tuple[str, ...]
    words: tuple[str, ...]
    key: str


_BEFORE_FOLDING = str.maketrans(
    dict.fromkeys((*INVISIBLE, *APOSTROPHES), "")
    | {"&": " and ", "＆": " and ", "º": "°", "˚": "°", "−": "-", "⁃": "-", "～": "~", "〜": "~"}
    | {superscript: f"^{digit}" for digit, superscript in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
)
_BULLET = re.compile(r"b*(?:[hot]b+)?")
_WORD = re.compile(
    r"(?P<number>(?:(?<![adnmp])p)?[dn]+(?:kddd(?![dn])|p[dn]+)*)"
    r"|(?P<minus>(?<=[bsto])hb?(?=d)|^h(?=d)|(?<=d)b*[ht]b*(?=d))"
    r"|[am]+|cm*|s"
)
_SOFT_HYPHEN = re.compile(r"(?<=[am])hb*(?=[am])")
_NEVER_JOINED = frozenset({"a", "an", "no", "not", "now"})
"""Words that make another word of their neighbour: "not able" is not "notable", while "work flow" is "workflow"."""


def folded(text: str) -> str:
    """Return a line in NFKC and lower case, without apostrophes, invisible characters and a leading bullet."""
    text = unicodedata.normalize("NFKC", text.translate(_BEFORE_FOLDING))
    text = unicodedata.normalize("NFKC", text.casefold()).replace("\u2044", "/")
    bullet = _BULLET.match(classes(text))
    return text[bullet.end() :] if bullet else text


def typographic_words(text: str) -> tuple[str, ...]:
    """Return the words of a folded line: letters, numbers, Chinese characters, and signs that carry meaning.

    A line that has none of these (a dash, a row of dots) is its own only word.
    """
    found = []
    for match in _WORD.finditer(classes(text)):
        piece = text[match.start() : match.end()]
        if match["minus"] is not None:
            found.append("-")
        else:
            found.append(_number(piece) if match["number"] is not None else piece)
    return tuple(found) or tuple(filter(None, (text.strip(),)))


def _number(printed: str) -> str:
    number = printed.replace(",", "")
    return f"0{number}" if number.startswith(".") else number


def wordings(texts: Iterable[str]) -> tuple[Wording, ...]:
    """Return the wording of every text. A word is looked up once however often it occurs."""
    cut = [(text, typographic_words(folded(text))) for text in texts]
    variants = spellings(frozenset(word for _, words in cut for word in words))
    return tuple(_wording(text, words, variants) for text, words in cut)


def _wording(text: str, typographic: tuple[str, ...], variants: Mapping[str, str]) -> Wording:
    words: list[str] = []
    for word in typographic:
        words += ("can", "not") if word == "cannot" else (variants[word],)
    return Wording(text, typographic, tuple(words), _joined(words))


def _joined(words: Iterable[str]) -> str:
    key, open_ended = "", False
    for word in words:
        joins = word.isalpha() and word not in _NEVER_JOINED
        key += word if joins and open_ended else f" {word}"
        open_ended = joins
    return key


def text_class(old: Wording, new: Wording) -> TextClass:
    """Return how two wordings relate.

    Typographic: quotes, dashes, hyphens, case, width, bullets, punctuation, white space. Spelling: variants of
    one word, or a compound written in one word and in two.
    """
    if old.text == new.text:
        return TextClass.SAME
    if old.typographic == new.typographic:
        return TextClass.TYPOGRAPHIC
    if old.key != new.key:
        return TextClass.REWORDED
    return TextClass.TYPOGRAPHIC if _without_hyphens(old) == _without_hyphens(new) else TextClass.SPELLING


def _without_hyphens(wording: Wording) -> tuple[str, ...]:
    text = folded(wording.text)
    kept, at = [], 0
    for match in _SOFT_HYPHEN.finditer(classes(text)):
        kept.append(text[at : match.start()])
        at = match.end()
    return typographic_words("".join((*kept, text[at:])))
