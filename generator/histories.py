"""The histories of a lineage, and where each of their rows stands in its page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Lineage
from generator.compare.history import history
from generator.compare.history_rows import History, Row
from generator.compare.history_steps import Compared
from generator.contents import Contents
from generator.model import Unit, anchor


def histories(lineage: Lineage, contents: Contents) -> tuple[History, ...]:
    """Return the histories of a lineage, one for each language that has two versions or more."""
    versions = (lineage.members_in(language) for language in lineage.languages)
    return tuple(history(units, tuple(_pairs(units, contents))) for units in versions if len(units) > 1)


def _pairs(units: tuple[Unit, ...], contents: Contents) -> Iterator[Compared]:
    for new, newer in enumerate(units):
        for old, older in enumerate(units[:new]):
            pair, comparison = contents.pair_of(older, newer), contents.comparison_of(older, newer)
            if pair and comparison and pair.versions:
                yield Compared(old, new, comparison, pair.versions.succession)


def row_anchor(row: Row, found: History, contents: Contents) -> str:
    """Return the anchor of a row, alone in its page: made of the last node it has."""
    return node_anchor(found.versions[row.last], row.names[row.last] or "", contents)


def node_anchor(unit: Unit, name: str, contents: Contents) -> str:
    """Return ``history-CODE-e1-r5``."""
    return f"history-{contents.addresses.unit(unit).split('/', 1)[1].replace('/', '-')}{anchor(name)}"
