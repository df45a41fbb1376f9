"""The list of all comparisons, and the place where two codes are picked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.addresses import COMPARISON_INDEX, COMPARISONS
from generator.contents import Contents, Published
from generator.model import Unit
from generator.pages.comparison_entries import ComparisonEntry, comparison_entry
from generator.pages.names import UNKNOWN_INDUSTRY
from generator.pages.page import Page
from generator.published import Why
from generator.text.wording import counted

MOST_ON_A_PAGE = 500
_NEAREST = "Nearest units of different areas"


@dataclass(frozen=True, slots=True)
class ComparisonGroup:
    """Comparisons under one heading."""

    heading: str
    anchor: str
    comparisons: tuple[ComparisonEntry, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a long list: the first and last comparison on it, and its address."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class ComparisonsView:
    """The list or a page of it; ``index_address`` is that of the codes to pick from, empty where none are picked."""

    summary: str
    groups: tuple[ComparisonGroup, ...]
    leaves: tuple[Leaf, ...] = ()
    index_address: str = ""


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the page that lists every comparison of the site, versions first; a long list goes on on pages of its own.

    Of two directions the list has the one from the older unit to the newer.
    """
    listed = _listed(contents)
    summary = _summary(contents)
    if len(listed) <= MOST_ON_A_PAGE:
        yield _page(ComparisonsView(summary, tuple(_groups(listed, contents)), index_address=COMPARISON_INDEX))
        return
    leaves = [listed[start : start + MOST_ON_A_PAGE] for start in range(0, len(listed), MOST_ON_A_PAGE)]
    titles = [_leaf(number, leaf) for number, leaf in enumerate(leaves, 1)]
    yield _page(ComparisonsView(summary, (), tuple(titles), COMPARISON_INDEX))
    for title, leaf in zip(titles, leaves, strict=True):
        yield _leaf_page(title, ComparisonsView(title.title, tuple(_groups(leaf, contents))))


def _page(view: ComparisonsView) -> Page:
    return Page(COMPARISONS, "comparisons.md.jinja", "Comparisons", view.summary, view, search_boost=0.3)


def _leaf(number: int, leaf: Sequence[tuple[str, Published]]) -> Leaf:
    first, last = (f"{one.pair.old.code.name} to {one.pair.new.code.name}" for _, one in (leaf[0], leaf[-1]))
    return Leaf(f"Comparisons {number}: {first} … {last}", f"{COMPARISONS}list/{number}/")


def _leaf_page(leaf: Leaf, view: ComparisonsView) -> Page:
    trail = (("Comparisons", COMPARISONS),)
    return Page(leaf.address, "comparisons.md.jinja", leaf.title, leaf.title, view, trail=trail, search_boost=0)


def _summary(contents: Contents) -> str:
    if not contents.published:
        return "No unit has two versions yet. Where one has, they are compared here requirement by requirement."
    versions = len(contents.comparisons)
    nearest = sum(one.pair.why is Why.NEAREST and not one.pair.swapped for one in contents.published.values())
    parts = [f"{counted(versions, 'comparison')} of two versions"] if versions else []
    of_units = f"{nearest} of" if versions else f"{counted(nearest, 'comparison')} of"
    parts += [f"{of_units} units near each other"] if nearest else []
    return f"{' and '.join(parts)}, requirement by requirement, each in both directions."


def _listed(contents: Contents) -> list[tuple[str, Published]]:
    """Return the comparisons under their headings: versions by the industry of the newer unit, then nearest units."""
    names = {industry.key: industry.name for industry in contents.catalogue.industries}
    order = [*names, "", _NEAREST]
    found = [(_key(one, contents), one) for one in contents.published.values() if not one.pair.swapped]
    found.sort(key=lambda entry: order.index(entry[0]))
    return [(names.get(key, key or UNKNOWN_INDUSTRY), one) for key, one in found]


def _key(one: Published, contents: Contents) -> str:
    return _NEAREST if one.pair.why is Why.NEAREST else _industry(one.pair.new, contents)


def _industry(unit: Unit, contents: Contents) -> str:
    """Return the key of the industry of a unit, nothing where it is not known."""
    placement = contents.catalogue.industry_of(unit)
    return placement.key if placement else ""


def _groups(listed: Sequence[tuple[str, Published]], contents: Contents) -> Iterator[ComparisonGroup]:
    for number, (heading, members) in enumerate(groupby(listed, key=lambda entry: entry[0]), 1):
        entries = tuple(comparison_entry(one.comparison, contents) for _, one in members)
        yield ComparisonGroup(heading, f"group-{number}", entries)
