"""Units as sentences that know their verbs and nouns, so that a later version can be made by editing them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from benchmarks.vocabulary import Area, Noun, Sentence, Trade, Words, joinable, phrases, trades

_LEVELS = (1, 2, 3, 4, 5, 6, 7)
_LEVEL_WEIGHTS = (8, 20, 25, 22, 14, 8, 3)
_CREDITS = (1, 3, 6, 6, 9, 12)


@dataclass(frozen=True, slots=True)
class Item:
    """A requirement, sub-requirement or criterion. ``identity`` is the same in every version of its unit."""

    identity: int
    sentence: Sentence
    children: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """An element: its heading and its requirements."""

    identity: int
    heading: Sentence
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What one version of a unit says, before a layout prints it in one language."""

    trade: Trade
    area: Area
    level: int
    credit: int
    title: Sentence
    setting: Words
    aim: Sentence
    sections: tuple[Section, ...]
    criteria: tuple[Item, ...]

    @property
    def nested(self) -> bool:
        return any(item.children for section in self.sections for item in section.items)


class Author:
    """Writes sentences on nouns that its unit has not used yet, so that two requirements never look alike."""

    def __init__(self, random: Random, nouns: Sequence[Noun]) -> None:
        self.random = random
        self._identities: Iterator[int] = count()
        self._unused = random.sample(nouns, len(nouns))

    def identity(self) -> int:
        return next(self._identities)

    def item(self, sentence: Sentence, children: tuple[Item, ...] = ()) -> Item:
        return Item(self.identity(), sentence, children)

    def knowledge(self) -> Sentence:
        noun = self._noun()
        actions = (self.random.choice(phrases().knowledge[noun.kind]),)
        return Sentence(actions, noun, self.random.choice(phrases().qualifiers["knowledge"]))

    def practice(self) -> Sentence:
        """Return what a practitioner does; now and then two actions on one thing."""
        noun = self._noun()
        actions = phrases().practice[noun.kind]
        single = [action for action in actions if joinable(action)]
        chosen = self.random.sample(single, 2) if self.random.random() < 0.25 else [self.random.choice(actions)]
        return Sentence(tuple(chosen), noun, self.random.choice(phrases().qualifiers[noun.kind]))

    def twins(self) -> tuple[Sentence, Sentence]:
        """Return two sentences that a later version may merge into one."""
        noun = self._noun()
        actions = self.random.sample([action for action in phrases().practice[noun.kind] if joinable(action)], 2)
        qualifier = self.random.choice(phrases().qualifiers[noun.kind])
        return Sentence((actions[0],), noun, qualifier), Sentence((actions[1],), noun, qualifier)

    def part(self) -> Sentence:
        """Return a sub-requirement: what to do, without how, when or why."""
        return replace(self.practice(), qualifier=Words("", ""))

    def parent(self) -> Sentence:
        return Sentence((self.random.choice(phrases().parents),), self._noun())

    def _noun(self) -> Noun:
        return self._unused.pop()


def band(level: int) -> str:
    """Return which of the templates of titles suit a level."""
    return "low" if level <= 2 else "middle" if level <= 4 else "high"


def first_draft(random: Random, *, nested: bool) -> tuple[Draft, Author]:
    """Return the first version of a new unit, and the author who can go on with it."""
    trade = random.choice(trades())
    area = random.choice(trade.areas)
    process = random.choice([noun for noun in area.nouns if noun.kind == "process"])
    author = Author(random, [noun for noun in area.nouns + phrases().nouns if noun != process])
    level = random.choices(_LEVELS, _LEVEL_WEIGHTS)[0]
    draft = Draft(
        trade=trade,
        area=area,
        level=level,
        credit=random.choice(_CREDITS),
        title=Sentence((random.choice(phrases().titles[band(level)]),), process),
        setting=random.choice(trade.settings),
        aim=_aim(random, process),
        sections=_sections(author, process, 2 if level <= 2 else random.randint(2, 4), nested=nested),
        criteria=tuple(author.item(sentence) for sentence in _outcomes(author, process)),
    )
    return draft, author


def _aim(random: Random, process: Noun) -> Sentence:
    action = random.choice(phrases().practice["process"])
    return Sentence((action,), process, random.choice(phrases().qualifiers["process"]))


def _outcomes(author: Author, process: Noun) -> list[Sentence]:
    further = [author.practice() for _ in range(author.random.randint(0, 2))]
    return [_aim(author.random, process), *further]


def _sections(author: Author, process: Noun, size: int, *, nested: bool) -> tuple[Section, ...]:
    places = ("knowledge", "practice", "follow_up", "attitude")[:size]
    return tuple(section(author, place, process, nested=nested and place == "practice") for place in places)


def section(author: Author, place: str, process: Noun, *, nested: bool = False) -> Section:
    """Return a new element; ``place`` says which templates its heading comes from."""
    heading = Sentence((author.random.choice(phrases().headings[place]),), process)
    identity = author.identity()
    if place == "knowledge":
        sentences = [author.knowledge() for _ in range(author.random.randint(3, 6))]
    else:
        sentences = [author.practice() for _ in range(author.random.randint(2, 4))]
    if place == "practice":
        sentences += author.twins()
    items = [author.item(sentence) for sentence in sentences]
    return Section(identity, heading, (*_parents(author), *items) if nested else tuple(items))


def _parents(author: Author) -> list[Item]:
    return [
        author.item(author.parent(), tuple(author.item(author.part()) for _ in range(author.random.randint(2, 3))))
        for _ in range(author.random.randint(1, 2))
    ]
