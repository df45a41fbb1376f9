"""The comparison page of two units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.addresses import COMPARISONS, GUIDE
from generator.compare.summaries import summary_sentence
from generator.consequences import Relation
from generator.contents import Contents, Published
from generator.pages.comparison_consequences import consequences_view
from generator.pages.comparison_view import ComparisonView, comparison_view
from generator.pages.fragments import Fragment, Text
from generator.pages.links import LinkedTexts, linked_reason
from generator.pages.names import language_note
from generator.pages.page import Page
from generator.pages.unit_status import ruled_reason
from generator.published import PublishedPair, Why


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the page of every published comparison."""
    for one in contents.published.values():
        yield _page(one, contents)


def _page(one: Published, contents: Contents) -> Page:
    pair = one.pair
    old, new = pair.old.code.name, pair.new.code.name
    language = language_note(pair.new.language)
    return Page(
        address=contents.addresses.published(pair),
        template="comparison.md.jinja",
        title=f"{old} compared with {new}{f', {language}' if language else ''}",
        description=summary_sentence(one.comparison, versions=pair.why is not Why.NEAREST),
        view=_view(one, contents),
        trail=tuple(_trail(pair, contents)),
        search_boost=0 if pair.swapped or pair.why is Why.NEAREST else 0.2,
    )


def _trail(pair: PublishedPair, contents: Contents) -> Iterator[tuple[str, str]]:
    yield "Comparisons", COMPARISONS
    if pair.why is not Why.NEAREST:
        lineage = contents.catalogue.lineage_of(pair.new)
        yield lineage.base, contents.addresses.lineage(lineage)


def _view(one: Published, contents: Contents) -> ComparisonView:
    """Return a view with its place in the site: where the units stand, why they are compared, what to read."""
    old, new = (LinkedTexts(unit, contents) for unit in (one.pair.old, one.pair.new))
    address = contents.addresses.published(one.pair)
    view = comparison_view(
        one.comparison,
        consequences_view(one.comparison, one.consequences, one.pair, address),
        roles(one.pair, one.consequences.proposal.relation),
        (old.targets, new.targets),
    )
    return replace(
        view,
        old=replace(view.old, address=contents.addresses.unit(one.pair.old)),
        new=replace(view.new, address=contents.addresses.unit(one.pair.new)),
        remarks=tuple(_remarks(one.pair, contents)),
        swapped_address=contents.addresses.comparison(one.pair.new, one.pair.old) or "",
        data_address=f"{address}comparison.json",
        help_address=GUIDE if GUIDE in contents.hand_written else COMPARISONS,
    )


def roles(pair: PublishedPair | None, relation: Relation) -> tuple[str, str]:
    """Return what two units are to one another; ``pair`` is None where the site does not compare them."""
    if relation is Relation.UNITS:
        return "One unit", "Another"
    if pair is None:
        return "Old", "New"
    return ("Newer", "Older") if pair.swapped else ("Older", "Newer")


def _remarks(pair: PublishedPair, contents: Contents) -> Iterator[Text]:
    """Yield why the two are compared, and what a human ruled about them."""
    versions = pair.versions
    if pair.why is Why.NEAREST:
        yield (Fragment("Two units of different areas, not two versions: one is among the nearest of the other."),)
    elif versions and versions.succession:
        old, new = versions.old, versions.new
        said = f"{new.code.name} supersedes {old.code.name} ({ruled_reason(versions.reason, versions.ruling)})."
        yield linked_reason(said, old, contents)
    if versions and pair.swapped:
        yield (Fragment("This page looks back: the newer version stands on the left."),)
