"""Functional areas: the index of them, and a page for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.addresses import AREAS
from generator.catalogue import Area
from generator.catalogue.levels import level_of
from generator.contents import Contents
from generator.pages.fragments import Fragment
from generator.pages.names import UNKNOWN_INDUSTRY, area_language, area_name, level_anchor, level_name
from generator.pages.page import Page
from generator.pages.unit_rows import UnitTable, UnitTables, unit_rows
from generator.text.slugs import slug
from generator.text.wording import counted


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    language: str
    address: str
    count: str


@dataclass(frozen=True, slots=True)
class EntryGroup:
    heading: str
    anchor: str
    areas: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EntryIndex:
    summary: str
    groups: tuple[EntryGroup, ...]


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the index of areas by industry, and the page of every area."""
    areas = contents.catalogue.areas
    summary = f"{counted(sum(area.named for area in areas), 'functional area')}, by industry."
    summary = f"{summary} A unit may stand in several." if areas else "There are no functional areas yet."
    groups = tuple(
        EntryGroup(industry or UNKNOWN_INDUSTRY, slug(industry or UNKNOWN_INDUSTRY), area_entries(members, contents))
        for industry, members in groupby(areas, key=lambda area: area.industry)
    )
    view = EntryIndex(summary, groups)
    yield Page(
        AREAS, "areas.md.jinja", "Functional areas", f"Units by functional area. {summary}", view, search_boost=0.5
    )
    for area in areas:
        yield _area_page(area, contents)


def area_entries(areas: Iterable[Area], contents: Contents) -> tuple[Entry, ...]:
    """Return an entry for each area."""
    return tuple(
        Entry(area_name(area), area_language(area), contents.addresses.area(area), counted(len(area.units), "unit"))
        for area in areas
    )


def _area_page(area: Area, contents: Contents) -> Page:
    summary = _summary(area)
    return Page(
        address=contents.addresses.area(area),
        template="units.md.jinja",
        title=area_name(area) if area.named or not area.industry else f"{area_name(area)}, {area.industry}",
        description=summary,
        view=UnitTables((Fragment(summary),), tuple(_tables(area, contents))),
        trail=(("Areas", AREAS), *_industry(area, contents)),
        search_boost=0.5,
    )


def _tables(area: Area, contents: Contents) -> Iterator[UnitTable]:
    """Yield the units of an area by level."""
    by_level = sorted(area.units, key=lambda unit: level_of(unit) or 99)
    for level, units in groupby(by_level, key=level_of):
        name, rows = level_name(level), unit_rows(units, contents)
        yield UnitTable(
            f"{name} in {area_name(area)}", rows, name, level_anchor(level), level=level is None, area=False
        )


def _summary(area: Area) -> str:
    place = f" of {area.industry}" if area.industry else ""
    units = counted(len(area.units), "unit")
    if not area.named:
        return f"{units}{place} whose source names no functional area."
    inferred = sum(placement.inferred for placement in area.placements)
    note = f" {counted(inferred, 'unit')} {'stands' if inferred == 1 else 'stand'} here by inference, marked so."
    return f"{units} in the functional area {area.name}{place}.{note if inferred else ''}"


def _industry(area: Area, contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield name and address of the industry of an area, if it is known."""
    for industry in contents.catalogue.industries:
        if industry.name == area.industry:
            yield industry.name, contents.addresses.industry(industry)
