"""The catalogue: everything that can be said about a collection of units as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalogue.areas import Area, AreaPlacement
from generator.catalogue.dates import UnitDates
from generator.catalogue.industries import Industry, Placement
from generator.catalogue.levels import LevelGroup, Matrix
from generator.catalogue.lineages import Lineage, Pair
from generator.catalogue.mentions import Mention
from generator.catalogue.names import code_key, unit_key
from generator.catalogue.register import Register
from generator.catalogue.relations import Relation, kinship
from generator.catalogue.rulings import Rulings
from generator.catalogue.status import Status
from generator.catalogue.successions import Succession
from generator.diagnostics import Diagnostic
from generator.model import Unit

UnitKey = tuple[str, str]
"""Folded version name and language, see `generator.catalogue.names.unit_key`."""


@dataclass(frozen=True, slots=True)
class Index:
    """What the catalogue looks things up in."""

    register: Register
    lineages: Mapping[str, Lineage]
    statuses: Mapping[str, Status]
    mentions: Mapping[UnitKey, tuple[Mention, ...]]
    relations: Mapping[str, tuple[Relation, ...]]
    industries: Mapping[UnitKey, Placement]
    areas: Mapping[UnitKey, tuple[AreaPlacement, ...]]
    dates: Mapping[UnitKey, UnitDates]
    slugs: Mapping[str, str]
    base_slugs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A collection of units: the published ones by code, version and language, and how they hang together.

    ``refused`` are the units that cannot be published; ``diagnostics`` say why, and what else is wrong
    across units. ``relations`` has all but those within a lineage, see `relations_of`. Look-ups take units
    of the collection.
    """

    units: tuple[Unit, ...]
    refused: tuple[Unit, ...]
    lineages: tuple[Lineage, ...]
    successions: tuple[Succession, ...]
    pairs: tuple[Pair, ...]
    industries: tuple[Industry, ...]
    areas: tuple[Area, ...]
    levels: tuple[LevelGroup, ...]
    matrix: Matrix
    relations: tuple[Relation, ...]
    rulings: Rulings
    diagnostics: tuple[Diagnostic, ...]
    index: Index = field(repr=False, compare=False)

    def unit(self, code: str, language: str | None = None) -> Unit | None:
        """Return the unit of a code, alias or version name, in its main language unless one is given.

        Of a code with version labels the newest version. Letter case and blanks do not matter.
        """
        return self.index.register.unit(code, language)

    def version_name(self, unit: Unit) -> str:
        """Return what lineages, statuses and relations call the version of a unit: its code in the main language."""
        return self.index.register.printed(unit_key(unit)[0])

    def translations(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units of the same version in all languages, the main language first."""
        return self.index.register.versions[unit_key(unit)[0]]

    def versions_named(self, names: Iterable[str], language: str) -> tuple[Unit, ...]:
        """Return the units of version names that are in the collection, in one language where there is one."""
        found = (self.unit(name, language) or self.unit(name) for name in names)
        return tuple(unit for unit in found if unit)

    def lineage_of(self, unit: Unit) -> Lineage:
        return self.index.lineages[unit_key(unit)[0]]

    def status_of(self, unit: Unit) -> Status:
        return self.index.statuses[unit_key(unit)[0]]

    def newer_than(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units of the collection that directly supersede a unit."""
        return self.versions_named(self.status_of(unit).superseded_by, unit.language)

    def older_than(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units of the collection that a unit directly supersedes."""
        return self.versions_named(self.status_of(unit).supersedes, unit.language)

    def current_for(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the current units a superseded one led to over any number of steps; a current unit leads to itself."""
        found: dict[UnitKey, Unit] = {}
        pending, seen = [unit], {unit_key(unit)}
        while pending:
            here = pending.pop(0)
            if self.status_of(here).current:
                found[unit_key(here)] = here
            ahead = {unit_key(newer): newer for newer in self.newer_than(here) if unit_key(newer) not in seen}
            seen.update(ahead)
            pending += ahead.values()
        return tuple(found.values())

    def aliases_of(self, unit: Unit) -> tuple[str, ...]:
        """Return the other names the rulings give a unit."""
        return self.index.register.other_names.get(unit_key(unit)[0], ())

    def industry_of(self, unit: Unit) -> Placement | None:
        """Return the industry of a unit, printed or inferred; None where neither is possible."""
        return self.index.industries.get(unit_key(unit))

    def areas_of(self, unit: Unit) -> tuple[AreaPlacement, ...]:
        return self.index.areas[unit_key(unit)]

    def dates_of(self, unit: Unit) -> UnitDates:
        """Return the ruled and printed dates of a unit."""
        return self.index.dates.get(unit_key(unit), UnitDates())

    def mentions_in(self, unit: Unit) -> tuple[Mention, ...]:
        """Return the codes named in the texts of a unit, in reading order."""
        return self.index.mentions.get(unit_key(unit), ())

    def relations_of(self, unit: Unit) -> tuple[Relation, ...]:
        """Return the relations a version stands in, whatever language states them, to the rest of its lineage last."""
        version = self.version_name(unit)
        return (*self.index.relations.get(version, ()), *kinship(version, self.lineage_of(unit)))

    def slug_of(self, unit: Unit) -> str:
        """Return the name of the page of a version, alone in the collection; all its languages share it."""
        return self.index.slugs[unit_key(unit)[0]]

    def slug_of_base(self, base: str) -> str:
        """Return the name of the lineage page of a base code: that of the unit where base and code are the same."""
        return self.index.base_slugs[code_key(base)]
