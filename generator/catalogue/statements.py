"""Successions and adaptations that the texts of units state in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.catalogue import wording
from generator.catalogue.mentions import Mention
from generator.catalogue.names import code_key, name_of
from generator.catalogue.texts import UnitText
from generator.model import Unit
from generator.positions import Place


@dataclass(frozen=True, slots=True)
class Statement:
    """What a text of ``unit`` says of two codes, both folded version names (of the collection or not).

    ``kind`` is "succession" (``later`` supersedes ``earlier``) or "adaptation" (``later`` was adapted from
    ``earlier``). ``part`` names the text as in `UnitText`, ``quote`` is the sentence.
    """

    kind: str
    earlier: str
    later: str
    unit: Unit
    part: str
    quote: str
    place: Place | None = None


def statements_of(unit: Unit, found: Sequence[tuple[UnitText, Mention]]) -> tuple[Statement, ...]:
    """Return what the texts of a unit say about its own succession and that of others.

    ``found`` as from `mentions_of`. Said of whole lineages, in doubt ("may replace") or of a subject that
    is not named by its code: no statement.
    """
    own = code_key(name_of(unit.code))
    by_part: dict[str, list[Mention]] = {}
    texts = {text.part: text for text, _ in found}
    for _, mention in found:
        by_part.setdefault(mention.part, []).append(mention)
    return tuple(
        Statement(kind, earlier, later, unit, part, sentence.text.strip(), texts[part].place)
        for part, mentions in by_part.items()
        for sentence in _sentences(texts[part], mentions)
        for kind, earlier, later in _said(sentence, own)
        if earlier != later
    )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence and the codes named in it, their ``start`` and ``end`` counted within the sentence."""

    text: str
    mentions: tuple[Mention, ...]


def _sentences(text: UnitText, mentions: Sequence[Mention]) -> Iterator[_Sentence]:
    # A label such as "Superseded by" is the first half of the sentence its value ends.
    lead = f"{text.label}: " if text.label else ""
    whole = lead + text.text
    shifted = [replace(m, start=m.start + len(lead), end=m.end + len(lead)) for m in mentions]
    ends = [match.end() for match in wording.SENTENCE_END.finditer(whole) if match.start() >= len(lead)]
    for start, end in pairwise([0, *ends, len(whole)]):
        inside = tuple(replace(m, start=m.start - start, end=m.end - start) for m in shifted if start <= m.start < end)
        if inside:
            yield _Sentence(whole[start:end], inside)


Group = tuple[Mention, ...]
"""Codes that stand in a list."""


def _said(sentence: _Sentence, own: str) -> Iterator[tuple[str, str, str]]:
    groups = _groups(sentence)
    carried: tuple[str, ...] = (own,)
    for number, group in enumerate(groups):
        before = groups[number - 1] if number else None
        claim = _claim(sentence.text, before, group)
        if claim is None:
            continue
        verb, lead = claim
        subjects = _subjects(lead, before, own, carried)
        carried = subjects or carried
        for subject in subjects:
            for mention in group:
                if mention.base is None:
                    yield _ordered(verb, subject, mention.name)


def _ordered(verb: str, subject: str, named: str) -> tuple[str, str, str]:
    if verb == "adapted":
        return "adaptation", named, subject
    return ("succession", subject, named) if verb == "passive" else ("succession", named, subject)


def _groups(sentence: _Sentence) -> list[Group]:
    groups: list[Group] = []
    for mention in sentence.mentions:
        gap = sentence.text[groups[-1][-1].end : mention.start] if groups else ""
        if groups and wording.LIST.fullmatch(gap):
            groups[-1] = (*groups[-1], mention)
        else:
            groups.append((mention,))
    return groups


def _claim(text: str, before: Group | None, group: Group) -> tuple[str, str] | None:
    """Return the kind of wording that governs a group, and the text from the group before it to that wording."""
    gap = text[before[-1].end if before else 0 : group[0].start]
    around = wording.PASSIVE_BEFORE.search(gap)
    if around and wording.PASSIVE_AFTER.match(text, group[-1].end):
        return _undoubted("passive", gap[: around.start()])
    for verb in wording.VERB.finditer(gap):
        rest = gap[verb.end() :]
        if wording.BETWEEN_VERB_AND_CODE.fullmatch(rest) or (verb["adapted"] and len(rest) <= wording.ADAPTED_REACH):
            return _undoubted(verb.lastgroup or "", gap[: verb.start()])
    return None


def _undoubted(verb: str, lead: str) -> tuple[str, str] | None:
    return None if wording.DOUBTFUL.search(lead) else (verb, lead)


def _subjects(lead: str, before: Group | None, own: str, carried: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of which a wording says something, none where that is not clear."""
    if wording.THIS_UNIT.search(lead):
        return (own,)
    if before is None:
        return () if wording.OTHER_SUBJECT.search(lead) else (own,)
    if wording.BETWEEN_CODE_AND_VERB.fullmatch(lead):
        return tuple(mention.name for mention in before if mention.base is None)
    return carried if wording.AND_VERB.search(lead) else ()
