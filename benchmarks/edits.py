"""The next version of a unit, made by the edits that real revisions consist of, and a record of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from benchmarks.drafts import Author, Draft, Item, Section, band, section
from benchmarks.vocabulary import Noun, Sentence, Words, joinable, phrases

# How likely each edit is, for an item it can befall (for a move: for a section).
_SPLIT = 0.4
_MERGE = 0.4
_REMOVE = 0.08
_REWORD = 0.15
_MOVE = 0.3


@dataclass(slots=True)
class Trace:
    """What an editor did, by identities; additions, removals and rewordings are seen in the drafts themselves.

    ``splits`` holds the pieces by the whole, ``merges`` the merged by the new whole.
    """

    moved: set[int] = field(default_factory=set)
    splits: dict[int, tuple[int, int]] = field(default_factory=dict)
    merges: dict[int, tuple[int, int]] = field(default_factory=dict)


def revise(draft: Draft, author: Author) -> tuple[Draft, Trace]:
    """Return a revised draft and the trace of the edits that led to it."""
    random, trace = author.random, Trace()
    nouns = Counter(item.sentence.noun for part in draft.sections for item in part.items)
    survivors = [_rewritten(part.items, nouns, author, trace) for part in draft.sections]
    _move(survivors, draft.sections, random, trace)
    sections = [
        Section(part.identity, _reheaded(part.heading, random), _with_additions(items, author))
        for part, items in zip(draft.sections, survivors, strict=True)
    ]
    if sections[-1].heading.actions[0] not in phrases().headings["attitude"] and random.random() < 0.15:
        sections.append(section(author, "attitude", draft.title.noun))
    criteria = tuple(_reworded(item, author) if random.random() < _REWORD else item for item in draft.criteria)
    return replace(
        draft,
        credit=random.choice((draft.credit, draft.credit, draft.credit + 3)),
        title=_with_another(draft.title, phrases().titles[band(draft.level)], random, 0.3),
        aim=_with_another(draft.aim, phrases().practice["process"], random, 0.2),
        sections=tuple(sections),
        criteria=criteria,
    ), trace


def _rewritten(items: Sequence[Item], nouns: Counter[Noun], author: Author, trace: Trace) -> list[Item]:
    """Return the items of a section after merging, splitting, removal and rewording; at least two remain.

    Of two items on one thing neither is removed nor reworded alone: nobody could say which of them is left.
    """
    random, result = author.random, list[Item]()
    merged = _merged(items, author, trace)
    left = len(merged)
    for item in merged:
        chance = random.random()
        if item.identity in trace.merges or nouns[item.sentence.noun] > 1:
            result.append(item)
        elif len(item.sentence.actions) == 2 and chance < _SPLIT:
            result += _split(item, author, trace)
        elif chance < _REMOVE and left > 2:
            left -= 1
        elif chance < _REMOVE + _REWORD:
            result.append(_reworded(item, author))
        else:
            result.append(_with_other_parts(item, author) if item.children else item)
    return result


def _split(item: Item, author: Author, trace: Trace) -> list[Item]:
    pieces = [author.item(replace(item.sentence, actions=(action,))) for action in item.sentence.actions]
    trace.splits[item.identity] = (pieces[0].identity, pieces[1].identity)
    return pieces


def _merged(items: Sequence[Item], author: Author, trace: Trace) -> list[Item]:
    """Return the items with some neighbours that differ in the action only made one."""
    result: list[Item] = []
    for item in items:
        if result and _twins(result[-1], item) and author.random.random() < _MERGE:
            first = result.pop()
            actions = first.sentence.actions + item.sentence.actions
            whole = author.item(replace(item.sentence, actions=actions))
            trace.merges[whole.identity] = (first.identity, item.identity)
            result.append(whole)
        else:
            result.append(item)
    return result


def _twins(first: Item, second: Item) -> bool:
    one, other = first.sentence, second.sentence
    same = one.noun == other.noun and one.qualifier == other.qualifier
    return same and one.actions != other.actions and all(map(_single, (one, other)))


def _single(sentence: Sentence) -> bool:
    return len(sentence.actions) == 1 and joinable(sentence.actions[0])


def _reworded(item: Item, author: Author) -> Item:
    """Return the item with another action or another qualifier; what it is about stays."""
    sentence, random = item.sentence, author.random
    if item.children:
        return replace(item, sentence=_with_another(sentence, phrases().parents, random))
    actions, qualifiers = _choices(sentence)
    if len(sentence.actions) == 1 and random.random() < 0.4:
        return replace(item, sentence=_with_another(sentence, actions, random))
    others = [words for words in dict.fromkeys(qualifiers) if words != sentence.qualifier]
    return replace(item, sentence=replace(sentence, qualifier=random.choice(others)))


def _choices(sentence: Sentence) -> tuple[Sequence[Words], Sequence[Words]]:
    kind = sentence.noun.kind
    if sentence.actions[0] in phrases().knowledge[kind]:
        return phrases().knowledge[kind], phrases().qualifiers["knowledge"]
    return phrases().practice[kind], phrases().qualifiers[kind]


def _with_another(sentence: Sentence, actions: Iterable[Words], random: Random, chance: float = 1.0) -> Sentence:
    if random.random() >= chance:
        return sentence
    return replace(sentence, actions=(random.choice([words for words in actions if words not in sentence.actions]),))


def _reheaded(heading: Sentence, random: Random) -> Sentence:
    place = next(templates for templates in phrases().headings.values() if heading.actions[0] in templates)
    return _with_another(heading, place, random, 0.15)


def _with_other_parts(item: Item, author: Author) -> Item:
    random = author.random
    parts = [part for part in item.children if random.random() > _REMOVE]
    if len(parts) < 2:
        parts = list(item.children)
    if random.random() < 0.2:
        parts.insert(random.randint(0, len(parts)), author.item(author.part()))
    return replace(item, children=tuple(parts))


def _with_additions(items: Sequence[Item], author: Author) -> tuple[Item, ...]:
    result = list(items)
    knows = bool(result) and result[0].sentence.actions[0] in phrases().knowledge[result[0].sentence.noun.kind]
    for _ in range(author.random.choices((0, 1, 2), (60, 32, 8))[0]):
        sentence = author.knowledge() if knows else author.practice()
        result.insert(author.random.randint(0, len(result)), author.item(sentence))
    return tuple(result)


def _move(survivors: list[list[Item]], old: Sequence[Section], random: Random, trace: Trace) -> None:
    """Move one item of some sections: within the section past two others at least, or into another section.

    Past one neighbour only, nobody could say which of the two has moved.
    """
    stays = [[item for item in items if _kept(item, part)] for items, part in zip(survivors, old, strict=True)]
    for place, kept in enumerate(stays):
        if len(kept) < 4 or random.random() >= _MOVE:
            continue
        item = random.choice(kept)
        survivors[place].remove(item)
        trace.moved.add(item.identity)
        if random.random() < 0.3:
            target = survivors[(place + 1) % len(survivors)]
            target.insert(random.randint(0, len(target)), item)
            continue
        rank, others = kept.index(item), [other for other in kept if other is not item]
        ranks = [number for number in range(len(others) + 1) if abs(number - rank) >= 2]
        before = random.choice(ranks)
        at = survivors[place].index(others[before]) if before < len(others) else len(survivors[place])
        survivors[place].insert(at, item)


def _kept(item: Item, part: Section) -> bool:
    return any(item.identity == other.identity for other in part.items)
