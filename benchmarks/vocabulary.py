"""Words of several trades in English and Traditional Chinese, and the sentences they make.

The words stand in ``words/*.toml``: one file a trade, and ``phrases.toml`` for what all trades share.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("words")
KINDS = ("process", "equipment", "material", "record", "people", "risk", "rule")

_SINGLE_VERB = re.compile(r"\w+ \{\}")


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in English and in Traditional Chinese."""

    en: str
    zh: str

    def said(self, language: str) -> str:
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Noun:
    """What work is done on. ``kind`` (one of ``KINDS``) decides which verbs and qualifiers go with it."""

    words: Words
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Actions (templates that take the noun), the noun, and how, when or why."""

    actions: tuple[Words, ...]
    noun: Noun
    qualifier: Words = Words("", "")

    def text(self, language: str) -> str:
        noun = self.noun.words.said(language)
        actions = [action.said(language) for action in self.actions]
        if language == "en":
            verbs = [action.removesuffix(" {}") for action in actions[:-1]]
            last = lowered(actions[-1]) if verbs else actions[-1]
            return " and ".join([*verbs, last]).format(noun) + self.qualifier.en
        verbs = [action.removesuffix("{}") for action in actions[:-1]]
        said = "及".join([*verbs, actions[-1]]).format(noun)
        return said + self.qualifier.zh if self.qualifier.zh.startswith(("，", "及")) else self.qualifier.zh + said


@dataclass(frozen=True, slots=True)
class Area:
    """A functional area of a trade: the six letters that open the codes of its units, and its own nouns."""

    name: Words
    prefix: str
    nouns: tuple[Noun, ...]


@dataclass(frozen=True, slots=True)
class Trade:
    industry: Words
    settings: tuple[Words, ...]
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What all trades share: templates of titles and headings by their place, verbs and qualifiers by kind of noun."""

    intro: Words
    range: Words
    replaces: Words
    read_with: Words
    titles: Mapping[str, tuple[Words, ...]]
    headings: Mapping[str, tuple[Words, ...]]
    knowledge: Mapping[str, tuple[Words, ...]]
    practice: Mapping[str, tuple[Words, ...]]
    qualifiers: Mapping[str, tuple[Words, ...]]
    parents: tuple[Words, ...]
    nouns: tuple[Noun, ...]


def lowered(text: str) -> str:
    """Return the text with its first letter in lower case."""
    return text[:1].lower() + text[1:]


def joinable(action: Words) -> bool:
    """Tell whether an action is a bare verb before its noun, so that "Inspect and clean {}" can be made of two."""
    return bool(_SINGLE_VERB.fullmatch(action.en)) and action.zh.endswith("{}")


@cache
def phrases() -> Phrases:
    table = _table("phrases")
    return Phrases(
        intro=Words(*table["intro"]),
        range=Words(*table["range"]),
        replaces=Words(*table["replaces"]),
        read_with=Words(*table["read_with"]),
        titles=_by_name(table["titles"]),
        headings=_by_name(table["headings"]),
        knowledge=_by_name(table["knowledge"]),
        practice=_by_name(table["practice"]),
        qualifiers=_by_name(table["qualifiers"]),
        parents=_pairs(table["parents"]),
        nouns=_nouns(table["nouns"]),
    )


@cache
def trades() -> tuple[Trade, ...]:
    """Return every trade, in the order of the names of their files."""
    names = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "phrases")
    return tuple(_trade(_table(name)) for name in names)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _trade(table: Mapping[str, Any]) -> Trade:
    areas = (Area(Words(*area["name"]), table["letters"] + area["letters"], _nouns(area)) for area in table["areas"])
    return Trade(Words(*table["industry"]), _pairs(table["settings"]), tuple(areas))


def _nouns(table: Mapping[str, Any]) -> tuple[Noun, ...]:
    return tuple(Noun(words, kind) for kind in KINDS for words in _pairs(table.get(kind, ())))


def _by_name(table: Mapping[str, Iterable[Iterable[str]]]) -> dict[str, tuple[Words, ...]]:
    return {name: _pairs(pairs) for name, pairs in table.items()}


def _pairs(pairs: Iterable[Iterable[str]]) -> tuple[Words, ...]:
    return tuple(Words(*pair) for pair in pairs)
