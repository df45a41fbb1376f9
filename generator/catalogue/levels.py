"""Levels, and the matrix of levels by functional areas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.areas import Area
from generator.catalogue.names import unit_key
from generator.model import Unit

LEVELS = tuple(range(1, 8))
"""The levels of the qualifications framework."""


@dataclass(frozen=True, slots=True)
class LevelGroup:
    """The units of one level; ``level`` is None for those whose level is missing or not from 1 to 7."""

    level: int | None
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many units stand somewhere: each counted once, current ones apart, and in how many places they stand."""

    units: int
    current: int
    placements: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The units of one area at one level."""

    area: Area
    level: int | None
    units: tuple[Unit, ...]
    count: Count


@dataclass(frozen=True, slots=True)
class Row:
    """One area of the matrix: a cell for every column, empty ones included."""

    area: Area
    cells: tuple[Cell, ...]
    count: Count


@dataclass(frozen=True, slots=True)
class Matrix:
    """Areas by levels. ``levels`` names the columns: 1 to 7, then None where units have no level."""

    levels: tuple[int | None, ...]
    rows: tuple[Row, ...]
    level_counts: tuple[Count, ...]
    count: Count


IsCurrent = Callable[[Unit], bool]


def level_of(unit: Unit) -> int | None:
    """Return the printed level where the framework knows it."""
    return unit.level if unit.level in LEVELS else None


def levels_of(units: Sequence[Unit]) -> tuple[LevelGroup, ...]:
    """Return levels 1 to 7, empty ones included, then the units without a level where there are any."""
    groups: dict[int | None, list[Unit]] = {level: [] for level in LEVELS}
    for unit in units:
        groups.setdefault(level_of(unit), []).append(unit)
    return tuple(LevelGroup(level, tuple(members)) for level, members in groups.items())


def matrix_of(areas: Sequence[Area], is_current: IsCurrent) -> Matrix:
    """Return the matrix of areas; a unit in several of them is one unit and several placements in the sums."""
    levels: tuple[int | None, ...] = LEVELS
    if any(level_of(unit) is None for area in areas for unit in area.units):
        levels = (*levels, None)
    rows = tuple(_row(area, levels, is_current) for area in areas)
    columns = [[unit for row in rows for unit in row.cells[column].units] for column in range(len(levels))]
    return Matrix(
        levels,
        rows,
        tuple(_count(column, is_current) for column in columns),
        _count((unit for column in columns for unit in column), is_current),
    )


def _row(area: Area, levels: Sequence[int | None], is_current: IsCurrent) -> Row:
    by_level: Mapping[int | None, list[Unit]] = {level: [] for level in levels}
    for unit in area.units:
        by_level[level_of(unit)].append(unit)
    cells = tuple(Cell(area, level, tuple(by_level[level]), _count(by_level[level], is_current)) for level in levels)
    return Row(area, cells, _count(area.units, is_current))


def _count(placed: Iterable[Unit], is_current: IsCurrent) -> Count:
    places = tuple(placed)
    once = {unit_key(unit): unit for unit in places}
    return Count(len(once), sum(is_current(unit) for unit in once.values()), len(places))
