"""What is printed on the pages of a file, whichever library read it."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.reading.containers.pdf.boxes import Box

UNMAPPED = "\ufffd"
"""A printed character for which the file gives no text."""


class EncryptedError(Exception):
    """The file cannot be read without a password."""


class BrokenError(Exception):
    """The file cannot be read at all; the message says why."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character, or a ligature: its text, its place and its looks.

    ``baseline`` is where it stands, ``size`` its font's size. ``symbol`` says that its font holds signs, not
    letters.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False
    symbol: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A small shape drawn where a bullet may stand, and the bullet it looks like."""

    text: str
    box: Box


@dataclass(slots=True)
class PageGlyphs:
    """The characters of a page by the way they are turned; each way is read as a page of its own.

    ``slanted`` holds those that run neither along nor across the page (watermarks), in printing order.
    """

    level: list[Glyph] = field(default_factory=list)
    upwards: list[Glyph] = field(default_factory=list)
    downwards: list[Glyph] = field(default_factory=list)
    slanted: list[Glyph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table with borders: its rows, each with the boxes of its cells from left to right."""

    box: Box
    rows: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class RawPage:
    """What is printed on a page. ``fault`` says why there is nothing to read, empty where there is no fault."""

    width: float = 0.0
    height: float = 0.0
    glyphs: PageGlyphs = field(default_factory=PageGlyphs)
    tables: tuple[RuledTable, ...] = ()
    dots: tuple[Dot, ...] = ()
    fault: str = ""
