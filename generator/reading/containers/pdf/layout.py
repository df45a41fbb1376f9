"""Pages to rows in reading order: furniture aside, tables and text as they follow, turned text at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.reading.containers.pdf.columns import Margins, region_rows
from generator.reading.containers.pdf.furniture import RUNNING_HEAD, find_furniture
from generator.reading.containers.pdf.pages import RawPage
from generator.reading.containers.pdf.rows import Column, Print, Row, column_rows, joined_text, line_text, printed_lines
from generator.reading.containers.pdf.tables import Table, left_edges, read_tables, table_rows
from generator.reading.containers.pdf.words import Fragment, fragments_of, in_printing_order

_FIRST_CELLS = 4


@dataclass(frozen=True, slots=True)
class _Page:
    """A page read: text outside tables, tables, and text that runs in other directions than the rest."""

    fragments: tuple[Fragment, ...]
    tables: tuple[Table, ...]
    turned: tuple[tuple[Fragment, ...], ...]
    height: float
    fault: str

    def first_cells(self) -> list[str]:
        rows = self.tables[0].rows[:_FIRST_CELLS] if self.tables else ()
        return [joined_text(row[0].fragments) for row in rows]


@dataclass(frozen=True, slots=True)
class PageRows:
    """A page as rows; ``fault`` says why there are none, empty where there is no fault."""

    rows: tuple[Row, ...]
    fault: str


def lay_out(raw: Iterable[RawPage]) -> list[PageRows]:
    """Return the pages of a document as rows."""
    pages = [_page(page) for page in raw]
    furniture = find_furniture(
        [page.fragments for page in pages], [page.height for page in pages], [page.first_cells() for page in pages]
    )
    texts = [
        [fragment for fragment in page.fragments if fragment.line not in aside]
        for page, aside in zip(pages, furniture, strict=True)
    ]
    tables = [table for page in pages for table in page.tables]
    print_ = Print.of([*texts, *(cell.fragments for table in tables for cell in table.cells())])
    layout = _Layout(Margins.of(texts), left_edges(tables), print_, _repeated(pages))
    return [
        PageRows(tuple(layout.rows(page, text, aside)), page.fault)
        for page, text, aside in zip(pages, texts, furniture, strict=True)
    ]


def _page(raw: RawPage) -> _Page:
    tables, rest = read_tables(raw.tables, raw.glyphs.level, raw.dots)
    turned = [fragments_of(raw.glyphs.upwards), fragments_of(raw.glyphs.downwards)]
    turned.append(in_printing_order(raw.glyphs.slanted))
    return _Page(
        fragments=tuple(fragments_of(rest, raw.dots)),
        tables=tuple(tables),
        turned=tuple(tuple(way) for way in turned if way),
        height=raw.height,
        fault=raw.fault,
    )


def _repeated(pages: Sequence[_Page]) -> frozenset[str]:
    """Return the turned texts that stand on several pages: stamps and titles along the edge of the paper."""
    once: set[str] = set()
    again: set[str] = set()
    for page in pages:
        texts = {line_text(line) for way in page.turned for line in printed_lines(way)}
        again |= once & texts
        once |= texts
    return frozenset(again)


@dataclass(slots=True)
class _Layout:
    """How a document is laid out, and whether a value was open where the last page ended."""

    margins: Margins
    edges: dict[int, float]
    print_: Print
    stamps: frozenset[str]
    goes_on: bool = False

    def rows(self, page: _Page, text: Sequence[Fragment], aside: dict[int, str]) -> Iterator[Row]:
        """Yield the rows of the next page."""
        furniture = [line for line in printed_lines(page.fragments) if line[0].line in aside]
        begin = min((fragment.baseline for fragment in text), default=0.0)
        begin = min([begin, *(table.box.top for table in page.tables)]) if text else begin
        heads = [line for line in furniture if line[0].baseline < begin]
        feet = [line for line in furniture if line[0].baseline >= begin]
        yield from (Row(line_text(line), rule=aside[line[0].line]) for line in heads)
        yield from self._body(page.tables, text)
        for way in page.turned:
            for row in column_rows(way, Column(min(one.x0 for one in way), float("inf")), self.print_):
                yield Row(row.text, rule=RUNNING_HEAD) if row.text in self.stamps else row
        yield from (Row(line_text(line), rule=aside[line[0].line]) for line in feet)

    def _body(self, tables: Sequence[Table], text: Sequence[Fragment]) -> Iterator[Row]:
        rest = list(text)
        for table in sorted(tables, key=lambda one: (one.box.top, one.box.x0)):
            above = [fragment for fragment in rest if fragment.baseline < table.box.top + fragment.size]
            rest = [fragment for fragment in rest if fragment.baseline >= table.box.top + fragment.size]
            yield from self._region(above)
            yield from table_rows(table, self.edges, self.print_)
            self.goes_on = False
        yield from self._region(rest)

    def _region(self, fragments: Sequence[Fragment]) -> Iterator[Row]:
        rows = region_rows(fragments, self.margins, self.print_, goes_on=self.goes_on) if fragments else []
        if rows:
            self.goes_on = rows[-1].tabbed or "\t" in rows[-1].text
        yield from rows
