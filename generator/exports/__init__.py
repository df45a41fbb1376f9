"""The same content as data: one exporter, one module."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.contents import Contents
from generator.exports import (
    collection,
    comparison_index,
    comparisons,
    consequences,
    history,
    nearest,
    raw_files,
    table,
    units,
)

__all__ = ["exported_files"]

Exporter = Callable[[Contents], Iterator[tuple[str, str | bytes]]]

_EXPORTERS: tuple[Exporter, ...] = (
    raw_files.files,
    units.files,
    comparisons.files,
    consequences.files,
    comparison_index.files,
    history.files,
    nearest.files,
    collection.files,
    table.files,
)


def exported_files(contents: Contents) -> Iterator[tuple[str, str | bytes]]:
    """Yield the path and content of every data file of a site, below the folder of pages."""
    for exporter in _EXPORTERS:
        yield from exporter(contents)
