"""Items that were run together into one line without any separator: find their limits, or leave the line whole.

The only trace of the lost bullets is a capital in the middle of a sentence. A capital splits where it begins
a word that begins requirements elsewhere (an action verb), or where the text before it announces a list.
Proper nouns look the same, so a wrong split is worse than none: capitals in a row, acronyms, days and months,
nouns that are verbs too, and capitals behind an article, preposition or opening bracket stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from generator.positions import Passage
from generator.reading.openers import OTHER_OPENERS, VERBS, is_gerund, is_verb, reads_as_verb


class Evidence(Enum):
    """What is known about a line before its words are looked at, from the least to the most."""

    OWN_BULLET = "the line has a bullet of its own, so it should be one item"
    NO_BULLET = "the line has no bullet"
    AMONG_RUNS = "the line has no bullet, and other lines of its section are runs"


_WORD = re.compile(r"\S+")
_CAPITALISED = re.compile(r"([A-Z][a-z]+),?")
_NO_BREAK_AFTER = frozenset(
    """
        a an the of in on at to for from with by and or as that which including into under per via vs all any
        each every its their his her our your one's between among within about than is are be e.g. i.e.
        how what when where whether who whose why if because since until after before through throughout during
        against across over onto upon toward towards both either neither no not nor only some several such same
        using called named titled entitled labelled marked so but then must should can will may
        button column command field function key menu option step tab term word
        """.split()
)
_CALENDAR = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december
        """.split()
)
_LEAD_IN = re.compile(r"(?:including|includes?|as follows|the following|such as)\s*[:：]$", re.IGNORECASE)
_LONGEST_LEAD_IN = 24
_CLAUSE_END = frozenset({"and", "or"})
_SHORTEST_PIECE = 3
_LONGEST_RUN = 20_000


def is_lead_in(text: str) -> bool:
    """Tell whether a text announces sub-requirements ("..., including:")."""
    return _LEAD_IN.search(text.rstrip()[-_LONGEST_LEAD_IN:]) is not None


@dataclass(frozen=True, slots=True)
class _Place:
    """A word in the middle of a line with its surroundings.

    ``announced`` says that the text before it announces a list, ``listed`` that an earlier text of the same
    line did or that the line begins with an -ing form: only there does an -ing form begin an item. ``known``
    says that the word begins requirements elsewhere in the collection.
    """

    earlier: str
    previous: str
    word: str
    following: str
    announced: bool
    listed: bool
    known: bool


def is_run(passage: Passage, learned: frozenset[str] = frozenset()) -> bool:
    """Tell whether a line without a bullet is a run of several items; see `split_run` for ``learned``."""
    return next(_starts(passage.text, Evidence.NO_BULLET, learned), None) is not None


def split_run(passage: Passage, evidence: Evidence, learned: frozenset[str] = frozenset()) -> tuple[Passage, ...]:
    """Return the items of a line, the whole line as one where nothing splits it.

    ``learned`` holds words, in small letters, that begin requirements elsewhere in the collection.
    """
    starts = [0, *_starts(passage.text, evidence, learned)]
    ends = [*starts[1:], len(passage.text)]
    return tuple(passage.slice(start, end).strip() for start, end in zip(starts, ends, strict=True))


def _starts(text: str, evidence: Evidence, learned: frozenset[str]) -> Iterator[int]:
    """Yield where items begin behind the first one, in one walk over the words; no list fills a line without end."""
    if len(text) > _LONGEST_RUN:
        return
    words = list(_WORD.finditer(text))
    listed = len(words) > 1 and is_gerund(words[0].group(), words[1].group())
    first = 0
    for at, word in enumerate(words[:-1]):
        if at == first or not (capitalised := _CAPITALISED.fullmatch(word.group())):
            continue
        announced = is_lead_in(text[max(0, word.start() - 2 * _LONGEST_LEAD_IN) : word.start()])
        listed = listed or announced
        if not announced and at - first < _SHORTEST_PIECE:
            continue
        earlier = words[at - 2].group() if at > 1 else ""
        opener = capitalised.group(1)
        known = opener.casefold() in learned
        place = _Place(earlier, words[at - 1].group(), opener, words[at + 1].group(), announced, listed, known)
        if _splits(place, evidence):
            yield word.start()
            first = at


def _splits(place: _Place, evidence: Evidence) -> bool:
    previous, following = place.previous, place.following
    if previous[-1] in "([{/-–—\"'“‘" or (following[:1].isupper() and not following[1:2].isupper()):
        return False
    if place.announced or (place.earlier.endswith(";") and previous in _CLAUSE_END and _opens(place, evidence)):
        return True
    if place.word.casefold() in _CALENDAR or previous.casefold() in _NO_BREAK_AFTER:
        return False
    if previous[-1] in ",:.!?" and previous not in ("etc.", "etc.,"):
        return False
    if previous[:1].isupper() or following[:1].isupper():
        sure = place.word.casefold() in VERBS and evidence is not Evidence.OWN_BULLET
        return sure and previous[:1].isupper() != following[:1].isupper()
    return _opens(place, evidence)


def _opens(place: _Place, evidence: Evidence) -> bool:
    """Tell whether the word at a place begins requirements elsewhere."""
    form = place.word.casefold()
    if form in VERBS:
        return True
    if evidence is Evidence.OWN_BULLET:
        return form in OTHER_OPENERS and place.earlier.endswith(";")
    in_a_run = evidence is Evidence.AMONG_RUNS
    return (
        form in OTHER_OPENERS
        or place.known
        or reads_as_verb(form, place.following, in_a_run=in_a_run)
        or (place.listed and is_gerund(form, place.following))
    )


def nested(pieces: Sequence[Passage]) -> tuple[tuple[Passage, tuple[Passage, ...]], ...]:
    """Return the pieces of a run as items with their sub-items.

    A piece that ends in "including:" opens a list. The piece behind it is below it; further pieces are below
    it as long as they keep the form of the first (-ing, or no verb), and the list ends at a base-form verb
    or at the next "including:".
    """
    return tuple((parent, tuple(children)) for parent, children in _nested(pieces))


def _nested(pieces: Sequence[Passage]) -> Iterator[tuple[Passage, list[Passage]]]:
    parent: Passage | None = None
    children: list[Passage] = []
    for piece in pieces:
        below = parent is not None and is_lead_in(parent.text) and not is_lead_in(piece.text)
        if below and (not children or not _ends_list(piece.text)):
            children.append(piece)
            continue
        if parent is not None:
            yield parent, children
        parent, children = piece, []
    if parent is not None:
        yield parent, children


def _ends_list(text: str) -> bool:
    word = text.partition(" ")[0].rstrip(",")
    return is_verb(word) or word.casefold() in OTHER_OPENERS
