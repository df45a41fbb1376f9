"""The level index, the matrix of levels by functional areas, and a page for each level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.addresses import LEVELS
from generator.catalogue import Cell, LevelGroup, Matrix, Row
from generator.contents import Contents
from generator.pages.page import Page
from generator.pages.unit_rows import UnitTable, UnitTables, counted, unit_rows

UNKNOWN_INDUSTRY = "Industry not known"


@dataclass(frozen=True, slots=True)
class LevelRow:
    name: str
    address: str | None
    units: int
    current: int
    credits: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    number: int
    address: str | None
    label: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    name: str
    address: str | None
    cells: tuple[MatrixCell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MatrixTable:
    caption: str
    levels: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class LevelIndex:
    summary: str
    levels: tuple[LevelRow, ...]
    matrix_note: str
    matrices: tuple[MatrixTable, ...]


def level_name(level: int | None) -> str:
    return "Level not known" if level is None else f"Level {level}"


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the level index and the page of every level that has units."""
    catalogue = contents.catalogue
    used = [group for group in catalogue.levels if group.units]
    names = ", ".join(level_name(group.level).lower() for group in used)
    summary = f"{counted(len(catalogue.units), 'unit')} at {counted(len(used), 'level')}: {names}."
    view = LevelIndex(
        summary,
        tuple(_level_row(group, contents) for group in catalogue.levels),
        _matrix_note(catalogue.matrix),
        tuple(_matrices(catalogue.matrix, contents)),
    )
    yield Page(LEVELS, "levels.md.jinja", "Levels", f"Units of competency by level. {summary}", view, search_boost=0.5)
    for group in used:
        yield _level_page(group, contents)


def _level_row(group: LevelGroup, contents: Contents) -> LevelRow:
    current = [unit for unit in group.units if contents.catalogue.status_of(unit).current]
    credit = sum(unit.credit.value or 0 for unit in current)
    address = contents.addresses.level(group.level) if group.units else None
    return LevelRow(level_name(group.level), address, len(group.units), len(current), f"{credit:g}")


def _matrix_note(matrix: Matrix) -> str:
    units, places = matrix.count.units, matrix.count.placements
    same = (
        "each in one area"
        if units == places
        else f"in {counted(places, 'place')}, since a unit may stand in several areas"
    )
    return f"{counted(units, 'unit')}, {same}. Superseded versions are counted too. A dash is an empty cell."


def _matrices(matrix: Matrix, contents: Contents) -> Iterator[MatrixTable]:
    """Yield one matrix for each industry, so that none is wider or longer than a reader can take in."""
    levels = tuple("–" if level is None else str(level) for level in matrix.levels)
    for industry, rows in groupby(matrix.rows, key=lambda row: row.area.industry):
        caption = f"{industry or UNKNOWN_INDUSTRY}: units by functional area and level"
        yield MatrixTable(caption, levels, tuple(_matrix_row(row, contents) for row in rows))


def _matrix_row(row: Row, contents: Contents) -> MatrixRow:
    address = contents.addresses.area(row.area)
    cells = tuple(_cell(cell, address) for cell in row.cells)
    return MatrixRow(row.area.name, address, cells, row.count.units)


def _cell(cell: Cell, area_address: str) -> MatrixCell:
    number = cell.count.units
    label = f"{counted(number, 'unit')}: {cell.area.name}, {level_name(cell.level).lower()}"
    return MatrixCell(number, f"{area_address}#{level_anchor(cell.level)}" if number else None, label)


def level_anchor(level: int | None) -> str:
    return f"level-{'none' if level is None else level}"


def _level_page(group: LevelGroup, contents: Contents) -> Page:
    name = level_name(group.level)
    catalogue = contents.catalogue
    current = [unit for unit in group.units if catalogue.status_of(unit).current]
    older = [unit for unit in group.units if not catalogue.status_of(unit).current]
    parts = [UnitTable(f"Current units at {name.lower()}", unit_rows(current, contents), "Current", "current")]
    if older:
        caption = f"Superseded units at {name.lower()}"
        parts.append(UnitTable(caption, unit_rows(older, contents), "Superseded", "superseded"))
    summary = f"{counted(len(group.units), 'unit')}, {len(current)} of them current."
    return Page(
        address=contents.addresses.level(group.level),
        template="units.md.jinja",
        title=name,
        description=f"Units of competency at {name.lower()}. {summary}",
        view=UnitTables(summary, tuple(parts)),
        trail=(("Levels", LEVELS),),
        search_boost=0.5,
    )
