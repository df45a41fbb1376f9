"""Codes of units: one grammar per publisher, tried in a stated order."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.text.folding import folded_blanks, without_invisible


@dataclass(frozen=True, slots=True)
class Code:
    """A code as printed (blanks and invisible characters removed), taken apart where a grammar knows how.

    ``base`` is the code without its version (``LOCUSM212``); ``version`` the letter that ends it;
    ``level`` the QF level it states; ``grammar`` the name of the grammar, "unknown" where none fits.
    """

    text: str
    base: str
    version: str | None = None
    level: int | None = None
    grammar: str = "unknown"

    @property
    def label(self) -> str | None:
        """The version given beside the code, not by it ("2" of 8420 version 2); None where the code states it."""
        return None if self.grammar in _STATES_VERSION else self.version

    @property
    def name(self) -> str:
        """What a reader calls the version: its code, with the version label where it has one."""
        named = self.text if self.label is None else f"{self.text} version {self.label}"
        return named if self.text else "the unit without a code"


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one publisher builds its codes.

    The pattern may name the groups ``base``, ``version`` and ``level``; without ``base`` the whole code is
    its own base. ``distinctive`` says that a word of this form in running text can only be a code.
    """

    name: str
    publisher: str
    pattern: re.Pattern[str]
    distinctive: bool = False


GRAMMARS: tuple[Grammar, ...] = (
    Grammar(
        "hk-alphanumeric",
        "Hong Kong, before about 2015: industry, branch and area letters, level digit, serial, version letter",
        re.compile(r"(?P<base>[A-Z]{6}(?P<level>[1-7])\d{2})(?P<version>[A-Z])"),
        distinctive=True,
    ),
    Grammar(
        "hk-numeric",
        "Hong Kong, since about 2015: registration number, L, level; no version letter",
        re.compile(r"(?P<base>\d{6})L(?P<level>[1-7])"),
        distinctive=True,
    ),
    Grammar("hk-generic", "Hong Kong, generic units", re.compile(r"GC[A-Z]{2}\d{3}")),
    Grammar("hk-register", "Hong Kong, official data base number", re.compile(r"\d{6}")),
    Grammar("india", "India, qualification packs", re.compile(r"[A-Z]{2,3}/[NQ]\d{4}"), distinctive=True),
    Grammar("asean", "ASEAN tourism", re.compile(r"D\d+\.[A-Z]{3}\.CL\d+\.\d{2}"), distinctive=True),
    Grammar(
        "indonesia",
        "Indonesia, SKKNI",
        re.compile(r"[A-Z]\.\d{6}\.\d{3}\.\d{2}"),
        distinctive=True,
    ),
    Grammar(
        "malaysia",
        "Malaysia, NOSS",
        re.compile(r"[A-Z]{1,2}\d{3}-\d{3}-\d:\d{4}-[A-Z]\d{2}|[A-Z]{1,2}\d{3}-\d{3}-\d:\d{4}"),
    ),
    Grammar(
        "kenya",
        "Kenya, occupational standards",
        re.compile(r"[A-Z]+(?:/[A-Z0-9]+)+/\d+(?:/\d+)?/[A-Z]"),
    ),
    Grammar("scotland", "United Kingdom, Scotland; a blank inside", re.compile(r"[A-Z]{2}\d[A-Z\d] \d{2}")),
    Grammar("philippines", "Philippines, TESDA", re.compile(r"[A-Z]{3}\d{6}|\d{9}")),
    Grammar("australia", "Australia, training packages", re.compile(r"[A-Z]{3}[A-Z]{1,5}\d{3,5}[A-Z]?")),
    Grammar("plain-number", "South Africa, Namibia, New Zealand", re.compile(r"\d{3,6}")),
)

_STATES_VERSION = frozenset(grammar.name for grammar in GRAMMARS if "version" in grammar.pattern.groupindex)


def read_code(printed: str) -> Code:
    """Return the code taken apart by the first grammar that fits the whole of it.

    White space and invisible characters are removed unless a grammar has a blank there, full-width forms are
    folded. A code all in small letters is the one in capitals, where a grammar knows that one; others keep the
    case they are printed in, while the grammars see upper case.
    """
    spaced = folded_blanks(without_invisible(unicodedata.normalize("NFKC", printed)))
    text = spaced.replace(" ", "")
    for grammar in GRAMMARS:
        for form in dict.fromkeys((text, spaced)):
            match = grammar.pattern.fullmatch(form.upper())
            if match:
                return _taken_apart(form.upper() if form.islower() else form, match, grammar.name)
    return Code(text, text)


def _taken_apart(text: str, match: re.Match[str], grammar: str) -> Code:
    parts = match.groupdict()
    base_end = match.end("base") if parts.get("base") else len(text)
    level = parts.get("level")
    return Code(text, text[:base_end], parts.get("version"), int(level) if level else None, grammar)


MENTIONS = re.compile(
    r"(?<![\w/.-])(?:"
    + "|".join(
        f"(?:{_unnamed})"
        for _unnamed in (re.sub(r"\?P<\w+>", "?:", g.pattern.pattern) for g in GRAMMARS if g.distinctive)
    )
    + r")(?![\w/-]|\.\w)"
)
"""Codes of distinctive grammars inside running text."""
