"""Items and what stands below what: from the lines of a section to headings, items and sub-items."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence

from generator.diagnostics import Finding
from generator.reading.bare import Bare, Marked
from generator.reading.collapsed import is_lead_in
from generator.reading.items import (
    NONE,
    Item,
    Marker,
    bullet_letters,
    dotted_number,
    follows,
    read_marker,
    split_at_bullets,
    split_at_columns,
)
from generator.reading.lines import Line

DEEPEST_LEVEL = 12
_MOST_BLANKS_OF_A_BULLET = 2
_NEARLY_ALL = 0.8
_BULLETS = frozenset({"glyph", "letter"})
_NUMBERS = frozenset({"number", "id"})


def read_items(lines: Sequence[Line], *, headings: bool = False) -> tuple[list[Item], list[Line]]:
    """Return the items of a section in reading order, not yet nested, and the lines before the first of them.

    A line without a mark goes on with the item before it, unless the section says otherwise (`Bare`). With
    ``headings`` such lines may head groups of items; elsewhere what stands before the first item is text. Marks
    printed in a row without their texts get the lines behind them, in order.
    """
    marked = _marked([part for whole in lines for cell in split_at_columns(whole) for part in split_at_bullets(cell)])
    bare = Bare.of(marked, headings=headings)
    furthest = _furthest_blank_bullet([(line, marker) for line, marker, _ in marked])
    items: list[Item] = []
    before: list[Line] = []
    empty: deque[Item] = deque()
    for at, (line, marker, rest) in enumerate(marked):
        unmarked = marker.kind == "none" or (marker.kind == "blank" and line.indent > furthest)
        if unmarked and not bare.begins(at, items):
            if len(empty) > 1 and not empty[0].is_empty and not bare.goes_on(at):
                empty.popleft()
            if items:
                (empty[0] if empty else items[-1]).passages.append(line.passage)
            else:
                before.append(line)
            continue
        mark = line.passage.slice(0, len(line.passage.text) - len(rest.text))
        kind = NONE if unmarked else marker
        items.append(Item(kind, [rest], [mark], line.depth, line.indent, line.listing, line.heading, bold=line.bold))
        if items[-1].is_empty:
            empty.append(items[-1])
        else:
            empty.clear()
    return items, before


def _marked(lines: Sequence[Line]) -> list[Marked]:
    """Return the lines with their markers; a number before a small letter counts where it is the next one."""
    letters = bullet_letters(lines)
    marked: list[Marked] = []
    last = ""
    for line in lines:
        marker, rest = read_marker(line, letters)
        if marker.kind in ("none", "blank") and (found := dotted_number(line.passage)) and follows(found[0].text, last):
            marker, rest = found
        if marker.kind == "number":
            last = marker.text
        marked.append((line, marker, rest))
    return marked


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


def _announces(text: str) -> bool:
    return text.rstrip().endswith((":", "：")) or is_lead_in(text)


def _same_kind(item: Item, other: Item) -> bool:
    return item.marker == other.marker or (item.marker.kind == other.marker.kind != "glyph")


def _is_below(item: Item, other: Item) -> bool:
    if item.depth and other.depth and item.depth != other.depth:
        return item.depth > other.depth
    same_bullet = item.marker == other.marker
    if other.marker.kind in _NUMBERS and item.marker.kind in _BULLETS:
        return True
    if _announces(other.ending) and item.indent >= other.indent:
        return item.indent > other.indent + 1 or (item.marker.kind in _BULLETS and not _same_kind(item, other))
    return item.indent > other.indent + (2 if same_bullet else 1)
