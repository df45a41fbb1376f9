"""The list of all units."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import UNITS
from generator.contents import Contents
from generator.pages.page import Page
from generator.pages.unit_rows import UnitTable, UnitTables, counted, unit_rows


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the page of all units, those of superseded versions in a table of their own."""
    catalogue = contents.catalogue
    current = [unit for unit in catalogue.units if catalogue.status_of(unit).current]
    superseded = [unit for unit in catalogue.units if not catalogue.status_of(unit).current]
    parts = [UnitTable("Current units", unit_rows(current, contents), "Current", "current")]
    if superseded:
        parts.append(UnitTable("Superseded units", unit_rows(superseded, contents), "Superseded", "superseded"))
    summary = f"{counted(len(catalogue.units), 'unit')}: {len(current)} current, {len(superseded)} superseded."
    yield Page(
        address=UNITS,
        template="units.md.jinja",
        title="Units of competency",
        description=f"All units of competency of the collection. {summary}",
        view=UnitTables(summary, tuple(parts)),
        search_boost=0.5,
    )
