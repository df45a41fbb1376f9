"""Codes named in the texts of units."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.checks import spot
from generator.catalogue.names import code_key, name_of
from generator.catalogue.register import Register
from generator.catalogue.texts import UnitText, texts_of
from generator.diagnostics import Diagnostic, diagnostic
from generator.model import Unit
from generator.model.codes import MENTIONS
from generator.positions import Place


@dataclass(frozen=True, slots=True)
class Mention:
    """A code named in a text of ``unit``: characters ``start`` to ``end`` of the part called ``part``.

    ``target`` is the unit of that code, in the same language where there is one, None where the code is not
    in the collection or names a whole lineage: then ``base`` is the base code. ``part`` as in `UnitText`.
    """

    unit: Unit
    part: str
    start: int
    end: int
    code: str
    target: Unit | None = None
    base: str | None = None
    place: Place | None = None

    @property
    def name(self) -> str:
        """The folded name of the version meant."""
        return code_key(name_of(self.target.code) if self.target else self.code)

    @property
    def dangling(self) -> bool:
        """Whether nothing in the collection goes by this code."""
        return self.target is None and self.base is None


# Latin letters only: in Chinese text a code stands between characters without blanks.
_WORD = re.compile(r"(?<![A-Za-z0-9_./-])[A-Za-z0-9_]++(?:[./:-][A-Za-z0-9_]++)*+(?!/)")
_HAS_DIGIT = re.compile(r"[0-9]")
_LETTER_AND_DIGIT = re.compile(r"(?=.*[A-Za-z]).*[0-9]")


def mentions_of(unit: Unit, register: Register, spellings: frozenset[str]) -> tuple[tuple[UnitText, Mention], ...]:
    """Return the codes named in a unit with the texts that name them, in reading order.

    A word is a code where it is one of the ``spellings`` (see `spellings_of`) or has a form that can only be a code.
    """

    def is_code(word: str) -> bool:
        return word in spellings or MENTIONS.fullmatch(word) is not None

    return tuple(
        (text, _mention(unit, text, start, end, register))
        for text in texts_of(unit)
        for start, end in codes_in(text.text, is_code)
    )


def spellings_of(names: Iterable[str]) -> frozenset[str]:
    """Return those of the codes, base codes and aliases that are known in running text: they have letter and digit."""
    return frozenset(name for name in names if _LETTER_AND_DIGIT.match(name))


def codes_in(text: str, is_code: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield start and end of every word of a text that is a code, as a whole and with its letters in that case.

    Codes put together by a slash or hyphen ("LOCUSM212A/LOCUSM212B") count where all of them are codes.
    """
    if not _HAS_DIGIT.search(text):
        return
    for match in _WORD.finditer(text):
        if _HAS_DIGIT.search(match.group()):
            yield from _codes_of_word(match.group(), match.start(), is_code)


def _codes_of_word(word: str, at: int, is_code: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    if is_code(word):
        yield at, at + len(word)
        return
    for piece in re.finditer(r"[^:]+", word):
        parts = list(re.finditer(r"[^/-]+", piece.group()))
        if all(is_code(part.group()) for part in parts):
            yield from ((at + piece.start() + part.start(), at + piece.start() + part.end()) for part in parts)


def _mention(unit: Unit, text: UnitText, start: int, end: int, register: Register) -> Mention:
    code = text.text[start:end]
    target = register.unit(code, unit.language) or register.unit(code)
    base = register.bases.get(code_key(code)) if target is None else None
    return Mention(unit, text.part, start, end, code, target, base, text.place)


def dangling_references(unit: Unit, mentions: Iterable[Mention]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for every code among a unit's mentions that is not in the collection, once for each code."""
    missing = {mention.code: mention for mention in reversed(tuple(mentions)) if mention.dangling}
    for code, mention in sorted(missing.items()):
        message = f"{code}, named in {mention.part}, is not in the collection"
        yield diagnostic("dangling-reference", *spot(unit, mention.place), message, unit=unit.code.text)
