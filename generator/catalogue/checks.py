"""Which units can be published: codes that can name a page, each used once in a language."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.names import name_of, unit_key, version_label
from generator.diagnostics import Diagnostic, diagnostic
from generator.model import Unit
from generator.model.page_names import shortened, unsafe_message, unsafe_reason
from generator.positions import Place


@dataclass(frozen=True, slots=True)
class Admission:
    """The units that are published, those that are not, and why."""

    kept: tuple[Unit, ...]
    refused: tuple[Unit, ...]
    diagnostics: tuple[Diagnostic, ...]


def spot(unit: Unit, place: Place | None = None) -> tuple[str, int]:
    """Return raw file and 1-based line of a place of a unit: of its code, else its first line, where there is none."""
    at = place or unit.place_of("code")
    file = unit.source.file if unit.source else ""
    return file, at.first_line if at else unit.source.first_line if unit.source else 1


def admitted(units: Iterable[Unit]) -> Admission:
    """Return the units sorted into published and refused, whatever order they come in.

    Of two units with the same code (and version label) in one language the first one is published, by the
    name of the raw file and the place in it.
    """
    kept: dict[tuple[str, str], Unit] = {}
    refused: list[Unit] = []
    diagnostics: list[Diagnostic] = []
    for unit in _in_source_order(units):
        problem = _unsafe(unit) or _duplicate(unit, kept.get(unit_key(unit)))
        if problem:
            refused.append(unit)
            diagnostics.append(problem)
        else:
            kept[unit_key(unit)] = unit
    return Admission(tuple(kept.values()), tuple(refused), tuple(diagnostics))


def _in_source_order(units: Iterable[Unit]) -> Iterator[Unit]:
    for _, same in itertools.groupby(sorted(units, key=_source_order), key=_source_order):
        alike = list(same)
        # The form of the whole unit is dear; only units that no place tells apart need it.
        yield from sorted(alike, key=repr) if len(alike) > 1 else alike


def _source_order(unit: Unit) -> tuple[str, int, int, str, str]:
    file, line = spot(unit)
    at = unit.place_of("code")
    return file, line, at.start if at else 0, name_of(unit.code), unit.language


def _unsafe(unit: Unit) -> Diagnostic | None:
    label = version_label(unit.code)
    why = unsafe_reason(unit.code.text) or (unsafe_reason(label) if label is not None else None)
    if why is None:
        return None
    message = unsafe_message(name_of(unit.code), why)
    return diagnostic("code-unsafe", *spot(unit), message, unit=shortened(unit.code.text))


def _duplicate(unit: Unit, first: Unit | None) -> Diagnostic | None:
    if first is None:
        return None
    file, line = spot(unit)
    first_file, first_line = spot(first)
    message = (
        f"{name_of(unit.code)} ({unit.language}) in {file}, line {line}, is already used "
        f"in {first_file}, line {first_line}; only the first is published"
    )
    return diagnostic("duplicate-code", file, line, message, unit=unit.code.text)
