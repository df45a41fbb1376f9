"""Functional areas: the index of them, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.addresses import AREAS
from generator.catalogue import Area
from generator.catalogue.levels import level_of
from generator.contents import Contents
from generator.pages.levels import UNKNOWN_INDUSTRY, level_anchor, level_name
from generator.pages.page import Page
from generator.pages.unit_rows import UnitTable, UnitTables, counted, unit_rows
from generator.text.slugs import slug


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    address: str | None
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
    named = sum(area.named for area in areas)
    summary = f"{counted(named, 'functional area')}, by industry. A unit may stand in several."
    groups = tuple(
        EntryGroup(
            industry or UNKNOWN_INDUSTRY, slug(industry or UNKNOWN_INDUSTRY), area_entries(list(members), contents)
        )
        for industry, members in groupby(areas, key=lambda area: area.industry)
    )
    view = EntryIndex(summary, groups)
    yield Page(
        AREAS, "areas.md.jinja", "Functional areas", f"Units by functional area. {summary}", view, search_boost=0.5
    )
    for area in areas:
        yield _area_page(area, contents)


def area_entries(areas: list[Area], contents: Contents) -> tuple[Entry, ...]:
    return tuple(Entry(area.name, contents.addresses.area(area), counted(len(area.units), "unit")) for area in areas)


def _area_page(area: Area, contents: Contents) -> Page:
    by_level = sorted(area.units, key=lambda unit: level_of(unit) or 99)
    parts = tuple(
        UnitTable(
            f"{level_name(level)} in {area.name}", unit_rows(units, contents), level_name(level), level_anchor(level)
        )
        for level, units in ((level, list(units)) for level, units in groupby(by_level, key=level_of))
    )
    inferred = sum(placement.inferred for placement in area.placements)
    place = f" of {area.industry}" if area.industry else ""
    summary = f"{counted(len(area.units), 'unit')} in the functional area {area.name}{place}."
    if not area.named:
        summary = f"{counted(len(area.units), 'unit')}{place} whose source names no functional area."
    if inferred:
        summary += (
            f" {counted(inferred, 'unit')} stand here by inference, marked so."
            if inferred > 1
            else (" One unit stands here by inference, marked so.")
        )
    return Page(
        address=contents.addresses.area(area),
        template="units.md.jinja",
        title=area.name if area.named else "No functional area in the source",
        description=summary,
        view=UnitTables(summary, parts),
        trail=(("Areas", AREAS),),
        search_boost=0.5,
    )
