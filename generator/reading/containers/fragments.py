"""Markup to lines: list items, paragraphs, table rows and inline marks, each character with its place.

The tree comes from a real HTML parser. Parsers give no positions, so the text is marked before parsing; the
marks come back in the text nodes and are taken out there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.diagnostics import Finding
from generator.positions import Passage, Run
from generator.reading.containers import html_tables, word_paragraphs
from generator.reading.containers.attributes import ONLY_OUTSIDE_MAIN
from generator.reading.containers.list_numbers import Numbering
from generator.reading.containers.marking import marked
from generator.reading.containers.tags import MARK
from generator.reading.containers.walk import Walk
from generator.reading.lines import Line

_BLOCKS = frozenset(
    """
    p div li ul ol tr td th table tbody thead tfoot caption h1 h2 h3 h4 h5 h6 dl dt dd blockquote pre br hr address
    article aside center figure figcaption footer header main nav section
    """.split()
)
_LISTS = frozenset({"ul", "ol"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"b", "strong"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_STYLED = frozenset({"p", "span", "div"})
_PARAGRAPHS = frozenset({"p", "li", "td", "th", "dt", "dd", *_HEADINGS})
_PLACED = re.compile(r"position\s*:\s*absolute", re.IGNORECASE)
_MAIN_TAGS = frozenset({"main", "article"})

_LONGEST_BEGINNING = 200

Parts = Callable[[str, list[Line]], list[Line]]
"""Told of each part of a page that ends, by its rule or as "main" or "article", with its lines; returns the lines
that stay where they are."""


def fragment_lines(passage: Passage, first_listing: int) -> tuple[list[Line], list[Finding]]:
    """Return the lines of a passage of HTML; ``first_listing`` is how many outermost lists came before it."""
    walk = Walk(passage.text, first_listing)
    text = marked(passage.text)
    walk_tree(walk, text.text)
    lines = [replace(line, passage=_within(line.passage, passage)) for line in walk.sinks[0]]
    findings = [replace(finding, offset=_offset(finding.offset, passage)) for finding in text.findings]
    return lines, findings


def _within(inner: Passage, outer: Passage) -> Passage:
    """Return a passage whose places count in the text of another one with places in the source instead."""
    runs: list[Run] = []
    for run in inner.runs:
        pieces = outer.slice(run.source, run.source + run.source_length).runs
        if run.length == run.source_length:
            runs += [replace(piece, at=run.at + piece.at) for piece in pieces]
        elif pieces:
            end = pieces[-1].source + pieces[-1].source_length
            runs.append(Run(run.at, run.length, pieces[0].source, end - pieces[0].source))
    return Passage(inner.text, tuple(runs))


def _offset(at: int, passage: Passage) -> int:
    return passage.slice(at, at + 1).span.start or passage.span.start


def walk_tree(walk: Walk, marked_text: str, parts: Parts | None = None) -> None:
    """Fill a walk with the lines of a marked text."""
    body = LexborHTMLParser(marked_text).body
    if body is not None:
        for node, entering in _events(body):
            if entering:
                _enter(walk, node, parts)
            else:
                _leave(walk, node, parts)
    walk.flush()


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each node below the root when it begins and when it ends, without recursion."""
    pending = [(child, True) for child in reversed(list(root.iter(include_text=True)))]
    while pending:
        node, entering = pending.pop()
        yield node, entering
        if entering and node.tag != "-text":
            pending.append((node, False))
            pending += [(child, True) for child in reversed(list(node.iter(include_text=True)))]


def _enter(walk: Walk, node: LexborNode, parts: Parts | None) -> None:
    tag = node.tag or ""
    if tag == "-text":
        walk.add(node.text_content or "")
        return
    if tag in _BLOCKS:
        if tag == "br":
            walk.end_empty_line()
        walk.flush()
        walk.heading = _HEADINGS.get(tag, walk.heading)
        walk.whole = walk.whole or _begins_paragraph(node, tag)
        walk.verbatim += tag == "pre"
    if tag in _LISTS:
        walk.open_list(Numbering.of(node), _text_of_first_item(node))
    elif tag == "li":
        walk.item = True
        walk.number = walk.lists[-1].mark(node) if walk.lists else ""
    html_tables.enter(walk, tag)
    walk.bold += _is_bold(node, tag)
    if parts is not None:
        word_paragraphs.enter(walk, node, tag)
        _enter_part(walk, node, tag)


def _leave(walk: Walk, node: LexborNode, parts: Parts | None) -> None:
    tag = node.tag or ""
    if tag in _BLOCKS:
        if tag == "p" and walk.pieces:
            walk.end_empty_line()
        walk.flush()
        walk.verbatim -= tag == "pre"
    if tag in _LISTS:
        walk.close_list()
    elif tag in _HEADINGS:
        walk.heading = 0
    elif tag == "li":
        walk.item, walk.number = False, ""
    walk.bold -= _is_bold(node, tag)
    if parts is not None:
        word_paragraphs.leave(walk, tag)
        _leave_part(walk, node, tag, parts)
    html_tables.leave(walk, node, tag)


def _begins_paragraph(node: LexborNode, tag: str) -> bool:
    """Tell whether a node is a paragraph; where each has a place on the page, they are the lines of a PDF."""
    return tag in _PARAGRAPHS and _PLACED.search(node.attributes.get("style") or "") is None


def _text_of_first_item(node: LexborNode) -> str:
    first = next((child for child in node.iter() if child.tag == "li"), None)
    return MARK.sub("", first.text(deep=True)[:_LONGEST_BEGINNING]).strip() if first is not None else ""


def _is_bold(node: LexborNode, tag: str) -> bool:
    if tag in _BOLD:
        return True
    return tag in _STYLED and _BOLD_STYLE.search(node.attributes.get("style") or "") is not None


def _part(walk: Walk, node: LexborNode, tag: str) -> str | None:
    """Return what a node begins: a part set aside by a rule, the main part or an article, None for neither."""
    attributes = node.attributes
    if attributes.get("role") == "main":
        return "main"
    if tag in _MAIN_TAGS:
        return tag
    rule = attributes.get("rule")
    return None if walk.mains and rule in ONLY_OUTSIDE_MAIN else rule


def _enter_part(walk: Walk, node: LexborNode, tag: str) -> None:
    part = _part(walk, node, tag)
    if part is not None:
        walk.flush()
        walk.sinks.append([])
        walk.mains += part in _MAIN_TAGS


def _leave_part(walk: Walk, node: LexborNode, tag: str, parts: Parts) -> None:
    was_main = tag in _MAIN_TAGS or node.attributes.get("role") == "main"
    walk.mains -= was_main
    part = _part(walk, node, tag)
    if part is not None:
        walk.flush()
        lines = walk.sinks.pop()
        walk.sinks[-1] += parts(part, lines)
