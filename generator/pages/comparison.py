"""The comparison page of two versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.addresses import COMPARISONS, GUIDE
from generator.catalogue import Pair
from generator.compare import Change, Comparison, Link
from generator.compare.sentences import STATUS_WORDS, field_sentence, summary_sentence
from generator.contents import Contents
from generator.model import Unit, nodes
from generator.pages.comparison_cells import Cells, Targets, no_targets
from generator.pages.comparison_rows import ChangeRow, ChangeRows, css_class, row_anchor
from generator.pages.comparison_tables import Table, comparison_tables, table_title
from generator.pages.fragments import Text
from generator.pages.links import LinkedTexts, linked_reason
from generator.pages.names import language_note, title_of
from generator.pages.page import Page
from generator.pages.unit_status import ruled_reason

_COUNTED = (
    Change.ADDED,
    Change.REMOVED,
    Change.REWORDED,
    Change.MOVED,
    Change.MOVED_REWORDED,
    Change.SPLIT,
    Change.MERGED,
    Change.TYPOGRAPHIC,
    Change.UNCHANGED,
)


@dataclass(frozen=True, slots=True)
class UnitSide:
    """One of the two units; ``address`` is empty outside of a site."""

    code: str
    title: str
    language: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class CountView:
    """How many requirements changed in one way, and the anchor of the first."""

    css: str
    sign: str
    word: str
    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: ``lead`` and ``heading`` are its title, the heading in the language of the unit."""

    lead: str
    heading: str
    anchor: str
    caption: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """What the template of a comparison shows; remarks and addresses are empty outside of a site."""

    old: UnitSide
    new: UnitSide
    summary: str
    field_summary: str
    counts: tuple[CountView, ...]
    fields: tuple[ChangeRow, ...]
    tables: tuple[TableView, ...]
    remarks: tuple[Text, ...] = ()
    data_address: str = ""
    help_address: str = ""


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the comparison page of every pair of the catalogue."""
    for pair, comparison in zip(contents.catalogue.pairs, contents.comparisons, strict=True):
        yield _page(pair, comparison, contents)


def _page(pair: Pair, comparison: Comparison, contents: Contents) -> Page:
    old, new = pair.old.code.text, pair.new.code.text
    address = contents.addresses.comparison(pair.old, pair.new)
    if address is None:
        raise ValueError(f"{old} and {new} are no pair of the catalogue")
    lineage = contents.catalogue.lineage_of(pair.new)
    language = language_note(pair.new.language)
    return Page(
        address=address,
        template="comparison.md.jinja",
        title=f"{old} compared with {new}{f', {language}' if language else ''}",
        description=summary_sentence(comparison),
        view=_placed(_linked_view(comparison, contents), pair, address, contents),
        trail=(("Comparisons", COMPARISONS), (lineage.base, contents.addresses.lineage(lineage))),
        search_boost=0.2,
    )


def _linked_view(comparison: Comparison, contents: Contents) -> ComparisonView:
    old, new = LinkedTexts(comparison.old, contents), LinkedTexts(comparison.new, contents)
    return comparison_view(comparison, old.targets, new.targets)


def comparison_view(
    comparison: Comparison, old_targets: Targets = no_targets, new_targets: Targets = no_targets
) -> ComparisonView:
    """Return what there is to show of a comparison, wherever it is shown; targets make codes in texts links."""
    old_nodes = {node.name: node for node in nodes(comparison.old)}
    new_nodes = {node.name: node for node in nodes(comparison.new)}
    old = Cells("old", "removed", old_nodes, old_targets)
    new = Cells("new", "added", new_nodes, new_targets)
    rows = ChangeRows(comparison, old, new)
    tables = comparison_tables(comparison)
    return ComparisonView(
        old=_side(comparison.old),
        new=_side(comparison.new),
        summary=summary_sentence(comparison),
        field_summary=field_sentence(comparison),
        counts=tuple(_counts(tables)),
        fields=tuple(rows.field_row(change) for change in comparison.fields),
        tables=tuple(_table(table, rows) for table in tables),
    )


def _placed(view: ComparisonView, pair: Pair, address: str, contents: Contents) -> ComparisonView:
    """Return a view with its place in the site: where the units stand, why they are compared, what to read."""
    return replace(
        view,
        old=replace(view.old, address=contents.addresses.unit(pair.old)),
        new=replace(view.new, address=contents.addresses.unit(pair.new)),
        remarks=tuple(_remarks(pair, contents)),
        data_address=f"{address}comparison.json",
        help_address=GUIDE if GUIDE in contents.hand_written else COMPARISONS,
    )


def _side(unit: Unit) -> UnitSide:
    return UnitSide(unit.code.text, title_of(unit), unit.language)


def _remarks(pair: Pair, contents: Contents) -> Iterator[Text]:
    """Yield why the two are compared, and what a human ruled about them."""
    if pair.succession:
        said = f"{pair.new.code.text} supersedes {pair.old.code.text} ({ruled_reason(pair.reason, pair.ruling)})."
        yield linked_reason(said, pair.old, contents)


def _counts(tables: tuple[Table, ...]) -> Iterator[CountView]:
    """Yield the counts of requirements, changes before what stayed the same."""
    first: dict[Change, Link] = {}
    number: Counter[Change] = Counter()
    for table in tables:
        for link, pointer in table.rows:
            if not pointer and link.kind == "requirement":
                first.setdefault(link.change, link)
                number[link.change] += 1
    for change in _COUNTED:
        if change in first:
            sign, word = STATUS_WORDS[change]
            yield CountView(css_class(change), sign, word.lower(), number[change], row_anchor(first[change]))


def _table(table: Table, rows: ChangeRows) -> TableView:
    found = [rows.row(table.heading)] if table.heading else []
    found += [rows.pointer(link) if pointer else rows.row(link) for link, pointer in table.rows]
    lead, heading = table_title(table)
    return TableView(lead, heading, table.anchor, _caption(table), tuple(found))


def _caption(table: Table) -> str:
    """Return what happened in a table: "1 added, 1 moved and reworded, 8 without a change of words"."""
    number = Counter(link.change for link, pointer in table.rows if not pointer)
    quiet = sum(count for change, count in number.items() if change.quiet)
    parts = [
        f"{number[change]} {STATUS_WORDS[change][1].lower()}"
        for change in _COUNTED
        if number[change] and not change.quiet
    ]
    parts += [f"{quiet} without a change of words"] if quiet else []
    return ", ".join(parts) or "no requirements"
