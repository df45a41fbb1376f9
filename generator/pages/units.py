"""The list of all units."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import QUALITY, UNITS
from generator.contents import Contents
from generator.model import Unit
from generator.pages.fragments import Fragment, Text
from generator.pages.names import UNKNOWN_INDUSTRY
from generator.pages.page import Page
from generator.pages.unit_rows import UnitTable, UnitTables, unit_rows
from generator.text.wording import counted

_NO_UNITS: Text = (
    Fragment("There are no units yet. What was found in the raw files stands on the "),
    Fragment("quality page", QUALITY),
    Fragment("."),
)


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the page of all units: current ones by industry, then those of superseded versions."""
    catalogue = contents.catalogue
    superseded = [unit for unit in catalogue.units if not catalogue.status_of(unit).current]
    parts = list(_current(contents))
    if superseded:
        parts.append(UnitTable("Superseded units", unit_rows(superseded, contents), "Superseded", "superseded"))
    current = len(catalogue.units) - len(superseded)
    summary = f"{counted(len(catalogue.units), 'unit')}: {current} current, {len(superseded)} superseded."
    yield Page(
        address=UNITS,
        template="units.md.jinja",
        title="Units of competency",
        description=f"All units of competency of the collection. {summary}",
        view=UnitTables((Fragment(summary),) if catalogue.units else _NO_UNITS, tuple(parts)),
        search_boost=0.5,
    )


def _current(contents: Contents) -> Iterator[UnitTable]:
    """Yield the current units of each industry, and those whose industry is not known."""
    for industry in contents.catalogue.industries:
        address = contents.addresses.industry(industry)
        yield from _part(industry.name, address.rstrip("/").replace("/", "-"), address, industry.units, contents)
    unknown = tuple(unit for unit in contents.catalogue.units if contents.catalogue.industry_of(unit) is None)
    yield from _part(UNKNOWN_INDUSTRY, "unknown", None, unknown, contents)


def _part(
    name: str, anchor: str, address: str | None, units: tuple[Unit, ...], contents: Contents
) -> Iterator[UnitTable]:
    current = [unit for unit in units if contents.catalogue.status_of(unit).current]
    if not current:
        return
    note = [Fragment(f"{counted(len(current), 'current unit')}.")]
    if address:
        note += [Fragment(" "), Fragment("The same units by functional area", address), Fragment(".")]
    yield UnitTable(
        f"Current units, {name}", unit_rows(current, contents), name, anchor, note=tuple(note), status=False
    )
