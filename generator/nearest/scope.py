"""Which units may be near: those known to stand in another industry or functional area."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from generator.catalogue import Catalogue, unit_key
from generator.model import Unit
from generator.text.folding import label_form

Place = tuple[str | None, frozenset[str]]
"""The industry of a unit, None where it is not known, and its functional areas."""


class Scope:
    """Where the units of a catalogue stand, and which of them are versions or other names of one another."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._aliases = frozenset(_aliases(catalogue))

    def place(self, unit: Unit) -> Place:
        """Return where a unit stands."""
        industry = self._catalogue.industry_of(unit)
        areas = (placement.area for placement in self._catalogue.areas_of(unit))
        return industry.key if industry else None, frozenset(label_form(area) for area in areas if area)

    def kin(self, one: Unit, other: Unit) -> bool:
        """Return whether two units are of one lineage, or ruled to be the same under two codes."""
        names = unit_key(one)[0], unit_key(other)[0]
        return self._catalogue.lineage_of(one) is self._catalogue.lineage_of(other) or names in self._aliases


def elsewhere(one: Place, other: Place) -> bool:
    """Return whether two places are known to be in different industries or areas; what is not known differs not."""
    industries, areas = (one[0], other[0]), (one[1], other[1])
    if all(industries) and industries[0] != industries[1]:
        return True
    return all(areas) and areas[0].isdisjoint(areas[1])


def _aliases(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the names of two units that are ruled to be the same although each has a raw file, both ways round."""
    for ruling in catalogue.rulings.units:
        named = filter(None, map(catalogue.unit, (ruling.code, *ruling.aliases)))
        yield from permutations((unit_key(unit)[0] for unit in named), 2)
