"""Build the catalogue of a collection: the stages in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from generator.catalogue.addresses import Slugs, slugs_of
from generator.catalogue.areas import AreaPlacement, area_placements, areas_of
from generator.catalogue.catalogue import Catalogue, Index, UnitKey
from generator.catalogue.checks import admitted
from generator.catalogue.dates import UnitDates, dates_of
from generator.catalogue.decisions import Decision, decided
from generator.catalogue.industries import Placement, industries_of, placements_of
from generator.catalogue.levels import levels_of, matrix_of
from generator.catalogue.lineages import Lineage, Pair, lineages_of, pairs_of
from generator.catalogue.mentions import Mention, dangling_references, mentions_of, spellings_of
from generator.catalogue.names import code_key, language_order, unit_key, version_order
from generator.catalogue.register import Register, register_of
from generator.catalogue.relations import Relation, relations_of
from generator.catalogue.rulings import NO_RULINGS, Rulings
from generator.catalogue.statements import Statement, statements_of
from generator.catalogue.status import Status, statuses_of
from generator.catalogue.successions import Order, order_of
from generator.diagnostics import Diagnostic
from generator.model import Unit

Key = TypeVar("Key")
Value = TypeVar("Value")


def build_catalogue(units: Iterable[Unit], rulings: Rulings = NO_RULINGS) -> Catalogue:
    """Return the catalogue of a collection. The order of the units does not matter; places in raw files do.

    Problems across units are in ``diagnostics``, by file and line; nothing is raised for them.
    """
    admission = admitted(units)
    kept = tuple(sorted(admission.kept, key=_shelf_order))
    register, alias_problems = register_of(kept, rulings)
    said = _read(kept, register)
    ties = _tied(register, said, rulings)
    industries = placements_of(kept)
    places = area_placements(ties.lineages, industries)
    areas = areas_of(placement for unit in kept for placement in places[unit_key(unit)])
    dates, date_problems = dates_of(kept, rulings, ties.decisions, register)
    slugs = slugs_of(admission.kept, register)
    problems = (admission.diagnostics, alias_problems, said.diagnostics, ties.diagnostics, date_problems)
    return Catalogue(
        units=kept,
        refused=admission.refused,
        lineages=ties.lineages,
        successions=ties.order.successions,
        pairs=ties.pairs,
        industries=industries_of(kept, industries),
        areas=areas,
        levels=levels_of(kept),
        matrix=matrix_of(areas, lambda unit: ties.statuses[unit_key(unit)[0]].current),
        relations=ties.relations,
        rulings=rulings,
        diagnostics=_in_order(*problems, slugs.diagnostics),
        index=_index(register, said, ties, slugs, industries, places, dates),
    )


def _index(
    register: Register,
    said: _Reading,
    ties: _Ties,
    slugs: Slugs,
    industries: Mapping[UnitKey, Placement],
    places: Mapping[UnitKey, tuple[AreaPlacement, ...]],
    dates: Mapping[UnitKey, UnitDates],
) -> Index:
    return Index(
        register=register,
        lineages=_sealed({name: lineage for lineage in ties.lineages for name in map(code_key, lineage.versions)}),
        statuses=_sealed(ties.statuses),
        mentions=_sealed(_grouped((unit_key(mention.unit), mention) for mention in said.mentions)),
        relations=_sealed(_grouped((relation.source, relation) for relation in ties.relations)),
        industries=_sealed(industries),
        areas=_sealed(places),
        dates=_sealed(dates),
        slugs=_sealed(slugs.versions),
        base_slugs=_sealed(slugs.bases),
    )


def _shelf_order(unit: Unit) -> tuple[object, ...]:
    return code_key(unit.code.base), version_order(unit.code.version), unit_key(unit)[0], language_order(unit.language)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the texts of all units name and state."""

    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    diagnostics: tuple[Diagnostic, ...]


def _read(units: Sequence[Unit], register: Register) -> _Reading:
    aliases = (alias for names in register.other_names.values() for alias in names)
    spellings = spellings_of([*aliases, *(name for unit in units for name in (unit.code.text, unit.code.base))])
    mentions: list[Mention] = []
    statements: list[Statement] = []
    diagnostics: list[Diagnostic] = []
    for unit in units:
        found = mentions_of(unit, register, spellings)
        named = [mention for _, mention in found]
        mentions += named
        statements += statements_of(unit, found)
        diagnostics += dangling_references(unit, named)
    return _Reading(tuple(mentions), tuple(statements), tuple(diagnostics))


@dataclass(frozen=True, slots=True)
class _Ties:
    """What follows what, and what that makes of the versions."""

    decisions: tuple[Decision, ...]
    order: Order
    lineages: tuple[Lineage, ...]
    statuses: Mapping[str, Status]
    pairs: tuple[Pair, ...]
    relations: tuple[Relation, ...]
    diagnostics: tuple[Diagnostic, ...]


def _tied(register: Register, said: _Reading, rulings: Rulings) -> _Ties:
    printed = _printed_names(register, said.mentions, rulings)
    decisions, problems = decided(rulings, register)
    order = order_of(register, decisions, said.statements, printed, rulings.file)
    lineages = lineages_of(register, order, printed)
    return _Ties(
        decisions=decisions,
        order=order,
        lineages=lineages,
        statuses={code_key(name): status for lineage in lineages for name, status in statuses_of(lineage).items()},
        pairs=tuple(pair for lineage in lineages for pair in pairs_of(lineage, register, order)),
        relations=relations_of(order.successions, said.statements, said.mentions, printed),
        diagnostics=(*problems, *order.diagnostics),
    )


def _printed_names(register: Register, mentions: Iterable[Mention], rulings: Rulings) -> Mapping[str, str]:
    """Return every folded version name, of the collection or only named, as printed."""
    ruled = (code for ruling in rulings.successions for code in (*ruling.old, *ruling.new))
    named = (mention.code for mention in mentions if mention.dangling)
    absent = {code_key(code): code for code in (*ruled, *named)}
    return {**absent, **{name: register.printed(name) for name in register.versions}}


def _in_order(*found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(
        sorted(
            (each for part in found for each in part), key=lambda each: (each.file, each.line, each.id, each.message)
        )
    )


def _sealed(mapping: Mapping[Key, Value]) -> Mapping[Key, Value]:
    return MappingProxyType(dict(mapping))


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    groups: dict[Key, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
