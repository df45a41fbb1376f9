"""The page of a lineage: all its versions, their comparisons, and the history of each requirement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import UNITS
from generator.catalogue import Lineage
from generator.compare import Comparison
from generator.contents import Contents
from generator.histories import histories
from generator.model import Unit
from generator.pages.comparison_entries import ComparisonEntry, comparison_entry
from generator.pages.fragments import Fragment, Text
from generator.pages.lineage_history import HistoryView, history_view
from generator.pages.links import linked_reason
from generator.pages.names import credit_of, language_note, level_of, title_of
from generator.pages.page import Page
from generator.pages.unit_status import status_reason, successors
from generator.text.wording import counted, listed


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version; ``language_note`` names its language where it is not English, ``successors`` what superseded it."""

    code: str
    address: str
    title: str
    language: str
    language_note: str
    level: str
    credit: str
    published: str
    status: str
    successors: Text
    reason: Text


@dataclass(frozen=True, slots=True)
class LineageView:
    """What the page shows; ``comparisons`` are those of versions a step apart, ``further`` all others."""

    base: str
    summary: Text
    versions: tuple[VersionRow, ...]
    comparisons: tuple[ComparisonEntry, ...]
    further: tuple[ComparisonEntry, ...]
    histories: tuple[HistoryView, ...]
    data_address: str


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the page of every lineage.

    Where its base code is the code of one of its units, that unit has the address; of several versions there is a
    page ``history/`` below it then.
    """
    taken = {contents.addresses.unit(unit) for unit in contents.catalogue.units}
    for lineage in contents.catalogue.lineages:
        address, comparisons = contents.addresses.lineage(lineage), _comparisons(lineage, contents)
        if address not in taken:
            yield _page(lineage, address, comparisons, contents)
        elif comparisons:
            yield _page(lineage, contents.addresses.history(lineage), comparisons, contents)


def _comparisons(lineage: Lineage, contents: Contents) -> list[Comparison]:
    """Return the comparisons of older with newer versions."""
    pairs = ((old, new, contents.pair_of(old, new)) for old in lineage.members for new in lineage.members)
    found = (contents.comparison_of(old, new) for old, new, pair in pairs if pair and not pair.swapped)
    return [comparison for comparison in found if comparison]


def _page(lineage: Lineage, address: str, comparisons: list[Comparison], contents: Contents) -> Page:
    current = contents.catalogue.versions_named(lineage.current, lineage.members[0].language)
    newest = current[-1] if current else lineage.members[-1]
    found = histories(lineage, contents)
    steps = {id(step.comparison) for history in found for step in history.steps}
    return Page(
        address=address,
        template="lineage.md.jinja",
        title=f"Lineage {lineage.base}",
        description=f"All versions of {lineage.base}, {title_of(newest)}, and how they differ.",
        view=LineageView(
            base=lineage.base,
            summary=tuple(_summary(lineage, current, contents)),
            versions=tuple(_rows(lineage, contents)),
            comparisons=tuple(comparison_entry(one, contents) for one in comparisons if id(one) in steps),
            further=tuple(comparison_entry(one, contents) for one in comparisons if id(one) not in steps),
            histories=tuple(history_view(lineage.base, history, contents) for history in found),
            data_address=contents.addresses.history_json(lineage),
        ),
        trail=(("Units", UNITS),),
        search_boost=0.3,
    )


def _summary(lineage: Lineage, current: tuple[Unit, ...], contents: Contents) -> Iterator[Fragment]:
    versions = counted(len(lineage.versions), "version")
    yield Fragment(f"{versions} of {listed(lineage.bases)}. {'Current' if current else 'None of them is current'}")
    for number, unit in enumerate(current):
        yield Fragment(", " if number else ": ")
        yield Fragment(f"{contents.catalogue.version_name(unit)} {title_of(unit)}", contents.addresses.unit(unit))
    yield Fragment(".")


def _rows(lineage: Lineage, contents: Contents) -> Iterator[VersionRow]:
    """Yield the versions, newest first, each in all its languages."""
    for version in reversed(lineage.versions):
        yield from (
            _row(unit, contents) for unit in lineage.members if contents.catalogue.version_name(unit) == version
        )


def _row(unit: Unit, contents: Contents) -> VersionRow:
    published = contents.catalogue.dates_of(unit).published
    return VersionRow(
        code=contents.catalogue.version_name(unit),
        address=contents.addresses.unit(unit),
        title=title_of(unit),
        language=unit.language,
        language_note=language_note(unit.language),
        level=level_of(unit),
        credit=credit_of(unit),
        published=published.value.isoformat() if published else "not known",
        status=contents.catalogue.status_of(unit).standing.value,
        successors=successors(unit, contents),
        reason=linked_reason(status_reason(unit, contents), unit, contents),
    )
