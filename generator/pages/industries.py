"""Industries: the index of them, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import INDUSTRIES, LEVELS
from generator.catalogue import Industry
from generator.contents import Contents
from generator.pages.areas import Entry, EntryGroup, EntryIndex, area_entries
from generator.pages.fragments import Fragment
from generator.pages.levels import matrix_anchor
from generator.pages.names import area_language, area_name, common_language
from generator.pages.page import Page
from generator.pages.unit_rows import UnitTable, UnitTables, unit_rows
from generator.text.wording import counted


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the index of industries and the page of every industry."""
    industries = contents.catalogue.industries
    view = EntryIndex(_summary(contents), tuple(_groups(contents)))
    description = f"Units by industry. {view.summary}"
    yield Page(INDUSTRIES, "areas.md.jinja", "Industries", description, view, search_boost=0.5)
    for industry in industries:
        yield _industry_page(industry, contents)


def _summary(contents: Contents) -> str:
    catalogue = contents.catalogue
    if not catalogue.units:
        return "There are no industries yet."
    unknown = sum(catalogue.industry_of(unit) is None for unit in catalogue.units)
    verb = "names" if unknown == 1 else "name"
    note = f" {counted(unknown, 'unit')} {verb} no industry, and none can be inferred from the code."
    return f"{counted(len(catalogue.industries), 'industry', 'industries')}.{note if unknown else ''}"


def _groups(contents: Contents) -> Iterator[EntryGroup]:
    """Yield the industries, then the areas of units whose industry is not known."""
    entries = tuple(
        Entry(one.name, common_language(one.units), contents.addresses.industry(one), counted(len(one.units), "unit"))
        for one in contents.catalogue.industries
    )
    if entries:
        yield EntryGroup("Industries", "industries", entries)
    without = [area for area in contents.catalogue.areas if area.industry is None]
    if without:
        yield EntryGroup("Areas without a known industry", "unknown", area_entries(without, contents))


def _industry_page(industry: Industry, contents: Contents) -> Page:
    placements = [contents.catalogue.industry_of(unit) for unit in industry.units]
    inferred = sum(placement is not None and placement.inferred for placement in placements)
    summary = f"{counted(len(industry.units), 'unit')} of the industry {industry.name}."
    if inferred:
        summary += f" For {inferred} of them the industry is inferred from units whose codes begin alike and print it."
    matrix = Fragment("Levels by functional area", f"{LEVELS}#{matrix_anchor(industry.name)}")
    return Page(
        address=contents.addresses.industry(industry),
        template="units.md.jinja",
        title=industry.name,
        description=summary,
        view=UnitTables((Fragment(f"{summary} "), matrix, Fragment(".")), tuple(_tables(industry, contents))),
        trail=(("Industries", INDUSTRIES),),
        search_boost=0.5,
    )


def _tables(industry: Industry, contents: Contents) -> Iterator[UnitTable]:
    """Yield the units of an industry by functional area."""
    for area in contents.catalogue.areas:
        if area.industry == industry.name:
            name, address = area_name(area), contents.addresses.area(area)
            yield UnitTable(
                f"{name}, {industry.name}",
                unit_rows(area.units, contents),
                name,
                address.rstrip("/").rpartition("/")[2],
                area_language(area),
                (Fragment(f"{counted(len(area.units), 'unit')}. "), Fragment("By level", address), Fragment(".")),
                area=False,
            )
