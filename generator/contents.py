"""Everything the pages and the data of a site are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.addresses import Addresses
from generator.catalogue import Catalogue, unit_key
from generator.catalogue.catalogue import UnitKey
from generator.compare import Comparison
from generator.consequences import Consequences
from generator.diagnostics import Diagnostic
from generator.model import Unit
from generator.nearest import Neighbour
from generator.parse import Document
from generator.published import PairKey, PublishedPair, Why
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Published:
    """A comparison that has a page, why it has one, and what follows from it."""

    pair: PublishedPair
    comparison: Comparison
    consequences: Consequences


@dataclass(frozen=True, slots=True)
class Contents:
    """The documents, catalogue, comparisons and diagnostics of a collection, with addresses and settings.

    ``published`` are the comparisons that have a page, by the keys of their two units, in the order of
    `generator.published.published_pairs`. ``nearest`` are the units nearest to each unit. ``hand_written``
    holds the addresses of the pages that people wrote.
    """

    documents: tuple[Document, ...]
    catalogue: Catalogue
    published: Mapping[PairKey, Published]
    diagnostics: tuple[Diagnostic, ...]
    addresses: Addresses
    settings: Settings
    hand_written: frozenset[str]
    nearest: Mapping[UnitKey, tuple[Neighbour, ...]] = field(default_factory=dict)

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The comparisons of older and newer versions, in the order of the catalogue's pairs."""
        return tuple(
            one.comparison
            for one in self.published.values()
            if one.pair.why is not Why.NEAREST and not one.pair.swapped
        )

    def pair_of(self, old: Unit, new: Unit) -> PublishedPair | None:
        """Return why two units are compared in this direction, None where the site has no such page."""
        found = self.published.get((unit_key(old), unit_key(new)))
        return found.pair if found else None

    def comparison_of(self, old: Unit, new: Unit) -> Comparison | None:
        """Return the comparison of two units in this direction, None where the site has no such page."""
        found = self.published.get((unit_key(old), unit_key(new)))
        return found.comparison if found else None
