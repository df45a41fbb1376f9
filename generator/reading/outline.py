"""Items and what stands below what: from the lines of a section to headings, items and sub-items."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Finding
from generator.positions import Passage, joined
from generator.reading.collapsed import is_lead_in
from generator.reading.items import Marker, bullet_letters, read_marker, split_at_bullets
from generator.reading.lines import Line

DEEPEST_LEVEL = 12
_MOST_BLANKS_OF_A_BULLET = 2
_NEARLY_ALL = 0.8


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

    A line goes on with the item before it unless something marks it as the start of one.
    """
    parts = [line for whole in lines for line in split_at_bullets(whole)]
    letters = bullet_letters(parts)
    marked = [(line, *read_marker(line, letters)) for line in parts]
    furthest = _furthest_blank_bullet([(line, marker) for line, marker, _ in marked])
    items: list[Item] = []
    before: list[Line] = []
    for line, marker, rest in marked:
        if marker.kind == "none" or (marker.kind == "blank" and line.indent > furthest):
            if items:
                items[-1].passages.append(line.passage)
            else:
                before.append(line)
            continue
        mark = line.passage.slice(0, len(line.passage.text) - len(rest.text))
        items.append(Item(marker, [rest], [mark], line.depth, line.indent, line.listing, line.heading))
    return items, before


def _furthest_blank_bullet(lines: Sequence[tuple[Line, Marker]]) -> float:
    """Return with how many leading blanks at most a line begins an item for them alone.

    In sections that print no bullets any number does. Where only the marks of sub-items survived, one or two
    do: there nearly all such lines begin with a capital as well, and no mark stands further left.
    """
    marks = [line.indent for line, marker in lines if marker.kind in ("glyph", "letter", "id")]
    if not marks:
        return math.inf
    led = [line for line, marker in lines if marker.kind == "blank" and line.indent <= _MOST_BLANKS_OF_A_BULLET]
    capitals = sum(line.text[:1].isupper() for line in led)
    survived = led and min(marks) >= min(line.indent for line in led) and capitals >= _NEARLY_ALL * len(led)
    return _MOST_BLANKS_OF_A_BULLET if survived else 0


def nest(items: Sequence[Item]) -> tuple[list[Item], tuple[Finding, ...]]:
    """Return the items with their sub-items below them, and what there is to say about it.

    Deeper in markup lists is below; further right is below where the item above announces a list
    ("including:") or the bullet is another one. An item is never further down than its neighbours say, nor
    than the deepest level; what stands deeper is kept at that level.
    """
    roots: list[Item] = []
    path: list[Item] = []
    findings: list[Finding] = []
    for item in items:
        while path and not _is_below(item, path[-1]):
            path.pop()
        if len(path) >= DEEPEST_LEVEL:
            if not findings:
                message = f"items below level {DEEPEST_LEVEL} are kept at that level"
                findings.append(Finding("nesting-too-deep", item.passage.span.start, message))
            del path[DEEPEST_LEVEL - 1 :]
        (path[-1].children if path else roots).append(item)
        path.append(item)
    return roots, tuple(findings)


def _is_below(item: Item, other: Item) -> bool:
    if item.depth and other.depth and item.depth != other.depth:
        return item.depth > other.depth
    same_bullet = item.marker == other.marker
    if is_lead_in(other.passage.text) and item.indent >= other.indent:
        return item.indent > other.indent + 1 or (item.marker.kind == other.marker.kind == "glyph" and not same_bullet)
    return item.indent > other.indent + (2 if same_bullet else 1)
