"""Where a unit was read from: file, pages and lines, in words, and the raw text beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.contents import Contents
from generator.model import Source, Unit
from generator.positions import Place
from generator.source import PDF, WORD, SourceText

TAKEN_OUT = {PDF: "PDF", WORD: "Word file"}
"""Files whose text was taken out of them, as a reader calls them. They are not published themselves."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of the raw text; ``page`` is the number of the page it begins, None where it begins none."""

    number: int
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """The foot of a unit page; ``taken_out`` says what kind of file its text was taken out of, if any."""

    file: str
    extent: str
    layout: str
    taken_out: str | None
    sha256: str
    raw_address: str
    data_address: str
    lines: tuple[RawLine, ...]


class Places:
    """Where things stand in the raw file of one unit. Pages are named where there are several."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def words(self, place: Place) -> str:
        """Return the place of a text as a reader looks it up: "line 14", "page 2, line 14"."""
        page = self.page(place.start)
        line = f"line {place.first_line}"
        return f"page {page}, {line}" if page else line

    def page(self, offset: int) -> int | None:
        return self._source.page(offset) if len(self._source.pages) > 1 else None

    def page_of_line(self, number: int) -> int | None:
        return self.page(self._source.index.starts[number - 1])


def source_view(unit: Unit, origin: Source, source: SourceText, contents: Contents) -> SourceView:
    """Return what the page of a unit says about its raw file."""
    places = Places(source)
    return SourceView(
        file=origin.file,
        extent=_extent(origin, places),
        layout=origin.layout,
        taken_out=TAKEN_OUT.get(source.container),
        sha256=origin.sha256,
        raw_address=contents.addresses.raw(origin.file),
        data_address=contents.addresses.unit_json(unit),
        lines=tuple(_lines(origin, source, places)),
    )


def _extent(origin: Source, places: Places) -> str:
    first, last = origin.first_line, origin.last_line
    lines = f"line {first}" if first == last else f"lines {first} to {last}"
    from_page, to_page = places.page_of_line(first), places.page_of_line(last)
    if from_page is None:
        return lines
    return f"page {from_page}, {lines}" if from_page == to_page else f"pages {from_page} to {to_page}, {lines}"


def _lines(origin: Source, source: SourceText, places: Places) -> Iterator[RawLine]:
    before: int | None = None
    for number in range(origin.first_line, origin.last_line + 1):
        page = places.page_of_line(number)
        yield RawLine(number, source.line_text(number), page if page != before else None)
        before = page
