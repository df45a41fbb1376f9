"""Everything the pages and the data of a site are made of."""

from __future__ import annotations

from dataclasses import dataclass

from generator.addresses import Addresses
from generator.catalogue import Catalogue
from generator.compare import Comparison
from generator.diagnostics import Diagnostic
from generator.parse import Document
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Contents:
    """The documents, catalogue, comparisons and diagnostics of a collection, with addresses and settings.

    ``comparisons`` stand in the order of the catalogue's pairs. ``hand_written`` holds the addresses of the
    pages that people wrote.
    """

    documents: tuple[Document, ...]
    catalogue: Catalogue
    comparisons: tuple[Comparison, ...]
    diagnostics: tuple[Diagnostic, ...]
    addresses: Addresses
    settings: Settings
    hand_written: frozenset[str]
