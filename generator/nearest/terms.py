"""What is counted of a line: content words by their families, compounds of two, Chinese characters two by two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from generator.compare.families import family_of
from generator.compare.keys import wordings
from generator.compare.stems import stem
from generator.compare.weights import CONTENT, STOP, share_of
from generator.nearest.vocabulary import HABITUAL_CHINESE, HABITUAL_ENGLISH
from generator.text.folding import is_cjk

_HABITUAL_CHINESE = re.compile("|".join(sorted(HABITUAL_CHINESE, key=lambda word: (-len(word), word))))

_ALONE = frozenset({"aid"})
"""Words that tell more than their family: first aid is a task of its own, to assist is none."""


def terms(words: Iterable[str]) -> Iterator[str]:
    """Yield the terms of the words of a line (`generator.compare.keys.Wording`).

    Of Chinese, which has no blanks, every two characters side by side between habitual words are a term: one alone
    means too many things.
    """
    for chinese, run in groupby(words, key=_is_chinese):
        if chinese:
            yield from _pairs("".join(run))
        else:
            yield from filter(None, map(_family, run))


def compounds(words: Iterable[str]) -> Iterator[str]:
    """Yield the terms of every two content words side by side, "customer servic": what neither says alone."""
    for first, second in pairwise("" if _is_chinese(word) else _family(word) for word in words):
        if first and second:
            yield f"{first} {second}"


def is_habitual(term: str) -> bool:
    """Return whether a term is a habitual word of English or a compound of two."""
    return _HABITUAL.issuperset(term.split())


def _is_chinese(word: str) -> bool:
    return is_cjk(word[0])


def _family(word: str) -> str:
    """Return the stem of the family of a content word, "" for any other word."""
    form = stem(word)
    if len(word) == 1 or share_of(word, form) != CONTENT:
        return ""
    return form if form in _ALONE else family_of(form)


def _pairs(run: str) -> Iterator[str]:
    """Yield every two characters side by side that may be a word of content."""
    for piece in _HABITUAL_CHINESE.split(run):
        for first, second in pairwise(piece):
            shares = share_of(first, first), share_of(second, second)
            if CONTENT in shares and STOP not in shares:
                yield first + second


_HABITUAL = frozenset(term for wording in wordings(HABITUAL_ENGLISH) for term in terms(wording.words))
