"""Text files: plain lines, tab sheets, Markdown tables, Markdown headings, HTML among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from generator.diagnostics import Finding
from generator.positions import Passage
from generator.reading.containers import pipe_tables
from generator.reading.containers.emphasis import without_emphasis
from generator.reading.containers.fragments import fragment_lines
from generator.reading.containers.tags import HTML_TAG, has_markup
from generator.reading.labels import opening
from generator.reading.lines import Line

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_PREFIX = re.compile(r"[ \t\u00a0\u3000]*")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_TAB_STOP = 4
_LIST_TAG = re.compile(r"<(/?)(ul|ol|table)\b[^<>]*>", re.IGNORECASE)


def read(text: str) -> tuple[list[Line], list[str], list[Finding]]:
    """Return the lines of a text, the containers met in it ("plain text", "Markdown table", "HTML") and findings."""
    lines: list[Line] = []
    findings: list[Finding] = []
    containers: dict[str, None] = {}
    holds_html = HTML_TAG.search(text) is not None
    listings = 0
    for (start, content), is_row in _rows(_regions(text)):
        found, container, reported = _region_lines(content, start, listings, is_row=is_row, holds_html=holds_html)
        listings = max([listings, *(line.listing for line in found)])
        lines += found
        findings += reported
        if found:
            containers.setdefault(container)
    return lines, list(containers), findings


def _regions(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its offset; lines whose HTML lists or tables span further lines come as one region.

    A list that is never closed ends where the next table row or label begins.
    """
    start, open_tags = 0, 0
    for match in _LINE.finditer(text):
        line = match.group()
        if match.start() == len(text) and start == match.start():
            return
        if open_tags > 0 and _begins_anew(line, match.start()):
            yield start, text[start : match.start()].rstrip("\r\n")
            start, open_tags = match.start(), 0
        if not pipe_tables.is_row(line.rstrip("\r\n")):
            open_tags += sum(-1 if tag.group(1) else 1 for tag in _LIST_TAG.finditer(line))
        if open_tags <= 0 or match.end() == len(text):
            yield start, text[start : match.end()].rstrip("\r\n")
            start, open_tags = match.end(), 0


def _begins_anew(line: str, start: int) -> bool:
    content = line.rstrip("\r\n")
    if pipe_tables.is_row(content):
        return True
    found = opening([Line(Passage.of(content, start))], 0) if content[:1].isalnum() else None
    return found is not None and found.sure and found.label.text != content


def _rows(regions: Iterator[tuple[int, str]]) -> Iterator[tuple[tuple[int, str], bool]]:
    """Yield each region and whether it is a table row; around a rule one border anywhere makes a row."""
    listed = list(regions)
    in_table = False
    for region, follower in zip_longest(listed, listed[1:]):
        content = region[1]
        before_rule = follower is not None and pipe_tables.is_rule(follower[1])
        row = pipe_tables.is_row(content, in_table=in_table or before_rule)
        in_table = row and (in_table or before_rule)
        yield region, row


def _region_lines(
    content: str, start: int, listings: int, *, is_row: bool, holds_html: bool
) -> tuple[list[Line], str, list[Finding]]:
    """Return the lines of a region, the container they came in, and findings.

    Entities stand for characters only in files that hold HTML.
    """
    if is_row:
        lines, findings = pipe_tables.row_lines(content, start, listings)
        return lines, "Markdown table", findings
    if holds_html and has_markup(content):
        lines, findings = _html_lines(content, start, listings)
        return lines, "HTML lists", findings
    line, rest = _prefix(Passage.of(content, start))
    line = replace(line, passage=without_emphasis(rest).strip())
    return [line] if line.text else [], "tab sheet" if "\t" in content.rstrip() else "plain text", []


def _prefix(passage: Passage) -> tuple[Line, Passage]:
    """Return the place of a line, as a line without text, and its text without indent and heading marks."""
    match = _PREFIX.match(passage.text)
    blanks = match.group() if match else ""
    rest = passage.slice(len(blanks))
    heading = _HEADING.match(rest.text)
    if heading:
        rest = rest.slice(heading.end())
    tabs = blanks.count("\t")
    place = Line(
        Passage("", ()),
        indent=_TAB_STOP * max(0, tabs - 1) + len(blanks.rpartition("\t")[2]),
        tabbed=tabs > 0,
        heading=len(heading.group(1)) if heading else 0,
    )
    return place, rest


def _html_lines(content: str, start: int, listings: int) -> tuple[list[Line], list[Finding]]:
    """Return the lines of text with HTML in it; what stands before the first tag keeps its columns."""
    place, rest = _prefix(Passage.of(content, start))
    if not rest:
        return [], []
    found, findings = fragment_lines(rest.text, rest.span.start, listings)
    lines = [
        replace(line, passage=without_emphasis(line.passage), tabbed=place.tabbed or at > 0)
        for at, line in enumerate(found)
    ]
    if lines and not lines[0].item:
        lines[0] = replace(lines[0], indent=place.indent, heading=place.heading or lines[0].heading)
    return lines, findings
