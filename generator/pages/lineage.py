"""The page of a lineage: all its versions and their comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import UNITS
from generator.catalogue import Lineage
from generator.compare import Comparison
from generator.compare.sentences import summary_sentence
from generator.contents import Contents
from generator.model import Unit
from generator.pages.fragments import Fragment, Text
from generator.pages.page import Page
from generator.pages.unit_rows import counted, credit_of, level_of, title_of


@dataclass(frozen=True, slots=True)
class VersionRow:
    code: str
    address: str
    title: str
    language: str
    level: str
    credit: str
    published: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class ComparisonEntry:
    """A comparison in a list: the two codes, its address, what the units are called, and what changed."""

    title: str
    address: str
    names: str
    summary: str


@dataclass(frozen=True, slots=True)
class LineageView:
    base: str
    summary: Text
    versions: tuple[VersionRow, ...]
    comparisons: tuple[ComparisonEntry, ...]


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the page of every lineage whose base code is not the code of one of its units."""
    entries = {
        (id(comparison.old), id(comparison.new)): comparison_entry(comparison, contents)
        for comparison in contents.comparisons
    }
    taken = {contents.addresses.unit(unit) for unit in contents.catalogue.units}
    for lineage in contents.catalogue.lineages:
        if contents.addresses.lineage(lineage) not in taken:
            found = (entries.get((id(old), id(new))) for old in lineage.members for new in lineage.members)
            yield _page(lineage, tuple(entry for entry in found if entry), contents)


def comparison_entry(comparison: Comparison, contents: Contents) -> ComparisonEntry:
    old, new = comparison.old, comparison.new
    address = contents.addresses.comparison(old, new)
    if address is None:
        raise ValueError(f"{old.code.text} and {new.code.text} are no pair of the catalogue")
    return ComparisonEntry(
        title=f"{old.code.text} to {new.code.text}",
        address=address,
        names=f"{title_of(old)} → {title_of(new)}" if old.title != new.title else title_of(new),
        summary=summary_sentence(comparison),
    )


def _page(lineage: Lineage, comparisons: tuple[ComparisonEntry, ...], contents: Contents) -> Page:
    newest = next(unit for unit in reversed(lineage.members) if contents.catalogue.status_of(unit).current)
    return Page(
        address=contents.addresses.lineage(lineage),
        template="lineage.md.jinja",
        title=f"Lineage {lineage.base}",
        description=f"All versions of {lineage.base}, {title_of(newest)}, and how they differ.",
        view=LineageView(
            base=lineage.base,
            summary=(
                Fragment(f"{counted(len(lineage.versions), 'version')} of {lineage.base}. Current: "),
                Fragment(f"{newest.code.text} {title_of(newest)}", contents.addresses.unit(newest)),
                Fragment("."),
            ),
            versions=tuple(_row(unit, contents) for unit in reversed(lineage.members)),
            comparisons=comparisons,
        ),
        trail=(("Units", UNITS),),
        search_boost=0.3,
    )


def _row(unit: Unit, contents: Contents) -> VersionRow:
    status = contents.catalogue.status_of(unit)
    published = contents.catalogue.dates_of(unit).published
    return VersionRow(
        code=unit.code.text,
        address=contents.addresses.unit(unit),
        title=title_of(unit),
        language=unit.language,
        level=level_of(unit),
        credit=credit_of(unit),
        published=published.value.isoformat() if published else "not known",
        status=status.standing.value,
        reason=status.sentence,
    )
