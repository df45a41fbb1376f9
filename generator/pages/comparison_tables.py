"""The rows of a comparison, in the order in which a reader of the new version meets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.compare import Comparison, Link
from generator.model import Node, nodes

_CRITERIA = "criteria"


@dataclass(slots=True)
class Table:
    """The rows of one element of the new version, of one that was removed, or of the criteria.

    ``name`` is the element's node name in the new version (in the old one where it was removed) or
    "criteria"; ``heading`` the link of the element itself. A row is a link, or a link together with True
    where it only points from the old place of something moved to its new one.
    """

    name: str
    heading: Link | None
    rows: list[tuple[Link, bool]] = field(default_factory=list)


def comparison_tables(comparison: Comparison) -> tuple[Table, ...]:
    """Return the tables of a comparison: elements in the order of the new version, removed ones, the criteria."""
    old_nodes = {node.name: node for node in nodes(comparison.old)}
    new_nodes = {node.name: node for node in nodes(comparison.new)}
    elements = [link for link in comparison.links if link.kind == "element"]
    tables = {name: Table(name, link) for link in elements for name in link.new}
    home = {old: link.new[0] for link in elements if link.new for old in link.old}
    for link in elements:
        if not link.new:
            name = f"removed-{link.old[0]}"
            tables[name] = Table(name, link)
            home[link.old[0]] = name
    tables[_CRITERIA] = Table(_CRITERIA, None)
    rows = [link for link in comparison.links if link.kind != "element"]
    _put_new(tables, rows, new_nodes)
    _put_old(tables, rows, old_nodes, home)
    order = [name for name in new_nodes if name in tables]
    rest = [name for name in tables if name not in new_nodes and name != _CRITERIA]
    return tuple(tables[name] for name in (*order, *rest, _CRITERIA) if tables[name].heading or tables[name].rows)


def _put_new(tables: Mapping[str, Table], links: Iterable[Link], new_nodes: Mapping[str, Node]) -> None:
    """Put every link with a new side where its first new node stands."""
    position = {name: at for at, name in enumerate(new_nodes)}
    for link in sorted((link for link in links if link.new), key=lambda link: position[link.new[0]]):
        tables[_root(link.new[0])].rows.append((link, False))


def _put_old(
    tables: Mapping[str, Table], links: Iterable[Link], old_nodes: Mapping[str, Node], home: Mapping[str, str]
) -> None:
    """Put removed links, and pointers of moved ones, behind their neighbour in the old version."""
    by_old = {name: link for link in links for name in link.old}
    behind: dict[str, list[str]] = {}
    for name, node in old_nodes.items():
        if node.kind == "element":
            continue
        root = _root(name)
        table = tables[home.get(root, root)]
        link = by_old[name]
        earlier = behind.setdefault(root, [])
        if not link.new or (_has_moved(link) and link.old[0] == name):
            row = (link, bool(link.new))
            table.rows.insert(_place_behind(table.rows, [by_old[other] for other in reversed(earlier)]), row)
        earlier.append(name)


def _place_behind(rows: Sequence[tuple[Link, bool]], neighbours: Sequence[Link]) -> int:
    """Return the index behind the row of the nearest neighbour that has one here, 0 where none has."""
    at = {id(link): index for index, (link, pointer) in enumerate(rows) if pointer or not _has_moved(link)}
    return next((at[id(link)] + 1 for link in neighbours if id(link) in at), 0)


def _has_moved(link: Link) -> bool:
    return link.change.startswith("moved")


def _root(name: str) -> str:
    return _CRITERIA if name.startswith("c") else name.partition(".")[0]


def loud_links(tables: Iterable[Table]) -> Iterator[Link]:
    """Yield the links that are changes, in the order of their rows, headings included."""
    for table in tables:
        if table.heading is not None and not table.heading.change.quiet:
            yield table.heading
        yield from (link for link, pointer in table.rows if not pointer and not link.change.quiet)
