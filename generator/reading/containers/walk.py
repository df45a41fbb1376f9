"""The state of one walk over a tree of markup: the lines so far, the line being filled, what is open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.positions import Passage, Run, joined
from generator.reading.containers.indents import without_indent
from generator.reading.containers.list_numbers import OWN_NUMBER, Numbering
from generator.reading.containers.table_rows import Cell
from generator.reading.containers.tags import MARK, break_at
from generator.reading.lines import Line

_SOFT_BLANKS = re.compile(r"[ \t\r\n\f]*[\t\r\n\f][ \t\r\n\f]*|  +")
_LEADS_IN = re.compile(r"(?:[:：]|\b(?:including|such as)|包括)\s*$", re.IGNORECASE)
_LONGEST_FOLDED = 200_000
_TAKES_A_NUMBER = re.compile(r"[\"'“‘(（A-Z\u4e00-\u9fff]")


@dataclass(slots=True)
class Table:
    """An open table: its rows, the row being filled, and which columns cells from above still take.

    ``taken`` gives for a column the row before which its cell ends and how many columns it takes; ``frames`` says
    that the open cell holds a table, ``terms`` that it is a list of terms and their definitions.
    """

    rows: list[list[Cell]] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    column: int = 0
    number: int = 0
    taken: dict[int, tuple[int, int]] = field(default_factory=dict)
    frames: bool = False
    terms: bool = False

    def end_row(self) -> None:
        self.rows.append(self.row)
        self.row, self.column = [], 0
        self.number += 1

    def place(self, width: int, height: int) -> int:
        """Return the column of the next cell, which takes ``width`` columns and ``height`` rows."""
        while self.taken.get(self.column, (0, 0))[0] > self.number:
            self.column += self.taken[self.column][1]
        column = self.column
        self.column += width
        if height > 1:
            self.taken[column] = (self.number + height, width)
        return column


@dataclass(slots=True)
class Walk:
    """The state of one walk; ``sinks`` holds the lines of the whole and, above them, of each open cell or part.

    In a web page (``page``) line ends and TABs are blanks, in a text with markup they are what they are.
    """

    source: str
    first_listing: int
    page: bool = False
    sinks: list[list[Line]] = field(default_factory=lambda: [[]])
    tables: list[Table] = field(default_factory=list)
    lists: list[Numbering] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    listings: int = 0
    item: bool = False
    number: str = ""
    heading: int = 0
    level: int = 0
    indent: int = 0
    bold: int = 0
    plain: bool = False
    filled: bool = False
    verbatim: int = 0
    muted: int = 0
    listed: bool = False
    mains: int = 0
    breaks: int = 0
    hung: int = 0
    closed: tuple[int, int] = (0, 0)
    whole: bool = False

    @property
    def depth(self) -> int:
        return len(self.lists) + self.level + (self.hung if self.lists else 0)

    def open_list(self, numbering: Numbering, first_item: str) -> None:
        """Open a list; ``first_item`` is the text of its first item.

        Programs write a list below an item as a list of its own behind the one that holds the item. It stands
        below where that item leads in to it, and the list behind it goes on with the one before.
        """
        if not self.lists:
            beside = self.closed == (len(self.sinks), len(self.sinks[-1])) and bool(self.sinks[-1])
            before = self.hung if beside else 0
            leads_in = beside and _LEADS_IN.search(self.sinks[-1][-1].text) and not OWN_NUMBER.match(first_item)
            self.hung = before + 1 if leads_in else max(0, before - 1)
            self.listings += not (before or self.hung)
        self.lists.append(numbering)

    def close_list(self) -> None:
        self.lists.pop()
        if not self.lists:
            self.closed = (len(self.sinks), len(self.sinks[-1]))

    def flush(self) -> None:
        """End the line being filled."""
        if not self.filled:
            self.pieces, self.runs, self.length = [], [], 0
            return
        passage = Passage("".join(self.pieces), tuple(self.runs))
        place, passage = self._placed(passage)
        if passage.text.strip():
            if self.number and not OWN_NUMBER.match(passage.text) and _TAKES_A_NUMBER.match(passage.text):
                passage = joined([Passage(self.number, ()), passage], "")
            listing = self.first_listing + self.listings if self.depth else 0
            line = Line(
                passage,
                place.indent + self.indent,
                place.tabbed,
                self.item,
                self.depth,
                listing,
                self.heading,
                not self.plain,
                self.breaks > 0,
                self.whole,
            )
            self.sinks[-1].append(line)
            self.item, self.number, self.breaks, self.whole = False, "", 0, False
        self.pieces, self.runs, self.length = [], [], 0
        self.plain = self.filled = False

    def end_empty_line(self) -> None:
        """Note an empty line where the line that ends holds nothing."""
        self.breaks += not self.filled

    def _placed(self, passage: Passage) -> tuple[Line, Passage]:
        """Return the place and the text of the line being filled."""
        if not self.page:
            return Line(passage), passage.strip(" \r\n\f")
        if self.verbatim:
            place, rest = without_indent(passage)
            return place, rest.strip()
        if len(passage.text) <= _LONGEST_FOLDED and _SOFT_BLANKS.search(passage.text):
            passage = _folded(passage)
        place, rest = without_indent(passage.strip(" "))
        return place, rest.strip()

    def add(self, marked_text: str) -> None:
        """Add the text of a node; each mark in it says where the characters behind it stand."""
        pieces = MARK.split(marked_text)
        for offset, piece in zip(pieces[1::2], pieces[2::2], strict=True):
            if piece and not self.muted:
                self._add(piece, int(offset))

    def _add(self, piece: str, start: int) -> None:
        if self.verbatim and piece in ("\n", "\r\n", "\r"):
            self.end_empty_line()
            self.flush()
            return
        verbatim = self.source.startswith(piece, start)
        length = len(piece) if verbatim else break_at(self.source, start)
        self.runs.append(Run(self.length, len(piece), start, length))
        self.append(piece)
        if not piece.isspace():
            self.filled = True
            self.plain = self.plain or not self.bold

    def append(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def _folded(passage: Passage) -> Passage:
    """Return a passage in which every stretch of soft white space is one blank."""
    pieces, last = [], 0
    for match in _SOFT_BLANKS.finditer(passage.text):
        pieces.append(passage.slice(last, match.start()))
        last = match.end()
    pieces.append(passage.slice(last))
    words = [piece for piece in pieces if piece]
    return joined(words) if words else Passage("", ())
