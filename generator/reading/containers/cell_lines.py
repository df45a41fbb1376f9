"""The lines of one table cell of a text: markup read, wraps joined, emphasis and escapes taken off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.diagnostics import Finding
from generator.positions import Passage, joined
from generator.reading.containers.emphasis import is_bold, is_code_fence, without_emphasis, without_escapes
from generator.reading.containers.fragments import fragment_lines
from generator.reading.containers.indents import without_indent
from generator.reading.containers.list_marks import Counter, begins_item
from generator.reading.containers.tags import has_markup
from generator.reading.lines import Line

_BLOCK = re.compile(r"<(?:ul|ol|table|dl|p|div)\b[^<>]*>", re.IGNORECASE)


def cell_lines(
    pieces: Sequence[Passage], listings: int, *, wrapped: bool, markdown: bool
) -> tuple[list[Line], list[Finding]]:
    """Return the lines of a cell; ``wrapped`` says that a line end inside it parts words, no lines.

    ``listings`` is how many outermost lists came before it. Blanks that stand before all lines are no indent.
    """
    lines: list[Line] = []
    findings: list[Finding] = []
    counter = Counter()
    pieces = [piece.slice(0, 0) if is_code_fence(piece.text, markdown=markdown) else piece for piece in pieces]
    if any(_BLOCK.search(piece.text) for piece in pieces):
        pieces = [joined(pieces, "\n")]
    for piece in _unwrapped(pieces) if wrapped else pieces:
        if has_markup(piece.text):
            found, reported = fragment_lines(piece.strip(), listings)
            listings = max([listings, *(line.listing for line in found)])
            lines += [_plain(line, line.passage, markdown=markdown) for line in found]
            findings += reported
        elif piece.text.strip():
            place, rest = counter.numbered(*without_indent(piece))
            place = replace(place, tabbed=False) if place.tabbed else place
            lines.append(_plain(place, rest.strip(), markdown=markdown))
    least = min((line.indent for line in lines if not line.item), default=0)
    return [replace(line, indent=max(0, line.indent - least)) for line in lines] if least else lines, findings


def _unwrapped(pieces: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the paragraphs and items of a cell; an empty piece or the mark of an item begins one."""
    open_pieces: list[Passage] = []
    for piece in pieces:
        if open_pieces and (not piece.text.strip() or begins_item(piece.text)):
            yield _paragraph(open_pieces)
            open_pieces = []
        if piece.text.strip():
            open_pieces.append(piece)
    if open_pieces:
        yield _paragraph(open_pieces)


def _paragraph(pieces: Sequence[Passage]) -> Passage:
    if len(pieces) == 1:
        return pieces[0]
    first, *others = pieces
    return joined([first.slice(0, len(first.text.rstrip())), *(piece.strip() for piece in others)])


def _plain(line: Line, passage: Passage, *, markdown: bool) -> Line:
    plain = without_emphasis(passage, markdown=markdown)
    plain = without_escapes(plain) if markdown else plain
    return replace(line, passage=plain, bold=line.bold or is_bold(passage.text))
