"""Text files: plain lines, tab sheets, Markdown headings, tables of many kinds, HTML among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from generator.diagnostics import Finding
from generator.positions import Passage
from generator.reading.containers import grid_tables, pipe_tables, quoted_cells, ruled_tables, wiki_tables
from generator.reading.containers.comma_sheets import sheet_of
from generator.reading.containers.emphasis import is_bold, is_code_fence, without_emphasis, without_escapes
from generator.reading.containers.fragments import fragment_lines
from generator.reading.containers.indents import without_indent
from generator.reading.containers.list_marks import Counter
from generator.reading.containers.page_breaks import page_starts
from generator.reading.containers.raw_lines import RawLine, raw_lines
from generator.reading.containers.tags import HTML_TAG, UNFINISHED_TAG, has_markup, unfinished_tag
from generator.reading.containers.text_table import TextTable
from generator.reading.contents import Contents, SetAside
from generator.reading.labels import opening
from generator.reading.lines import Line

_HEADING = re.compile(r"(#{1,6})[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$|(={1,6})[ \t]+(?P<wiki>\S.*?)[ \t]+\3[ \t]*$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*")
_RULE_LINE = re.compile(r"(?:[ \t]*[-=_*~—–─━═+]){3,}[ \t]*")
_MARKDOWN = re.compile(
    r"^(?:#{1,6} |[ \t]*(?:\|[ \t]*)?(?P<mark>\*\*|__|[*_])\w[^*_\r\n]{0,80}(?P=mark)|>? {0,3}[-*] {3}\S"
    r"|\+[-=]{3,}\+|[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|[-|: \t]*$)",
    re.MULTILINE,
)
"""What only Markdown has at the start of a line: headings, emphasised labels, wide list marks, tables."""

_FENCE = "---"
_LONGEST_LINE = 200_000
_LIST_TAG = re.compile(r"<(/?)(ul|ol|table|dl)\b[^<>]*>", re.IGNORECASE)

_TableReader = Callable[[Sequence[RawLine], int], TextTable | None]


@dataclass(slots=True)
class _Reader:
    """The state of one reading of a text: what was read so far, and where the next line begins."""

    text: str
    raw: list[RawLine]
    tables: tuple[_TableReader, ...]
    holds_html: bool
    markdown: bool
    fences: int
    lines: list[Line] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    containers: dict[str, None] = field(default_factory=dict)
    counter: Counter = field(default_factory=Counter)
    listings: int = 0
    at: int = 0
    after_blank: bool = False

    def add(self, lines: Sequence[Line], container: str, findings: Sequence[Finding] = ()) -> None:
        """Add lines that were read; the first of them knows whether an empty line stands before it."""
        self.findings += findings
        if not lines:
            return
        first, *others = lines
        self.lines += [replace(first, after_blank=True) if self.after_blank else first, *others]
        self.listings = max(self.listings, *(line.listing for line in lines))
        self.containers.setdefault(container)
        self.after_blank = False


def read(text: str, *, markdown: bool = False) -> Contents:
    """Return the lines of a text and the containers met in it ("plain text", "Markdown table", "HTML lists").

    ``markdown`` says that the file is called Markdown; another text may show that it is.
    """
    holds_html = HTML_TAG.search(text) is not None
    torn = unfinished_tag(text) if holds_html else None
    raw = raw_lines(text[:torn])
    sheet = sheet_of(raw)
    cells = quoted_cells.reader(text[:torn], sheet)
    tables = (cells,) if sheet else (grid_tables.table_at, ruled_tables.table_at, pipe_tables.table_at)
    reader = _Reader(
        text,
        raw,
        tables if sheet else (*tables, wiki_tables.table_at, cells),
        holds_html,
        markdown=markdown or _MARKDOWN.search(text) is not None,
        fences=2 if text.lstrip().startswith(_FENCE) else 0,
    )
    while reader.at < len(raw):
        _read_next(reader)
    lines, containers, findings = reader.lines, reader.containers, reader.findings
    aside = () if torn is None else (SetAside(UNFINISHED_TAG, Passage.of(text[torn:], torn)),)
    return Contents(text, tuple(lines), tuple(containers), tuple(findings), page_starts(text), aside)


def _read_next(reader: _Reader) -> None:
    """Read an empty line, a table, a stretch of HTML, or one line."""
    line = reader.raw[reader.at]
    if line.blank:
        reader.after_blank = bool(reader.lines)
        reader.at += 1
        return
    for table_at in reader.tables:
        table = table_at(reader.raw, reader.at)
        if table is not None:
            lines, findings = table.lines(reader.listings, markdown=reader.markdown)
            reader.add(lines, table.container, findings)
            reader.at += table.count
            return
    count = _lines_of_region(reader.raw, reader.at) if reader.holds_html else 1
    content = reader.text[line.start : line.start + len(line.text)]
    if count > 1:
        content = reader.text[line.start : reader.raw[reader.at + count - 1].end].rstrip("\r\n\f")
    if reader.holds_html and has_markup(content):
        lines, findings = _html_lines(reader, content, line.start)
        reader.add(lines, "HTML lists", findings)
    else:
        _read_plain(reader, line)
    reader.at += count


def _lines_of_region(lines: Sequence[RawLine], at: int) -> int:
    """Return how many lines the HTML lists and tables span that open on a line.

    A list that is never closed ends where the next table row or label begins.
    """
    open_tags, count = 0, 0
    while at + count < len(lines):
        line = lines[at + count]
        if count and _begins_anew(line):
            return count
        open_tags += sum(-1 if tag.group(1) else 1 for tag in _LIST_TAG.finditer(line.text))
        count += 1
        if open_tags <= 0:
            return count
    return count


def _begins_anew(line: RawLine) -> bool:
    if pipe_tables.is_row(line.text):
        return True
    found = opening([Line(line.passage)], 0) if line.text[:1].isalnum() else None
    return found is not None and found.sure and found.label.text != line.text


def _read_plain(reader: _Reader, line: RawLine) -> None:
    """Read one line without markup; rules are marks, an underlined line is a heading."""
    is_mark = _RULE_LINE.fullmatch(line.text) or is_code_fence(line.text, markdown=reader.markdown)
    if is_mark and not _is_fence(reader, line):
        reader.after_blank = bool(reader.lines)
        return
    if len(line.text) > _LONGEST_LINE:
        message = f"the line has {len(line.text)} characters; marks in it are read as text"
        reader.add([Line(line.passage.strip())], "plain text", [Finding("line-too-long", line.start, message)])
        return
    place, rest = reader.counter.numbered(*_placed(line.passage))
    underline = reader.raw[reader.at + 1].text if reader.at + 1 < len(reader.raw) else ""
    if not place.heading and (reader.after_blank or not reader.lines) and len(underline.strip()) >= len(_FENCE):
        level = _UNDERLINE.fullmatch(underline)
        if level:
            place = replace(place, heading=1 if underline[0] == "=" else 2)
    passage = without_emphasis(rest, markdown=reader.markdown)
    passage = (without_escapes(passage) if reader.markdown else passage).strip()
    if passage:
        container = "tab sheet" if "\t" in line.text.rstrip() else "plain text"
        reader.add([replace(place, passage=passage, bold=is_bold(rest.text))], container)


def _is_fence(reader: _Reader, line: RawLine) -> bool:
    """Tell whether a rule is one of the two around the front matter of a text."""
    if reader.fences and line.text.rstrip() == _FENCE:
        reader.fences -= 1
        return True
    return False


def _placed(passage: Passage) -> tuple[Line, Passage]:
    """Return the place of a line, as a line without text, and its text without indent and heading marks."""
    place, rest = without_indent(passage)
    heading = _HEADING.match(rest.text)
    if heading is None:
        return place, rest
    group = "text" if heading.group(1) else "wiki"
    level = len(heading.group(1) or heading.group(3))
    return replace(place, heading=level), rest.slice(heading.start(group), heading.end(group))


def _html_lines(reader: _Reader, content: str, start: int) -> tuple[list[Line], list[Finding]]:
    """Return the lines of text with HTML in it; what stands before the first tag keeps its columns."""
    place, rest = (
        _placed(Passage.of(content, start)) if "\n" not in content else without_indent(Passage.of(content, start))
    )
    if not rest:
        return [], []
    found, findings = fragment_lines(rest, reader.listings)
    lines = [
        replace(
            line,
            passage=without_emphasis(line.passage, markdown=reader.markdown),
            bold=line.bold or is_bold(line.text),
            tabbed=place.tabbed or line.tabbed or (at > 0 and not line.heading),
        )
        for at, line in enumerate(found)
    ]
    if lines and not lines[0].item:
        lines[0] = replace(lines[0], indent=place.indent, heading=place.heading or lines[0].heading)
    return lines, findings
