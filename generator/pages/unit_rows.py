"""Rows of the tables that list units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.contents import Contents
from generator.model import Unit


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit in a list: ``area_address`` is None where it stands in no area, ``status`` "current" or "superseded"."""

    code: str
    address: str
    title: str
    language: str
    level: str
    credit: str
    area: str
    area_address: str | None
    area_inferred: bool
    status: str


@dataclass(frozen=True, slots=True)
class UnitTable:
    """A table of units with its caption; ``heading`` and ``anchor`` where it has a section of its own."""

    caption: str
    rows: tuple[UnitRow, ...]
    heading: str = ""
    anchor: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnitTables:
    """A page of tables of units."""

    summary: str
    parts: tuple[UnitTable, ...]


def title_of(unit: Unit) -> str:
    return unit.title or "(title not in this source)"


def credit_of(unit: Unit) -> str:
    """Return the credit value as printed numbers are read, a dash where there is none."""
    return "–" if unit.credit.value is None else f"{unit.credit.value:g}"


def level_of(unit: Unit) -> str:
    return "–" if unit.level is None else str(unit.level)


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
        area_address=contents.addresses.area_of_key(placement.key) if placement.area else None,
        area_inferred=placement.inferred,
        status=contents.catalogue.status_of(unit).standing.value,
    )


def counted(number: int, word: str, plural: str = "") -> str:
    """Return a number with its noun: "1 unit", "2 units"."""
    return f"{number} {word if number == 1 else plural or word + 's'}"
