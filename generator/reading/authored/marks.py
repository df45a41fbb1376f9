"""Numbers and labels at the start of a text, where they are typed as they are: what is escaped is text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.positions import Passage
from generator.reading.containers.markdown import Block, is_stated
from generator.reading.items import Item, Marker, read_marker, without_bullet
from generator.reading.labels import Opening, opening
from generator.reading.lines import Line

_NUMBERS = frozenset({"number", "letter", "id"})
_TEXT = Marker("list")
_OWN_RANGE = re.compile(r"(?:range|應用範圍|应用范围)\s*[:：]\s*(?=\S)", re.IGNORECASE)
_TYPED_NUMBER = re.compile(r"(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)[.:)]|(?P<letter>[A-Z])[.)])\s+(?=\S)")


def own_number(passage: Passage) -> tuple[Marker, Passage]:
    """Return the number an item or heading begins with ("(i)", "PC1.", "2.1") and the text behind it.

    The marker is of the kind "list" where it has none.
    """
    marker, rest = read_marker(Line(passage))
    typed = _TYPED_NUMBER.match(passage.text) if marker.kind not in _NUMBERS else None
    if typed:
        marker, rest = Marker("number", typed.group("number") or typed.group("letter")), passage.slice(typed.end())
    mark = passage.slice(0, len(passage.text) - len(rest.text))
    glyph = len(without_bullet(passage).text) < len(passage.text)
    # "e.g. salt" is no item e.
    apart = not rest or mark.text[-1:].isspace() or mark.text[-1:] in ")）、"
    return (marker, rest) if marker.kind in _NUMBERS and not glyph and apart and is_stated(mark) else (_TEXT, passage)


def heading_number(passage: Passage) -> tuple[Marker, Passage]:
    """Return the number a heading begins with and its text; "A." numbers an element A, as "1." numbers it 1."""
    marker, rest = own_number(passage)
    return Marker(marker.kind, marker.text.rstrip(".)")), rest


def range_label(passage: Passage) -> int:
    """Return how many characters the label takes before the range of one element or requirement, 0 without one."""
    match = _OWN_RANGE.match(passage.text)
    return match.end() if match and is_stated(passage.slice(0, match.end())) else 0


def begins_like_an_item(passage: Passage) -> bool:
    """Tell whether a line begins with a bullet or number that is no Markdown: the text of another program."""
    marker, rest = read_marker(Line(passage))
    mark = passage.slice(0, len(passage.text) - len(rest.text))
    return marker.kind not in ("none", "blank") and is_stated(mark)


def label_of(passage: Passage) -> Opening | None:
    """Return the label that a line begins with, where something sets it apart from its value."""
    found = opening([Line(passage)], 0)
    return found if found is not None and found.sure and is_stated(found.label) else None


def items_of(blocks: Iterable[Block]) -> list[Item]:
    """Return the items of the lists among the blocks, with what is below them."""
    # Markdown of the authored form nests no deeper than `DEEPEST_LIST`.
    return [_item(parts) for block in blocks for parts in block.items]


def _item(parts: list[Block]) -> Item:
    lines = [line for block in parts for line in block.lines]
    ranged = next((at for at, line in enumerate(lines) if at and range_label(line)), len(lines))
    passages, local = lines[:ranged], lines[ranged:]
    marker, marks = _TEXT, []
    if passages:
        marker, rest = own_number(passages[0])
        marks = [passages[0].slice(0, len(passages[0].text) - len(rest.text))]
        passages[0] = rest
    return Item(marker, passages, marks, children=items_of(parts), range=_range_of(local) if local else None)


def _range_of(lines: list[Passage]) -> Item:
    label = range_label(lines[0])
    return Item(Marker("range"), [lines[0].slice(label), *lines[1:]], [lines[0].slice(0, label)])
