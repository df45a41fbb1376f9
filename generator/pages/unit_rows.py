"""Rows of the tables that list units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.contents import Contents
from generator.model import Unit
from generator.pages.fragments import Text
from generator.pages.names import credit_of, level_of, title_of
from generator.pages.unit_status import successors


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit in a list.

    ``area_address`` is None where it stands in no area, ``status`` "current" or "superseded", ``successors``
    what supersedes it.
    """

    code: str
    address: str
    title: str
    language: str
    level: str
    credit: str
    area: str
    area_language: str
    area_address: str | None
    area_inferred: bool
    status: str
    successors: Text


@dataclass(frozen=True, slots=True)
class UnitTable:
    """A table of units; ``heading`` and ``anchor`` where it has a section of its own.

    The columns of level, area and status can be left out where all rows would say the same.
    """

    caption: str
    rows: tuple[UnitRow, ...]
    heading: str = ""
    anchor: str = ""
    language: str = "en"
    note: Text = ()
    level: bool = True
    area: bool = True
    status: bool = True


@dataclass(frozen=True, slots=True)
class UnitTables:
    """A page of tables of units."""

    summary: Text
    parts: tuple[UnitTable, ...]


def unit_rows(units: Iterable[Unit], contents: Contents) -> tuple[UnitRow, ...]:
    """Return a row for each unit, in the order given."""
    return tuple(_row(unit, contents) for unit in units)


def _row(unit: Unit, contents: Contents) -> UnitRow:
    placement = contents.catalogue.areas_of(unit)[0]
    return UnitRow(
        code=unit.code.text,
        address=contents.addresses.unit(unit),
        title=title_of(unit),
        language=unit.language,
        level=level_of(unit),
        credit=credit_of(unit),
        area=placement.area or "not in this source",
        area_language=unit.language if placement.area else "en",
        area_address=contents.addresses.area_of_key(placement.key) if placement.area else None,
        area_inferred=placement.inferred,
        status=contents.catalogue.status_of(unit).standing.value,
        successors=successors(unit, contents),
    )
