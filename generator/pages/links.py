"""Codes in running text as links: every code of the collection that a text names leads to its page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.catalogue import Mention
from generator.contents import Contents
from generator.model import Unit
from generator.pages.fragments import Text, fragments

_WORD = re.compile(r"[^\s,;()]+(?<![.:])")


class LinkedTexts:
    """The texts of one unit with the codes in them linked."""

    def __init__(self, unit: Unit, contents: Contents) -> None:
        self._addresses = contents.addresses
        self._mentions: Mapping[str, list[Mention]] = defaultdict(list)
        for mention in contents.catalogue.mentions_in(unit):
            self._mentions[mention.part].append(mention)

    def text(self, part: str, text: str | None) -> Text:
        """Return a text by its part ("remark", "e1.r2", ...) with every code that has a page as a link."""
        return fragments(text, self.targets(part))

    def targets(self, part: str) -> tuple[tuple[int, int, str], ...]:
        """Return start, end and address of the codes in a text that have a page."""
        return tuple(
            (mention.start, mention.end, address)
            for mention in self._mentions.get(part, ())
            if (address := self._address(mention)) is not None
        )

    def _address(self, mention: Mention) -> str | None:
        if mention.target is not None:
            return None if mention.target == mention.unit else self._addresses.unit(mention.target)
        if mention.base is not None:
            return self._addresses.lineage_of_base(mention.base)
        return None


def linked_reason(text: str, unit: Unit, contents: Contents) -> Text:
    """Return a sentence of the program about a unit, with the codes of other units in it as links."""
    return fragments(text, _codes(text, unit, contents))


def _codes(text: str, unit: Unit, contents: Contents) -> Iterator[tuple[int, int, str]]:
    for word in _WORD.finditer(text):
        named = contents.catalogue.unit(word.group(), unit.language)
        # A number alone may be a year or a count; words are never looked up by another spelling.
        if named and named.code.text == word.group() != unit.code.text and not word.group().isdecimal():
            yield word.start(), word.end(), contents.addresses.unit(named)
