"""The level index, the matrix of levels by functional areas, and a page for each level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.addresses import LEVELS
from generator.catalogue import Cell, LevelGroup, Matrix, Row
from generator.contents import Contents
from generator.pages.fragments import Fragment
from generator.pages.names import UNKNOWN_INDUSTRY, area_language, area_name, level_anchor, level_name
from generator.pages.page import Page
from generator.pages.unit_rows import UnitTable, UnitTables, unit_rows
from generator.text.slugs import slug
from generator.text.wording import counted, listed


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
    language: str
    address: str
    cells: tuple[MatrixCell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """The matrix of one industry; ``levels`` are the heads of the columns."""

    heading: str
    anchor: str
    caption: str
    levels: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class LevelIndex:
    summary: str
    levels: tuple[LevelRow, ...]
    matrix_note: str
    matrices: tuple[MatrixTable, ...]


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the level index and the page of every level that has units."""
    catalogue = contents.catalogue
    used = [group for group in catalogue.levels if group.units]
    summary = _summary(used)
    view = LevelIndex(
        summary,
        tuple(_level_row(group, contents) for group in catalogue.levels),
        _matrix_note(catalogue.matrix),
        tuple(_matrices(catalogue.matrix, contents)),
    )
    yield Page(LEVELS, "levels.md.jinja", "Levels", f"Units of competency by level. {summary}", view, search_boost=0.5)
    for group in used:
        yield _level_page(group, contents)


def matrix_anchor(industry: str | None) -> str:
    """Return the anchor of the matrix of an industry on the level index."""
    return f"matrix-{slug(industry)}" if industry else "matrix-of-unknown"


def _summary(used: Sequence[LevelGroup]) -> str:
    if not used:
        return "There are no units yet."
    known = [group for group in used if group.level is not None]
    units = sum(len(group.units) for group in known)
    noun = "level" if len(known) == 1 else "levels"
    said = f"{counted(units, 'unit')} at {noun} {listed([str(group.level) for group in known])}." if known else ""
    without = next((len(group.units) for group in used if group.level is None), 0)
    return f"{said} The level of {counted(without, 'unit')} is not known.".strip() if without else said


def _level_row(group: LevelGroup, contents: Contents) -> LevelRow:
    current = [unit for unit in group.units if contents.catalogue.status_of(unit).current]
    credit = sum(unit.credit.value or 0 for unit in current)
    address = contents.addresses.level(group.level) if group.units else None
    return LevelRow(level_name(group.level), address, len(group.units), len(current), f"{credit:g}")


def _matrix_note(matrix: Matrix) -> str:
    units, places = matrix.count.units, matrix.count.placements
    same = (
        "each in one row"
        if units == places
        else f"in {counted(places, 'place')}, since a unit may stand in several areas"
    )
    return f"{counted(units, 'unit')}, {same}. Superseded versions are counted too. A dash is an empty cell."


def _matrices(matrix: Matrix, contents: Contents) -> Iterator[MatrixTable]:
    """Yield one matrix for each industry, so that none is wider or longer than a reader can take in."""
    levels = tuple("not known" if level is None else str(level) for level in matrix.levels)
    for industry, rows in groupby(matrix.rows, key=lambda row: row.area.industry):
        heading = industry or UNKNOWN_INDUSTRY
        caption = f"{heading}: units by functional area and level"
        shown = tuple(_matrix_row(row, contents) for row in rows)
        yield MatrixTable(heading, matrix_anchor(industry), caption, levels, shown)


def _matrix_row(row: Row, contents: Contents) -> MatrixRow:
    address = contents.addresses.area(row.area)
    cells = tuple(_cell(cell, address) for cell in row.cells)
    return MatrixRow(area_name(row.area), area_language(row.area), address, cells, row.count.units)


def _cell(cell: Cell, area_address: str) -> MatrixCell:
    number = cell.count.units
    label = f"{counted(number, 'unit')}: {area_name(cell.area)}, {level_name(cell.level).lower()}"
    return MatrixCell(number, f"{area_address}#{level_anchor(cell.level)}" if number else None, label)


def _level_page(group: LevelGroup, contents: Contents) -> Page:
    name = level_name(group.level)
    catalogue = contents.catalogue
    current = [unit for unit in group.units if catalogue.status_of(unit).current]
    older = [unit for unit in group.units if not catalogue.status_of(unit).current]
    parts = tuple(
        UnitTable(
            f"{heading} units at {name.lower()}",
            unit_rows(units, contents),
            heading,
            heading.lower(),
            level=group.level is None,
            status=units is older,
        )
        for heading, units in (("Current", current), ("Superseded", older))
        if units
    )
    summary = f"{counted(len(group.units), 'unit')}, {len(current)} of them current."
    return Page(
        address=contents.addresses.level(group.level),
        template="units.md.jinja",
        title=name,
        description=f"Units of competency at {name.lower()}. {summary}",
        view=UnitTables((Fragment(summary),), parts),
        trail=(("Levels", LEVELS),),
        search_boost=0.5,
    )
