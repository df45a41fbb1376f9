"""Items that were run together into one line without any separator: find their limits, or leave the line whole.

The only trace of the lost bullets is a capital in the middle of a sentence. A capital splits where it begins
a word that begins requirements elsewhere (an action verb), or where the line is known to be a run already.
Proper nouns look the same, so a wrong split is worse than none: capitals in a row, acronyms, days and months,
and capitals behind an article, preposition or opening bracket stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.positions import Passage

ACTION_VERBS = frozenset(
    """
        achieve acquire adapt adjust administer adopt advise agree align allocate analyse analyze answer
        anticipate apply appraise appreciate approve arrange articulate assemble assess assign assist audit
        build calculate carry check choose clarify classify clean collaborate collect communicate compare
        compile complete comply compose conduct confirm consider construct consult contact contribute control
        cooperate coordinate create deal decide define deliver demonstrate describe design determine develop
        devise diagnose differentiate direct discuss display distinguish document draft draw drive enable
        encourage enforce enhance ensure establish estimate evaluate examine execute explain explore facilitate
        familiarise file follow formulate gather generate give guide handle identify illustrate implement
        improve inform initiate inspect install instruct integrate interpret introduce investigate issue judge
        keep know lead learn liaise list locate maintain make manage market master measure mediate mentor modify
        monitor motivate negotiate observe obtain offer operate optimise order organise organize oversee
        participate perform plan possess practise predict prepare present prevent prioritise process produce
        promote propose protect provide read recognise recognize recommend record recruit reflect report
        represent research resolve respond retrieve review revise schedule search secure seek select serve set
        solve specify strengthen summarise supervise supply support take test train transform translate treat
        understand undertake update use utilise validate verify write
        """.split()
)
"""Verbs that begin performance requirements in the published standards, in their base form."""

_CAPITALISED = re.compile(r"(?<=\s)[A-Z][a-z]+(?:['’]s)?(?=[\s,])")
_NO_BREAK_AFTER = frozenset(
    """
        a an the of in on at to for from with by and or as that which including into under per via vs all any
        each every its their his her our your one's between among within about than is are be e.g. i.e.
        """.split()
)
_CALENDAR = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december
        """.split()
)
_LEAD_IN = re.compile(r"(?:including|includes?|as follows|the following|such as)\s*[:：]\s*$", re.IGNORECASE)
_CLAUSE_END = re.compile(r";\s+(?:and|or)$")
_SHORTEST_PIECE = 3
_CAPABLE = frozenset({"capable", "able", "clearly", "effectively", "properly"})


def begins_requirement(word: str) -> bool:
    """Tell whether a word is known to begin requirements: an action verb, its -ing form, "Capable"."""
    form = word.casefold().rstrip(",")
    if form in ACTION_VERBS or form in _CAPABLE:
        return True
    stem = form.removesuffix("ing")
    return stem != form and any(verb in ACTION_VERBS for verb in (stem, stem + "e", stem[:-1]))


def is_lead_in(text: str) -> bool:
    """Tell whether a text announces sub-requirements ("..., including:")."""
    return _LEAD_IN.search(text) is not None


def split_run(passage: Passage, *, certain: bool) -> tuple[Passage, ...]:
    """Return the items of a line, the whole line as one where nothing splits it.

    With ``certain`` only words known to begin requirements split; without, any capital that is no proper
    noun does, for lines whose neighbours are known to be runs.
    """
    starts = [0]
    for match in _CAPITALISED.finditer(passage.text):
        before = passage.text[starts[-1] : match.start()]
        long_enough = is_lead_in(before) or len(before.split()) >= _SHORTEST_PIECE
        if long_enough and _splits(passage.text, match, certain=certain):
            starts.append(match.start())
    ends = [*starts[1:], len(passage.text)]
    return tuple(passage.slice(start, end).strip() for start, end in zip(starts, ends, strict=True))


def _splits(text: str, match: re.Match[str], *, certain: bool) -> bool:
    before = text[: match.start()].rstrip()
    previous = before.rpartition(" ")[2]
    following = text[match.end() :].lstrip(" ,").partition(" ")[0]
    if not previous or previous[-1] in "([{/-–—\"'“‘" or previous[:1].isupper() or following[:1].isupper():
        return False
    if is_lead_in(before) or (_CLAUSE_END.search(before) and begins_requirement(match.group())):
        return True
    if match.group().casefold() in _CALENDAR or previous.casefold().rstrip(":") in _NO_BREAK_AFTER:
        return False
    return begins_requirement(match.group()) or not (certain or before[-1] in ",;")


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
        if below and (not children or not _is_base_form(piece.text)):
            children.append(piece)
            continue
        if parent is not None:
            yield parent, children
        parent, children = piece, []
    if parent is not None:
        yield parent, children


def _is_base_form(text: str) -> bool:
    word = text.partition(" ")[0].casefold().rstrip(",")
    return word in ACTION_VERBS or word in _CAPABLE
