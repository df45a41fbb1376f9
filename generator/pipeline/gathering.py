"""A collection to everything its site is made of."""

from __future__ import annotations

from collections.abc import Mapping

from generator.addresses import Addresses
from generator.catalogue import Catalogue
from generator.catalogue.catalogue import UnitKey
from generator.compare import compare
from generator.consequences import consequences
from generator.contents import Contents, Published
from generator.nearest import Neighbour, nearest_units
from generator.pipeline.reading import Collection
from generator.pipeline.tracking import Track, untracked
from generator.published import PublishedPair, published_pairs
from generator.settings import Settings


def contents_of(
    collection: Collection, settings: Settings, hand_written: frozenset[str] = frozenset(), track: Track = untracked
) -> Contents:
    """Return a collection with its nearest units, its comparisons and the addresses of everything.

    ``hand_written`` holds the addresses of the pages that people wrote.
    """
    catalogue = collection.catalogue
    nearest = _nearest(catalogue, settings.nearest_units, track)
    pairs = published_pairs(catalogue, nearest)
    published = {pair.key: _published(pair) for pair in track(pairs, "Comparing units")}
    return Contents(
        documents=collection.documents,
        catalogue=catalogue,
        published=published,
        diagnostics=collection.diagnostics,
        addresses=Addresses(catalogue, collection.documents, pairs),
        settings=settings,
        hand_written=hand_written,
        nearest=nearest,
    )


def _published(pair: PublishedPair) -> Published:
    comparison = compare(pair.old, pair.new)
    return Published(pair, comparison, consequences(comparison, pair.relation))


def _nearest(catalogue: Catalogue, limit: int, track: Track) -> Mapping[UnitKey, tuple[Neighbour, ...]]:
    (found,) = (nearest_units(wanted, limit) for wanted in track((catalogue,), "Finding nearest units"))
    return found
