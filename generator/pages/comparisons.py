"""The list of all comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import COMPARISONS
from generator.contents import Contents
from generator.model import Unit
from generator.pages.comparison_entries import ComparisonEntry, comparison_entry
from generator.pages.names import UNKNOWN_INDUSTRY
from generator.pages.page import Page
from generator.text.wording import counted


@dataclass(frozen=True, slots=True)
class ComparisonGroup:
    """The comparisons of one industry."""

    heading: str
    anchor: str
    comparisons: tuple[ComparisonEntry, ...]


@dataclass(frozen=True, slots=True)
class ComparisonsView:
    summary: str
    groups: tuple[ComparisonGroup, ...]


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the page that lists every comparison of the site, by the industry of the newer unit."""
    summary = f"{counted(len(contents.comparisons), 'comparison')} of two versions, requirement by requirement."
    if not contents.comparisons:
        summary = "No unit has two versions yet. Where one has, they are compared here requirement by requirement."
    view = ComparisonsView(summary, tuple(_groups(contents)))
    yield Page(COMPARISONS, "comparisons.md.jinja", "Comparisons", summary, view, search_boost=0.3)


def _groups(contents: Contents) -> Iterator[ComparisonGroup]:
    members: dict[str, list[ComparisonEntry]] = {}
    for comparison in contents.comparisons:
        members.setdefault(_industry(comparison.new, contents), []).append(comparison_entry(comparison, contents))
    names = [(industry.key, industry.name) for industry in contents.catalogue.industries]
    for number, (key, name) in enumerate([*names, ("", UNKNOWN_INDUSTRY)], 1):
        if key in members:
            yield ComparisonGroup(name, f"group-{number}", tuple(members[key]))


def _industry(unit: Unit, contents: Contents) -> str:
    """Return the key of the industry of a unit, nothing where it is not known."""
    placement = contents.catalogue.industry_of(unit)
    return placement.key if placement else ""
