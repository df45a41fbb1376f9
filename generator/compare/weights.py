"""How much each word tells about which line it stands in, as integers so that sums are exact everywhere."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.compare.families import family_of
from generator.compare.keys import Wording
from generator.compare.stems import is_adverb, stem
from generator.compare.vocabulary import RELATION_WORDS, STOCK_STEMS, STOP_WORDS

CONTENT, RELATION, MANNER, STOCK, STOP = 100, 50, 50, 40, 12
"""Share of a word's rarity that counts, in per cent, by its class."""

_RAREST = 16
"""Weight of a content word that stands in one line of each side: the unit in which weights are counted."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word as similarity sees it: its stem, its family, its weight, and whether it is a content word."""

    stem: str
    family: str
    weight: int
    content: bool


def share_of(word: str, word_stem: str) -> int:
    """Return the share of its rarity that a word counts for, in per cent (`CONTENT`, `RELATION`, ...)."""
    if word in RELATION_WORDS or word[0].isdigit():
        return RELATION
    if word in STOP_WORDS or not word.isalnum():
        return STOP
    if is_adverb(word):
        return MANNER
    return STOCK if word_stem in STOCK_STEMS else CONTENT


def terms(lines: Iterable[Wording]) -> Mapping[str, Term]:
    """Return the term of every word of the lines of both sides.

    Rarity falls with the logarithm of the share of lines that hold the stem; a word on one side only is no
    rarer than one that stands once on each.
    """
    wordings = tuple(lines)
    stems = {word: stem(word) for wording in wordings for word in wording.words}
    found_in = Counter(found for wording in wordings for found in {stems[word] for word in wording.words})
    top = math.log1p(len(wordings) / 2)
    return {
        word: _term(word, form, math.log1p(len(wordings) / max(2, found_in[form])) / top)
        for word, form in stems.items()
    }


def _term(word: str, form: str, rarity: float) -> Term:
    share = share_of(word, form)
    weight = max(1, round(_RAREST * round(rarity, 6) * share / 100))
    return Term(form, family_of(form), weight, share == CONTENT)
