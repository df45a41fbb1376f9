"""Which pages there are, at which address, and what each shows: one page kind, one module."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.contents import Contents
from generator.errors import GeneratorError
from generator.pages import (
    areas,
    comparison,
    comparisons,
    industries,
    levels,
    lineage,
    quality,
    reference,
    unit,
    units,
)
from generator.pages.page import Page

__all__ = ["Page", "site_pages"]

_KINDS: tuple[Callable[[Contents], Iterator[Page]], ...] = (
    units.pages,
    unit.pages,
    lineage.pages,
    comparisons.pages,
    comparison.pages,
    levels.pages,
    areas.pages,
    industries.pages,
    quality.pages,
    reference.pages,
)


def site_pages(contents: Contents) -> tuple[Page, ...]:
    """Return every generated page of a site; raises `GeneratorError` where two would share an address."""
    pages = tuple(page for kind in _KINDS for page in kind(contents))
    taken: dict[str, Page] = {}
    for page in pages:
        other = taken.setdefault(page.address.casefold(), page)
        if other is not page:
            raise GeneratorError(f"two pages want the address {page.address}: {other.title!r} and {page.title!r}")
    return pages
