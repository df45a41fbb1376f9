"""The rows of a comparison, in the order in which a reader of the new version meets them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.compare import Comparison, Link
from generator.compare.sections import sections
from generator.model import nodes

_LEAD = re.compile(r"(?:(?:Removed from|Only in) .+?: )?Element \d+: ")


@dataclass(slots=True)
class Table:
    """The rows of one element of the new version, of one that was removed, or of the criteria.

    ``anchor`` is its own among all tables; ``heading`` the link of the element itself. A row is a link,
    together with True where it only points from the old place of something moved to its new one.
    """

    anchor: str
    title: str
    heading: Link | None
    rows: list[tuple[Link, bool]] = field(default_factory=list)


def comparison_tables(comparison: Comparison, *, versions: bool) -> tuple[Table, ...]:
    """Return the tables of a comparison: elements in the order of the new version, then the criteria."""
    tables = tuple(
        Table(
            f"table-removed-{section.name}" if section.head and not section.head.new else f"table-{section.name}",
            section.title,
            section.head,
            [(link, False) for link in section.rows],
        )
        for section in sections(comparison, versions=versions)
    )
    _insert_pointers(tables, comparison)
    return tables


def table_title(table: Table) -> tuple[str, str]:
    """Return the words of the program that open a title, and the heading of the unit behind them."""
    lead = _LEAD.match(table.title)
    return (lead.group().rstrip(), table.title[lead.end() :]) if lead else (table.title, "")


def _insert_pointers(tables: Sequence[Table], comparison: Comparison) -> None:
    """Put a pointer where something moved from: behind its neighbour in the old version, or on top of its element."""
    by_old = {name: link for link in comparison.links for name in link.old}
    home = {name: table for table in tables if table.heading for name in table.heading.old}
    earlier: dict[str, list[Link]] = {}
    for node in nodes(comparison.old):
        if node.kind == "element":
            continue
        root = node.name.partition(".")[0] if node.kind == "requirement" else ""
        link = by_old[node.name]
        before = earlier.setdefault(root, [])
        if _has_moved(link) and link.old[0] == node.name:
            _insert(tables, link, reversed(before), home.get(root))
        before.append(link)


def _insert(tables: Iterable[Table], link: Link, neighbours: Iterable[Link], home: Table | None) -> None:
    places = _places(tables)
    for neighbour in neighbours:
        if id(neighbour) in places:
            table, index = places[id(neighbour)]
            table.rows.insert(index + 1, (link, True))
            return
    if home is not None:
        home.rows.insert(0, (link, True))


def _places(tables: Iterable[Table]) -> Mapping[int, tuple[Table, int]]:
    """Return where the links stand that show an old place: rows that did not move, pointers of those that did."""
    return {
        id(link): (table, index)
        for table in tables
        for index, (link, pointer) in enumerate(table.rows)
        if pointer or not _has_moved(link)
    }


def _has_moved(link: Link) -> bool:
    return link.change.startswith("moved")
