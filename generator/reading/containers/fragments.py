"""HTML inside a text: list items, paragraphs and inline marks become lines, each character with its place.

The tree comes from a real HTML parser. Parsers give no positions, so the text is marked before parsing; the
marks come back in the text nodes and are taken out there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.diagnostics import Finding
from generator.positions import Passage, Run
from generator.reading.containers.tags import MARK, break_at, marked
from generator.reading.lines import Line

_LISTS = frozenset({"ul", "ol"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset(
    """
    p div li ul ol tr table tbody thead tfoot caption h1 h2 h3 h4 h5 h6 dl dt dd blockquote pre br hr address article
    aside center figure figcaption footer header main nav section
    """.split()
)


@dataclass(slots=True)
class _Walk:
    """The state of one walk over a fragment: the lines so far and the line being filled."""

    source: str
    base: int
    first_listing: int
    lines: list[Line] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    depth: int = 0
    listings: int = 0
    item: bool = False
    heading: int = 0

    def flush(self) -> None:
        passage = Passage("".join(self.pieces), tuple(self.runs)).strip(" \r\n")
        if passage.text.strip():
            listing = self.first_listing + self.listings if self.depth else 0
            self.lines.append(Line(passage, item=self.item, depth=self.depth, listing=listing, heading=self.heading))
            self.item = False
        self.pieces, self.runs, self.length = [], [], 0

    def add(self, marked_text: str) -> None:
        """Add the text of a node; each mark in it says where the characters behind it stand."""
        pieces = MARK.split(marked_text)
        for offset, piece in zip(pieces[1::2], pieces[2::2], strict=True):
            if piece:
                start = int(offset)
                verbatim = self.source.startswith(piece, start)
                length = len(piece) if verbatim else break_at(self.source, start)
                self.runs.append(Run(self.length, len(piece), self.base + start, length))
                self.append(piece)

    def append(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def fragment_lines(source: str, base: int, first_listing: int) -> tuple[list[Line], list[Finding]]:
    """Return the lines of an HTML fragment that stands at offset ``base`` of its file.

    ``first_listing`` is how many outermost lists came before it.
    """
    walk = _Walk(source, base, first_listing)
    text, findings = marked(source)
    body = LexborHTMLParser(text).body
    if body is not None:
        for node, entering in _events(body):
            (_enter if entering else _leave)(walk, node)
    walk.flush()
    return walk.lines, [replace(finding, offset=base + finding.offset) for finding in findings]


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each node below the root when it begins and when it ends, without recursion."""
    pending = [(child, True) for child in reversed(list(root.iter(include_text=True)))]
    while pending:
        node, entering = pending.pop()
        yield node, entering
        if entering:
            pending.append((node, False))
            pending += [(child, True) for child in reversed(list(node.iter(include_text=True)))]


def _enter(walk: _Walk, node: LexborNode) -> None:
    tag = node.tag or ""
    if tag == "-text":
        walk.add(node.text_content or "")
    elif tag in _BLOCKS:
        walk.flush()
        if tag in _LISTS:
            walk.listings += walk.depth == 0
            walk.depth += 1
        walk.item = walk.item or tag == "li"
        walk.heading = int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0
    elif tag in _CELLS and walk.length:
        walk.append("\t")


def _leave(walk: _Walk, node: LexborNode) -> None:
    if node.tag in _BLOCKS:
        walk.flush()
        walk.heading = 0
        walk.depth -= node.tag in _LISTS
