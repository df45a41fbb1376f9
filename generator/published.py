"""Which two units are compared on a page of their own, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.catalogue import Catalogue, Pair, unit_key
from generator.catalogue.catalogue import UnitKey
from generator.consequences import Relation
from generator.model import Unit
from generator.nearest import Neighbour

PairKey = tuple[UnitKey, UnitKey]
"""The keys of the old and of the new unit."""


class Why(StrEnum):
    """Why two units have a comparison page."""

    SUCCESSION = "succession"
    VERSION = "version"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class PublishedPair:
    """Two units compared on a page of their own.

    ``why`` is SUCCESSION where one directly supersedes the other, VERSION where they are versions of one lineage,
    NEAREST where one is among the units nearest to the other. ``swapped`` marks the direction that lists leave
    out: from the newer to the older, of nearest units from the later in the collection to the earlier.
    ``versions`` is the catalogue's pair, older version first in either direction; None for nearest units.
    """

    old: Unit
    new: Unit
    why: Why
    versions: Pair | None = None
    swapped: bool = False

    @property
    def key(self) -> PairKey:
        return unit_key(self.old), unit_key(self.new)

    @property
    def relation(self) -> Relation:
        """How the two belong together: only of a succession in its own direction is anything to be ruled."""
        if self.why is Why.NEAREST:
            return Relation.UNITS
        return Relation.VERSIONS if self.why is Why.VERSION or self.swapped else Relation.SUCCESSION


def published_pairs(
    catalogue: Catalogue, nearest: Mapping[UnitKey, tuple[Neighbour, ...]]
) -> tuple[PublishedPair, ...]:
    """Return the pairs of the catalogue in their order, then those of nearest units, then all of them swapped."""
    found: dict[PairKey, PublishedPair] = {}
    for pair in (*_versions(catalogue), *_nearest(catalogue, nearest)):
        if pair.key not in found and pair.key[::-1] not in found:
            found[pair.key] = pair
    swapped = (replace(pair, old=pair.new, new=pair.old, swapped=True) for pair in found.values())
    return (*found.values(), *swapped)


def _versions(catalogue: Catalogue) -> Iterator[PublishedPair]:
    for pair in catalogue.pairs:
        yield PublishedPair(pair.old, pair.new, Why.SUCCESSION if pair.succession else Why.VERSION, pair)


def _nearest(catalogue: Catalogue, nearest: Mapping[UnitKey, tuple[Neighbour, ...]]) -> Iterator[PublishedPair]:
    place = {unit_key(unit): number for number, unit in enumerate(catalogue.units)}
    for unit in catalogue.units:
        for neighbour in nearest.get(unit_key(unit), ()):
            old, new = sorted((unit, neighbour.unit), key=lambda each: place[unit_key(each)])
            yield PublishedPair(old, new, Why.NEAREST)
