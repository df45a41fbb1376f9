"""Whether an edit puts a word in place of one that means the opposite."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import LCSseq

from generator.compare.meaning.antonyms import CHINESE_OPPOSITES, OPPOSITE_ENDINGS, OPPOSITE_PREFIXES, OPPOSITES, SMALL
from generator.compare.meaning.edit import Edit
from generator.compare.spelling import spelled
from generator.compare.stems import stem

_SHORTEST_REST = 3
_DEGREES = ("er", "est")
_EVERY, _SOME = frozenset("all both every entire".split()), frozenset("any either some one".split())
_END = ""
_BOUNDS = re.compile(spelled("至少|最多|[多少高低大小]於|以[上下內]|之內"))
"""Say how far something goes: a rule of their own looks at them."""


def turned_round(edit: Edit) -> bool:
    """Return whether a word gave way to its opposite, all to some, or a small word to the one that turns it round."""
    return (
        _opposites(edit)
        or _chinese_opposites(edit)
        or _opposite_forms(edit)
        or _scope_changed(edit)
        or any(pair in SMALL for pair in _replaced(edit))
    )


def _opposites(edit: Edit) -> bool:
    gone, come = (frozenset(form for word in words for form in _plain_forms(word)) for words in (edit.gone, edit.come))
    return any(OPPOSITES.get(form, frozenset()) & come for form in gone)


def _plain_forms(word: str) -> Iterable[str]:
    """Yield the stem of a word, and what it would be the comparative or superlative of ("wider", "widest")."""
    yield stem(word)
    for ending in _DEGREES:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST_REST:
            base = rest[:-1] + "y" if rest.endswith("i") else rest[:-1] if rest[-1] == rest[-2] else rest
            yield from {stem(base), stem(f"{base}e")}


def _chinese_opposites(edit: Edit) -> bool:
    old, new = (_BOUNDS.sub("", side.text) for side in (edit.old, edit.new))
    return any(
        (old.count(one) > new.count(one) and new.count(other) > old.count(other))
        or (old.count(other) > new.count(other) and new.count(one) > old.count(one))
        for one, other in CHINESE_OPPOSITES
    )


def _opposite_forms(edit: Edit) -> bool:
    """Return whether two words differ in an opposite beginning (import, export) or ending (payer, payee)."""
    return any(_opposed(one, other) or _opposed(other, one) for one in edit.gone for other in edit.come)


def _opposed(one: str, other: str) -> bool:
    for here, there in OPPOSITE_PREFIXES:
        rest = one[len(here) :]
        if len(rest) >= _SHORTEST_REST and one.startswith(here) and stem(other) == stem(there + rest):
            return True
    for here, there in OPPOSITE_ENDINGS:
        for plural in ("", "s"):
            rest = one.removesuffix(here + plural)
            if rest != one and len(rest) >= _SHORTEST_REST and other in (f"{rest}{there}", f"{rest}{there}s"):
                return True
    return False


def _scope_changed(edit: Edit) -> bool:
    gone, come = frozenset(edit.gone), frozenset(edit.come)
    return edit.small and bool((gone & _EVERY and come & _SOME) or (gone & _SOME and come & _EVERY))


def _replaced(edit: Edit) -> Iterable[frozenset[str]]:
    """Yield the words that stand in each other's place, one for one, as pairs without direction."""
    old, new = sorted((tuple(map(stem, edit.old.words)), tuple(map(stem, edit.new.words))))
    at_old = at_new = 0
    for block in LCSseq.opcodes((*old, _END), (*new, _END)):
        if block.tag == "equal":
            if block.src_start - at_old == block.dest_start - at_new == 1:
                yield frozenset((old[at_old], new[at_new]))
            at_old, at_new = block.src_end, block.dest_end
