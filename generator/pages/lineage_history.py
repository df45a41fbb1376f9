"""The history of each requirement on the page of a lineage: a row for every life, a column for every version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compare.history_rows import History, Row
from generator.contents import Contents
from generator.histories import row_anchor
from generator.pages.fragments import Text
from generator.pages.lineage_events import EventView, EventWords
from generator.pages.lineage_names import VersionName, version_names
from generator.pages.lineage_stands import Stands, StandView
from generator.pages.lineage_summary import history_summary
from generator.pages.links import LinkedTexts
from generator.pages.names import language_note

_TITLES = (("requirement", "Requirements"), ("element", "Headings of elements"), ("criterion", "Assessment criteria"))

_MOST_LETTERS, _MOST_CODES = 9, 5
"""How many versions can stand side by side on a page, by their letters or with their codes."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One row: its text of today, or its last one with ``last`` naming that version, where it stands, what happened.

    ``since`` tells of a row that stood from the start.
    """

    anchor: str
    css: str
    quiet: bool
    text: Text
    last: str
    stands: tuple[StandView, ...]
    since: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class HistoryTable:
    title: str
    anchor: str
    rows: tuple[HistoryRow, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The history of one language; ``language_note`` names it where it is not English.

    ``lettered`` says that versions are named by their letters, ``in_columns`` that each has a column where there is
    room, so that few enough stand side by side.
    """

    anchor: str
    language: str
    language_note: str
    summary: str
    versions: tuple[VersionName, ...]
    lettered: bool
    in_columns: bool
    tables: tuple[HistoryTable, ...]


def history_view(base: str, found: History, contents: Contents) -> HistoryView:
    """Return what the page shows of a history; ``base`` names the lineage."""
    language = found.versions[0].language
    names = version_names(found, contents)
    lettered = any(name.before for name in names)
    suffix = "" if language == "en" else f"-{language}"
    rows = tuple(_Rows(found, names, contents).rows())
    return HistoryView(
        anchor=f"history{suffix}",
        language=language,
        language_note=language_note(language),
        summary=history_summary(base, language_note(language), found, names),
        versions=names,
        lettered=lettered,
        in_columns=len(names) <= (_MOST_LETTERS if lettered else _MOST_CODES),
        tables=tuple(
            HistoryTable(title, f"history-{kind}{suffix}", shown)
            for kind, title in _TITLES
            if (shown := tuple(view for row, view in zip(found.rows, rows, strict=True) if row.kind == kind))
        ),
    )


class _Rows:
    """Makes the rows of one history."""

    def __init__(self, found: History, names: Sequence[VersionName], contents: Contents) -> None:
        self._found = found
        self._names = names
        self._contents = contents
        self._ends, self._roots = frozenset(found.ends()), found.roots()
        self._stands = Stands(found, names)
        self._words = EventWords(found, names, contents)
        self._texts = [LinkedTexts(unit, contents) for unit in found.versions]

    def rows(self) -> Iterator[HistoryRow]:
        for row in self._found.rows:
            events = self._words.events(row.events)
            yield HistoryRow(
                anchor=row_anchor(row, self._found, self._contents),
                css=events[-1].css if events and not row.quiet else "unchanged",
                quiet=row.quiet,
                text=self._texts[row.last].text(row.names[row.last] or "", row.texts[row.last]),
                last="" if self._ends.intersection(row.versions) else self._names[row.last].short,
                stands=self._stands.of(row),
                since=self._since(row, events),
                events=events,
            )

    def _since(self, row: Row, events: Sequence[EventView]) -> str:
        if row.first not in self._roots:
            return ""
        return f"{'Stands' if events else 'Unchanged'} since {self._names[row.first].short}"
