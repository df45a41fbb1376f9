"""Text files: plain lines, tab sheets, Markdown tables, Markdown headings, HTML among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Finding
from generator.positions import Passage, joined
from generator.reading.containers import pipe_tables
from generator.reading.containers.fragments import HTML_TAG, fragment_lines
from generator.reading.lines import Line

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_PREFIX = re.compile(r"[ \t\u00a0\u3000]*")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_EMPHASIS = re.compile(r"(?<![^\s(|>])(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?![^\s.,:;)|<])")
_LIST_TAG = re.compile(r"<(/?)(?:ul|ol|table)\b[^<>]*>", re.IGNORECASE)


def read(text: str) -> tuple[list[Line], list[str], list[Finding]]:
    """Return the lines of a text, the containers met in it ("plain text", "Markdown table", "HTML") and findings."""
    lines: list[Line] = []
    findings: list[Finding] = []
    containers: dict[str, None] = {}
    for start, content in _regions(text):
        listings = max((line.listing for line in lines), default=0) if HTML_TAG.search(content) else 0
        found, container, reported = _region_lines(content, start, listings)
        lines += found
        findings += reported
        if found:
            containers.setdefault(container)
    return lines, list(containers), findings


def _regions(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its offset; lines whose HTML lists or tables span further lines come as one region."""
    start, open_tags = 0, 0
    for match in _LINE.finditer(text):
        if match.start() == len(text) and start == match.start():
            return
        open_tags += sum(1 if tag.group(1) == "" else -1 for tag in _LIST_TAG.finditer(match.group()))
        if open_tags <= 0 or match.end() == len(text):
            yield start, text[start : match.end()].rstrip("\r\n")
            start, open_tags = match.end(), 0


def _region_lines(content: str, start: int, listings: int) -> tuple[list[Line], str, list[Finding]]:
    if pipe_tables.is_row(content):
        lines, findings = pipe_tables.row_lines(content, start, listings)
        return lines, "Markdown table", findings
    if HTML_TAG.search(content):
        lines, findings = _html_lines(content, start, listings)
        return lines, "HTML lists", findings
    line = plain_line(Passage.of(content, start))
    return [line] if line.text else [], "tab sheet" if "\t" in content.rstrip() else "plain text", []


def plain_line(passage: Passage) -> Line:
    """Return a line of text without its indent, heading marks and emphasis."""
    prefix = _PREFIX.match(passage.text)
    blanks = prefix.group() if prefix else ""
    rest = passage.slice(len(blanks))
    heading = _HEADING.match(rest.text)
    if heading:
        rest = rest.slice(heading.end())
    last_column = blanks.rpartition("\t")[2]
    return Line(
        _without_emphasis(rest).strip(),
        indent=len(last_column),
        tabbed="\t" in blanks,
        heading=len(heading.group(1)) if heading else 0,
    )


def _without_emphasis(passage: Passage) -> Passage:
    pieces, last = [], 0
    for match in _EMPHASIS.finditer(passage.text):
        pieces += [passage.slice(last, match.start()), passage.slice(match.start(2), match.end(2))]
        last = match.end()
    return joined([*pieces, passage.slice(last)], "") if pieces else passage


def _html_lines(content: str, start: int, listings: int) -> tuple[list[Line], list[Finding]]:
    """Return the lines of text with HTML in it; what stands before the first tag keeps its columns."""
    head = plain_line(Passage.of(content, start))
    offset = content.index(head.text[:1]) if head.text else 0
    lines, findings = fragment_lines(content[offset:], start + offset, listings)
    tabbed = [replace(line, tabbed=head.tabbed or at > 0) for at, line in enumerate(lines)]
    if tabbed and not tabbed[0].item:
        tabbed[0] = replace(tabbed[0], indent=head.indent, heading=head.heading)
    return tabbed, findings
