"""Why lines were linked: the reason of every stage as a plain part of a sentence. All are the same both ways."""

from __future__ import annotations

from generator.compare.keys import TextClass
from generator.text.wording import counted

EQUAL = {
    TextClass.SAME: "same words",
    TextClass.TYPOGRAPHIC: "same words but for typography",
    TextClass.SPELLING: "same words in another spelling",
}
REPEATED = "repeated line, told apart by its element and neighbours"
STRONG = "nearly the same words, no other line comes close"
BRACKETED = "the best match left, between linked neighbours"
SAME_ELEMENT = "the best match left in its element"
FAR = "the best match left, though in another element"
BEST = frozenset({BRACKETED, SAME_ELEMENT, FAR})
"""The reasons of the last choice, when all better ones were made."""

ALIKE = 500
"""Similarity in thousandths from which on headings speak for their elements without a shared line."""

_EQUAL = 1000
NAMELESS = "no heading in either source, linked in reading order"


def of_pieces(per_cent: int) -> str:
    """Return the reason for a split or merge."""
    return f"its pieces hold {per_cent} % of its words"


def of_elements(alike: int, shared: int) -> str:
    """Return the reason for linking elements.

    ``alike`` is the similarity of their headings in thousandths, ``shared`` how many of their requirements are linked.
    """
    heading = "same heading" if alike == _EQUAL else "similar heading" if alike >= ALIKE else ""
    lines = f"{counted(shared, 'requirement')} linked" if shared else ""
    return " and ".join(filter(None, (heading, lines))) or NAMELESS
