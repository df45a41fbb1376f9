"""What there is to show of a comparison, on a page of the site or in a document of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.compare import Change, Comparison
from generator.compare.sentences import STATUS_WORDS, change_word
from generator.compare.summaries import decisive_sentence, further_sentences, summary_sentence
from generator.model import Unit, nodes
from generator.pages.comparison_cells import Cells, Targets, no_targets
from generator.pages.comparison_changes import ChangeEntry, CountView, change_entries, counts, with_neighbours
from generator.pages.comparison_consequences import ConsequencesView
from generator.pages.comparison_rows import ChangeRow, ChangeRows, TableView
from generator.pages.comparison_tables import Table, comparison_tables, table_title
from generator.pages.fragments import Text
from generator.pages.names import title_of

_CAPTIONED = tuple(change for change in STATUS_WORDS if not change.quiet)


@dataclass(frozen=True, slots=True)
class UnitSide:
    """One of the two units: ``role`` is what it is to the other, ``address`` is empty outside of a site."""

    role: str
    code: str
    title: str
    language: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """What the template of a comparison shows; remarks and addresses are empty outside of a site.

    ``summary`` are sentences, what decides first; ``points`` say what else matters at first glance; ``changes`` lists
    every change with the anchor of its row.
    """

    old: UnitSide
    new: UnitSide
    summary: tuple[str, ...]
    points: tuple[str, ...]
    counts: tuple[CountView, ...]
    changes: tuple[ChangeEntry, ...]
    tables: tuple[TableView, ...]
    consequences: ConsequencesView
    remarks: tuple[Text, ...] = ()
    swapped_address: str = ""
    data_address: str = ""
    help_address: str = ""


def comparison_view(
    comparison: Comparison,
    consequences: ConsequencesView,
    roles: tuple[str, str],
    targets: tuple[Targets, Targets] = (no_targets, no_targets),
) -> ComparisonView:
    """Return what there is to show of a comparison, wherever it is shown.

    Roles and targets are those of the old and of the new unit; targets make codes in texts links.
    """
    old = Cells("old", "removed", {node.name: node for node in nodes(comparison.old)}, targets[0])
    new = Cells("new", "added", {node.name: node for node in nodes(comparison.new)}, targets[1])
    versions = consequences.versions
    tables = with_neighbours(_tables(comparison, ChangeRows(comparison, old, new, versions=versions), versions))
    summary = (decisive_sentence(comparison, versions=versions), summary_sentence(comparison, versions=versions))
    return ComparisonView(
        old=_side(comparison.old, roles[0]),
        new=_side(comparison.new, roles[1]),
        summary=tuple(filter(None, summary)),
        points=further_sentences(comparison, versions=versions),
        counts=counts(comparison, versions=versions),
        changes=change_entries(tables),
        tables=tables,
        consequences=consequences,
    )


def _side(unit: Unit, role: str) -> UnitSide:
    return UnitSide(role, unit.code.name, title_of(unit), unit.language)


def _tables(comparison: Comparison, rows: ChangeRows, versions: bool) -> tuple[TableView, ...]:
    """Return the fields, the elements and criteria, and the further texts, each where there is any."""
    fields = tuple(sorted((rows.field_row(change) for change in comparison.fields), key=_weight))
    words = {change: change_word(comparison, change, versions=versions) for change in _CAPTIONED}
    further = tuple(rows.further_row(number, change) for number, change in enumerate(comparison.further, 1))
    found = (
        TableView("Fields", "", "fields", "Fields of the sheet, those that differ first", fields),
        *(_table(table, rows, words) for table in comparison_tables(comparison, versions=versions)),
        TableView("Further texts", "", "further", "Lead-ins, local ranges, extra fields and sections", further),
    )
    return tuple(table for table in found if table.rows)


def _weight(row: ChangeRow) -> int:
    """Return how early the row of a field stands: what differs, then what one source lacks, then what is the same."""
    return 2 if row.quiet else 1 if row.css == "absent" else 0


def _table(table: Table, rows: ChangeRows, words: Mapping[Change, str]) -> TableView:
    found = [rows.row(table.heading)] if table.heading else []
    found += [rows.pointer(link) if pointer else rows.row(link) for link, pointer in table.rows]
    lead, heading = table_title(table)
    return TableView(lead, heading, table.anchor, _caption(table, words), tuple(found))


def _caption(table: Table, words: Mapping[Change, str]) -> str:
    """Return what happened in a table: "1 added, 1 moved and reworded, 8 without a change of words"."""
    number: Counter[Change] = Counter(link.change for link, pointer in table.rows if not pointer)
    quiet = sum(count for change, count in number.items() if change.quiet)
    parts = [f"{number[change]} {word}" for change, word in words.items() if number[change]]
    parts += [f"{quiet} without a change of words"] if quiet else []
    return ", ".join(parts) or "No requirements"
