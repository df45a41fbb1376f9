"""How much two lines say the same, in thousandths, and the table of all pairs that come into question."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from generator.compare.candidates import Index
from generator.compare.keys import Wording
from generator.compare.verbs import leading_verb, without_marks
from generator.compare.vocabulary import JOINTS
from generator.compare.weights import Term

_WORDS, _ORDER, _LETTERS, _ADDED_ONLY = 0.40, 0.30, 0.30, 0.20
_MOST = 990
_FAMILY_CREDIT = 0.6
_CONTAINED_FROM = 0.8
_FIRST_SYMBOL = 0x10000
_CANDIDATES = 24
"""How many partners of a line are looked at, the ones that share most: an unbounded table is quadratic."""

Table = Mapping[tuple[int, int], int]
"""Similarity in thousandths by position of the old and the new line; pairs that are not in it have none."""

Siblings = Sequence[tuple[int, frozenset[str]]]
"""Lines of the same side that are most like a line: how much, in thousandths, and what they are about."""

_NEIGHBOURS, _SIBLINGS = 12, 3
"""How many lines of its own side are measured for a line, and how many of them are kept."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A line prepared for measuring.

    A word is written as one symbol, repeated by its weight, so that the length of a common subsequence is a sum
    of weights: ``order`` as printed, ``bag`` sorted, ``families`` sorted with one symbol for a family.
    ``content`` are the families of its content words; ``searched`` the same and its numbers, by which partners are
    found, with their weights; ``covered`` all its stems with their terms, ``leading`` those of its action verb;
    ``composite`` says that it joins several things by "and", a comma and the like.
    """

    order: str
    bag: str
    families: str
    letters: str
    content: frozenset[str]
    searched: Mapping[str, int]
    covered: Mapping[str, Term]
    leading: frozenset[str]
    composite: bool


def profiles(lines: Sequence[Wording], vocabulary: Mapping[str, Term]) -> tuple[Profile, ...]:
    """Return the profiles of the lines; lines to be compared must share one vocabulary."""
    forms = sorted({form for term in vocabulary.values() for form in (term.stem, term.family)})
    symbols = {form: chr(_FIRST_SYMBOL + number) for number, form in enumerate(forms)}
    return tuple(_profile(line, vocabulary, symbols) for line in lines)


def _profile(line: Wording, vocabulary: Mapping[str, Term], symbols: Mapping[str, str]) -> Profile:
    found = [vocabulary[word] for word in line.words]
    order = [symbols[term.stem] * term.weight for term in found]
    families = [symbols[term.family] * term.weight for term in found]
    searched: dict[str, int] = {}
    for term in found:
        if term.content or term.stem[0].isdigit():
            searched[term.family] = max(term.weight, searched.get(term.family, 0))
    content = frozenset(term.family for term in found if term.content)
    return Profile(
        "".join(order),
        "".join(sorted(order)),
        "".join(sorted(families)),
        " ".join(line.words),
        content,
        searched,
        {term.stem: term for term in found},
        frozenset(vocabulary[word].stem for word in leading_verb(without_marks(line))),
        JOINTS.search(line.text) is not None,
    )


def similarity(old: Profile, new: Profile) -> int:
    """Return how much two reworded lines say the same, 0 to 990; 0 where no content word, nor its family, is shared.

    Weighted Dice of the words, weighted common subsequence, letters, and a bonus where one line only adds.
    """
    if old.content.isdisjoint(new.content):
        return 0
    words = Indel.normalized_similarity(old.bag, new.bag)
    families = Indel.normalized_similarity(old.families, new.families)
    order = Indel.normalized_similarity(old.order, new.order)
    letters = Indel.normalized_similarity(old.letters, new.letters)
    words += _FAMILY_CREDIT * max(0.0, families - words)
    contained = order * (len(old.order) + len(new.order)) / 2 / min(len(old.order), len(new.order))
    bonus = _ADDED_ONLY * max(0.0, contained - _CONTAINED_FROM) / (1 - _CONTAINED_FROM)
    return min(_MOST, round(1000 * (_WORDS * words + _ORDER * order + _LETTERS * letters + bonus)))


def similarities(old: Mapping[int, Profile], new: Mapping[int, Profile]) -> Table:
    """Return the similarities of all pairs that share content, without pairs that have none.

    Lines are given by position. Of each old line only the partners that share most are measured.
    """
    index = Index({position: profile.searched for position, profile in new.items()})
    table = {}
    for position, profile in old.items():
        for partner in index.partners(position, profile.searched, _CANDIDATES):
            found = similarity(profile, new[partner])
            if found:
                table[position, partner] = found
    return table


def siblings(asked: Mapping[int, Profile], side: Mapping[int, Profile]) -> Mapping[int, Siblings]:
    """Return for each line asked the lines of its own side that are most like it; equal lines do not count."""
    index = Index({position: profile.searched for position, profile in side.items()})
    found = {}
    for position, profile in asked.items():
        others = (side[other] for other in index.partners(position, profile.searched, _NEIGHBOURS))
        scores = ((similarity(profile, other), other.content) for other in others if other.letters != profile.letters)
        found[position] = heapq.nlargest(_SIBLINGS, scores, key=lambda pair: pair[0])
    return found
