"""Items and what stands below what: from the lines of a section to headings, items and sub-items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.positions import Passage, joined
from generator.reading.collapsed import is_lead_in
from generator.reading.items import Marker, read_marker
from generator.reading.lines import Line


@dataclass(slots=True)
class Item:
    """An item under construction: marker, the passages of its lines, and where it stood.

    ``depth`` is its nesting in markup lists, ``indent`` its blanks, ``listing`` its outermost list.
    """

    marker: Marker
    passages: list[Passage]
    marks: list[Passage] = field(default_factory=list)
    depth: int = 0
    indent: int = 0
    listing: int = 0
    heading: int = 0
    children: list[Item] = field(default_factory=list)

    @property
    def passage(self) -> Passage:
        return joined(self.passages)


def read_items(lines: Sequence[Line]) -> tuple[list[Item], list[Line]]:
    """Return the items of a section in reading order, not yet nested, and the lines before the first of them.

    A line goes on with the item before it unless something marks it as the start of one. A leading blank is
    a mark only in sections that print no bullets.
    """
    marked = [(line, *read_marker(line)) for line in lines]
    blanks_mark = not any(marker.kind in ("glyph", "id") for _, marker, _ in marked)
    items: list[Item] = []
    before: list[Line] = []
    for line, marker, rest in marked:
        if marker.kind == "none" or (marker.kind == "blank" and not blanks_mark):
            if items:
                items[-1].passages.append(line.passage)
            else:
                before.append(line)
            continue
        mark = line.passage.slice(0, len(line.passage.text) - len(rest.text))
        items.append(Item(marker, [rest], [mark], line.depth, line.indent, line.listing, line.heading))
    return items, before


def nest(items: Sequence[Item]) -> list[Item]:
    """Return the items with their sub-items below them.

    Deeper in markup lists is below; further right is below where the item above announces a list
    ("including:") or the bullet is another one. An item is never further down than its neighbours say.
    """
    roots: list[Item] = []
    path: list[Item] = []
    for item in items:
        while path and not _is_below(item, path[-1]):
            path.pop()
        (path[-1].children if path else roots).append(item)
        path.append(item)
    return roots


def _is_below(item: Item, other: Item) -> bool:
    if item.depth and other.depth and item.depth != other.depth:
        return item.depth > other.depth
    further_right = item.indent > other.indent + 1
    same_bullet = item.marker == other.marker
    return further_right and (not same_bullet or is_lead_in(other.passage.text) or item.indent > other.indent + 2)
