"""Industries: the index of them, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import INDUSTRIES
from generator.catalogue import Industry
from generator.contents import Contents
from generator.pages.areas import Entry, EntryGroup, EntryIndex, area_entries
from generator.pages.page import Page
from generator.pages.unit_rows import UnitTable, UnitTables, counted, unit_rows


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the index of industries and the page of every industry."""
    industries = contents.catalogue.industries
    unknown = sum(contents.catalogue.industry_of(unit) is None for unit in contents.catalogue.units)
    summary = f"{counted(len(industries), 'industry', 'industries')}."
    if unknown:
        verb = "names" if unknown == 1 else "name"
        summary += f" {counted(unknown, 'unit')} {verb} no industry, and none can be inferred from the code."
    entries = tuple(
        Entry(one.name, contents.addresses.industry(one), counted(len(one.units), "unit")) for one in industries
    )
    groups = (EntryGroup("Industries", "industries", entries),) if entries else ()
    without = [area for area in contents.catalogue.areas if area.industry is None]
    if without:
        groups = (*groups, EntryGroup("Areas without a known industry", "unknown", area_entries(without, contents)))
    view = EntryIndex(summary, groups)
    yield Page(INDUSTRIES, "areas.md.jinja", "Industries", f"Units by industry. {summary}", view, search_boost=0.5)
    for industry in industries:
        yield _industry_page(industry, contents)


def _industry_page(industry: Industry, contents: Contents) -> Page:
    placements = [contents.catalogue.industry_of(unit) for unit in industry.units]
    inferred = sum(placement is not None and placement.inferred for placement in placements)
    summary = f"{counted(len(industry.units), 'unit')} of the industry {industry.name}."
    if inferred:
        summary += f" For {inferred} of them the industry is inferred from units whose codes begin alike and print it."
    parts = []
    for area in contents.catalogue.areas:
        if area.industry == industry.name:
            heading = area.name if area.named else "No functional area in the source"
            anchor = contents.addresses.area(area).rstrip("/").rpartition("/")[2]
            parts.append(UnitTable(f"{heading}, {industry.name}", unit_rows(area.units, contents), heading, anchor))
    return Page(
        address=contents.addresses.industry(industry),
        template="units.md.jinja",
        title=industry.name,
        description=summary,
        view=UnitTables(summary, tuple(parts)),
        trail=(("Industries", INDUSTRIES),),
        search_boost=0.5,
    )
