"""HTML inside a text: list items, paragraphs and inline marks become lines, each character with its place.

The tree comes from a real HTML parser. Parsers give no positions, so before parsing a mark with its offset
is put wherever the text may stop being verbatim (behind tags, around entities and line ends); the marks come
back in the text nodes and are taken out there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.diagnostics import Finding
from generator.positions import Passage, Run
from generator.reading.lines import Line

_OPEN, _CLOSE = "\U0010fffc", "\U0010fffd"
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_BREAKS = re.compile(r"&#?\w+;?|\r\n?|\n|>")
_TAGS = (
    "a|abbr|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|font|form|h[1-6]|head|hr|html|i|iframe|img|input|"
    "ins|del|kbd|label|li|link|mark|meta|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|svg|table|"
    "tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|video"
)
HTML_TAG = re.compile(rf"</?(?:{_TAGS})(?=[\s/>])[^<>]*>", re.IGNORECASE)
"""A tag that HTML knows; "3 < 4" and "<name of client>" are text."""

_LISTS = frozenset({"ul", "ol"})
_BLOCKS = frozenset(
    """
    p div li ul ol tr table tbody thead tfoot h1 h2 h3 h4 h5 h6 dl dt dd blockquote pre br hr
    """.split()
)
_CODE = frozenset({"script", "style"})
_ACTIVE = frozenset({"iframe", "object", "embed", "svg", "form", "input", "textarea", "video"})


@dataclass(slots=True)
class _Walk:
    """The state of one walk over a fragment: the lines so far and the line being filled."""

    source: str
    base: int
    first_listing: int
    lines: list[Line] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    text: str = ""
    depth: int = 0
    listings: int = 0
    item: bool = False
    heading: int = 0

    def flush(self) -> None:
        passage = Passage(self.text, tuple(self.runs)).strip(" \r\n")
        if passage.text.strip():
            listing = self.first_listing + self.listings if self.depth else 0
            self.lines.append(Line(passage, item=self.item, depth=self.depth, listing=listing, heading=self.heading))
            self.item = False
        self.text, self.runs = "", []

    def add(self, marked: str) -> None:
        """Add the text of a node; each mark in it says where the characters behind it stand."""
        pieces = _MARK.split(marked)
        for offset, piece in zip(pieces[1::2], pieces[2::2], strict=True):
            if piece:
                start = int(offset)
                verbatim = self.source.startswith(piece, start)
                length = len(piece) if verbatim else _BREAKS.match(self.source, start).end() - start  # type: ignore[union-attr]
                self.runs.append(Run(len(self.text), len(piece), self.base + start, length))
                self.text += piece


def fragment_lines(source: str, base: int, first_listing: int) -> tuple[list[Line], list[Finding]]:
    """Return the lines of an HTML fragment that stands at offset ``base`` of its file.

    ``first_listing`` is how many outermost lists came before it.
    """
    walk = _Walk(source, base, first_listing)
    body = LexborHTMLParser(_marked(source)).body
    if body is not None:
        for node, entering in _events(body):
            (_enter if entering else _leave)(walk, node)
    walk.flush()
    return walk.lines, walk.findings


def _marked(source: str) -> str:
    parts, last = [f"{_OPEN}0{_CLOSE}"], 0
    for match in _BREAKS.finditer(source):
        start, end = match.span()
        parts.append(source[last:start])
        if match.group() != ">":
            parts.append(f"{_OPEN}{start}{_CLOSE}")
        parts.append(f"{match.group()}{_OPEN}{end}{_CLOSE}")
        last = end
    return "".join([*parts, source[last:]])


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each node below the root when it begins and when it ends, without recursion."""
    pending = [(child, True) for child in reversed(list(root.iter(include_text=True)))]
    while pending:
        node, entering = pending.pop()
        yield node, entering
        if entering:
            pending.append((node, False))
            if node.tag not in _CODE:
                pending += [(child, True) for child in reversed(list(node.iter(include_text=True)))]


def _enter(walk: _Walk, node: LexborNode) -> None:
    tag = node.tag or ""
    if tag == "-text":
        walk.add(node.text_content or "")
    elif tag in _CODE or tag in _ACTIVE:
        what = f" with {len((node.text() or '').split())} words of code" if tag in _CODE else ""
        _report(walk, f"<{tag}> removed{what}")
    elif tag in _BLOCKS:
        walk.flush()
        if tag in _LISTS:
            walk.listings += walk.depth == 0
            walk.depth += 1
        walk.item = walk.item or tag == "li"
        walk.heading = int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0
    elif tag in ("td", "th") and walk.text:
        walk.text += "\t"
    _report_active_attributes(walk, node)


def _leave(walk: _Walk, node: LexborNode) -> None:
    if node.tag in _BLOCKS:
        walk.flush()
        walk.heading = 0
        walk.depth -= node.tag in _LISTS


def _report_active_attributes(walk: _Walk, node: LexborNode) -> None:
    for name, value in (node.attributes or {}).items():
        active = re.sub(r"\s", "", value or "").lower().startswith(("javascript:", "data:", "vbscript:"))
        if name.startswith("on") or active:
            _report(walk, f"attribute {name} of <{node.tag}> removed")


def _report(walk: _Walk, message: str) -> None:
    at = walk.runs[-1].source if walk.runs else walk.base
    walk.findings.append(Finding("active-content-removed", at, message))
