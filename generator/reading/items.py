"""Where items begin: bullets, numbers, letters and own ids at the start of a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.positions import Passage, joined
from generator.reading.lines import Line
from generator.reading.vocabulary import OUTCOME_WORDS

GLYPHS = "•●○◦‣▪■□♦◆◇·∙‧・➢➤►➔✓✔❖–—*-+\u0095\uf0a7\uf0b7\uf0d8\uf06e\uf0fc\uf076"
_TIGHT_GLYPHS = "•●○◦‣▪■♦◆◇‧➢➤❖\uf0a7\uf0b7\uf0d8"
_GLYPH = re.compile(rf"[{re.escape(GLYPHS)}](?:[ \t\u00a0\u3000]+|$)|[{_TIGHT_GLYPHS}]")
_LETTER_BULLET = re.compile(r"[oa][ \t]+(?=\S)")
_LINES_OF_AN_ENDING = 3
_FEWEST_LETTER_BULLETS = {"o": 2, "a": 3}
_NUMBER = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*)(?:[.)、．:]\s*(?=\D|$)|\s+|(?<=\.\d)|(?<=\.\d\d))(?=[\"'“‘(（A-Z\u4e00-\u9fff]|$)"
)
_DOTTED_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+)[.)]?\s+(?=[a-z])")
_ELEMENT = re.compile(
    rf"{OUTCOME_WORDS} ".replace(" ", r"\s+") + r"(?P<number>\d{1,2})(?:\s*[:.–-]\s*|\s+|$)", re.IGNORECASE
)
_CRITERION = re.compile(
    r"(?:assessment|performance)\s+criteri(?:on|a)\s+(?P<id>\d{1,2}(?:\.\d{1,2})*)\s*[:.]?\s*", re.IGNORECASE
)
_LETTER = re.compile(
    r"(?P<letter>[(（](?:[ivx]{1,5}|[a-z]|\d{1,2})[)）]|(?:[a-z]|[ivx]{2,5})[.)](?=\s|[\u4e00-\u9fff]|$))\s*(?=\S|$)",
    re.IGNORECASE,
)
_CHINESE_DIGITS = "[一二三四五六七八九十]{1,3}"
_CHINESE_NUMBER = re.compile(rf"(?P<letter>[(（]{_CHINESE_DIGITS}[)）]|{_CHINESE_DIGITS}、)\s*(?=\S)")
_OWN_ID = re.compile(r"(?P<id>[A-Z]{1,3}\s?\d{1,3})(?:[.:)]\s*|\t\s*|\s{2,})(?=\S)")
_LOCAL_RANGE = re.compile(r"(?P<range>range)(?:\s*[:：]\s*|\s*\t\s*|\s{2,}|\s+[-–]\s+)(?=\S)", re.IGNORECASE)
_RULES = (
    (_ELEMENT, "number"),
    (_CRITERION, "id"),
    (_LOCAL_RANGE, "range"),
    (_OWN_ID, "id"),
    (_NUMBER, "number"),
    (_LETTER, "letter"),
    (_CHINESE_NUMBER, "letter"),
)
"""What begins an item behind a bullet or at the start of a line, in the order it is tried."""


_BULLET_INSIDE = re.compile(rf"(?<=\S)[ \t\u00a0\u3000]+(?=[{_TIGHT_GLYPHS}][ \t\u00a0\u3000]+\S)")


@dataclass(frozen=True, slots=True)
class Marker:
    """What begins an item: its kind ("glyph", "number", "letter", "id", "list", "blank", "range" or "none") and
    its text; "range" is the range of the item or element before it.
    """

    kind: str
    text: str = ""


NONE = Marker("none")


@dataclass(slots=True)
class Item:
    """An item under construction: marker, the passages of its lines, and where it stood.

    ``depth`` is its nesting in markup lists, ``indent`` its blanks, ``listing`` its outermost list; ``range`` is
    the range printed for it alone.
    """

    marker: Marker
    passages: list[Passage]
    marks: list[Passage] = field(default_factory=list)
    depth: int = 0
    indent: int = 0
    listing: int = 0
    heading: int = 0
    children: list[Item] = field(default_factory=list)
    bold: bool = False
    range: Item | None = None

    @property
    def passage(self) -> Passage:
        return joined(self.passages)

    @property
    def is_empty(self) -> bool:
        return not any(self.passages)

    @property
    def ending(self) -> str:
        """The text of the last lines, enough to tell whether the item announces a list."""
        return joined(self.passages[-_LINES_OF_AN_ENDING:]).text


def bullet_letters(lines: Sequence[Line]) -> frozenset[str]:
    """Return which of the letters "o" and "a" are bullets of a symbol font, read as letters: those that repeat.

    "a" is a word too: it is a bullet only where nothing else marks items.
    """
    starts = [line.text[0] for line in lines if _LETTER_BULLET.match(line.text)]
    other_marks = any(line.indent or line.item or _GLYPH.match(line.text) for line in lines)
    return frozenset(
        letter
        for letter, fewest in _FEWEST_LETTER_BULLETS.items()
        if starts.count(letter) >= fewest and not (letter == "a" and other_marks)
    )


def without_bullet(passage: Passage) -> Passage:
    """Return the text of a line without a bullet before it."""
    match = _GLYPH.match(passage.text)
    return passage.slice(match.end()) if match else passage


def read_marker(line: Line, letters: frozenset[str] = frozenset()) -> tuple[Marker, Passage]:
    """Return the marker a line begins with and the passage behind it; ``letters`` are those that are bullets.

    A line that begins with blanks only, or that markup made a list item, is marked "blank" or "list"; whether
    a leading blank means anything is for the section it stands in to say. Behind a glyph or in a list item a
    number may follow, which is then the marker.
    """
    passage = line.passage
    glyph = _GLYPH.match(passage.text)
    if passage.text[:1] in letters:
        glyph = glyph or _LETTER_BULLET.match(passage.text)
    rest = passage.slice(glyph.end()) if glyph else passage
    for pattern, kind in _RULES:
        match = pattern.match(rest.text)
        if match and not _is_amount(kind, match, rest.text):
            return Marker(kind, unicodedata.normalize("NFKC", match.group(1))), rest.slice(match.end())
    if glyph:
        return Marker("glyph", glyph.group().strip()), rest
    if line.item:
        return Marker("list"), passage
    return (Marker("blank"), passage) if line.indent else (NONE, passage)


def dotted_number(passage: Passage) -> tuple[Marker, Passage] | None:
    """Return the number of a line that goes on small ("1.2 check the load"), which may be an amount as well."""
    match = _DOTTED_NUMBER.match(passage.text)
    return (Marker("number", match.group("number")), passage.slice(match.end())) if match else None


def follows(number: str, previous: str) -> bool:
    """Tell whether a number may stand behind another: 1.1 behind 1, 1.2 behind 1.1."""
    parent, _, last = number.rpartition(".")
    return (parent == previous and last == "1") or previous == f"{parent}.{int(last) - 1}"


def split_at_columns(line: Line) -> tuple[Line, ...]:
    """Return a table row as the lines of its cells, where the row has a group in one cell and its item in the next."""
    left, border, _ = line.text.partition("\t")
    if not border or not left.strip() or read_marker(line)[0].kind not in ("number", "none"):
        return (line,)
    right = replace(line, passage=line.passage.slice(len(left) + 1).strip(), tabbed=True, indent=0)
    marker, rest = read_marker(replace(line, passage=line.passage.slice(0, len(left))))
    grouped = marker.kind == "number" or read_marker(right)[0].kind in ("number", "id", "glyph")
    if not rest.text.strip() or not grouped:
        return (line,)
    return replace(line, passage=line.passage.slice(0, len(left)).strip()), *split_at_columns(right)


def split_at_bullets(line: Line) -> tuple[Line, ...]:
    """Return the lines a line with bullets in the middle of its text should have been.

    The line must begin with a bullet itself, or end its own text with a colon before the first of them.
    """
    limits = [match.end() for match in _BULLET_INSIDE.finditer(line.text)]
    if not limits or not (_GLYPH.match(line.text) or line.text[: limits[0]].rstrip().endswith((":", "："))):
        return (line,)
    edges = [0, *limits, len(line.text)]
    first, *others = (line.passage.slice(start, end).strip() for start, end in pairwise(edges))
    return replace(line, passage=first), *(replace(line, passage=other) for other in others)


def _is_amount(kind: str, match: re.Match[str], text: str) -> bool:
    """Tell whether digits at a line start are an amount in running text ("12 Months' notice"), not a number."""
    return (
        kind == "number"
        and match.group().strip().isdigit()
        and match.end() < len(text)
        and match.group()[-1:].isspace()
    )
