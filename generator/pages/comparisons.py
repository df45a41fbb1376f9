"""The list of all comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import COMPARISONS
from generator.contents import Contents
from generator.pages.lineage import ComparisonEntry, comparison_entry
from generator.pages.page import Page
from generator.pages.unit_rows import counted


@dataclass(frozen=True, slots=True)
class ComparisonsView:
    summary: str
    comparisons: tuple[ComparisonEntry, ...]


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the page that lists every comparison of the site."""
    entries = tuple(comparison_entry(comparison, contents) for comparison in contents.comparisons)
    summary = f"{counted(len(entries), 'comparison')} of two versions, requirement by requirement."
    view = ComparisonsView(summary, entries)
    yield Page(COMPARISONS, "comparisons.md.jinja", "Comparisons", summary, view, search_boost=0.3)
