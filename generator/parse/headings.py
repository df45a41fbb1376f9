"""Which items of a competency section are headings of elements: by markup, by number, by letter, or standing alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.reading.bare import is_group_clause
from generator.reading.items import Item

_CAPITAL = re.compile(r"(?:[A-Z]|[IVX]{1,4})[.)]?")
_BELOW_NUMBERS = frozenset({"number", "range"})


def headings_among(items: Sequence[Item]) -> tuple[bool, ...]:
    """Return for every item whether it is the heading of an element."""
    if any(item.heading for item in items):
        return tuple(item.heading > 0 for item in items)
    lettered = _lettered(items)
    if any(lettered):
        return lettered
    numbered = _numbered(items)
    marked = any(item.marker.kind not in ("none", "number") for item in items)
    alone = marked and not any(item.marker.kind == "number" for item in items)
    return tuple(by_number or _stands_alone(item, alone=alone) for item, by_number in zip(items, numbered, strict=True))


def _stands_alone(item: Item, *, alone: bool) -> bool:
    """Tell whether an item without a mark is a heading, in sections that mark items and number nothing."""
    return item.marker.kind == "none" and (item.bold or alone) and not is_group_clause(item.passage.text)


def _lettered(items: Sequence[Item]) -> tuple[bool, ...]:
    """Return which items are headings "A." or "I.": capitals that begin the section, with other items below them."""
    capitals = [item.marker.kind == "letter" and _CAPITAL.fullmatch(item.marker.text) is not None for item in items]
    others = any(item.marker.kind not in ("letter", "none") for item in items)
    return tuple(capitals) if others and capitals[:1] == [True] and sum(capitals) > 1 else (False,) * len(items)


def _numbered(items: Sequence[Item]) -> tuple[bool, ...]:
    """Return which items are headings by their number.

    Where 1 and 1.1 both are printed and few of the latter have anything below them, those are requirements, and
    so are numbers set otherwise than the first ("1)" below "1."). Else a number below another counts as a heading
    where it has items of its own.
    """
    numbers = [item for item in items if item.marker.kind == "number"]
    dotted = [item for item in numbers if "." in item.marker.text]
    style = _style(numbers[0]) if numbers else ""
    with_items = {id(item) for item, follower in pairwise(items) if _has_items(follower)}
    requirements = len(dotted) < len(numbers) and 2 * sum(id(item) in with_items for item in dotted) < len(dotted)
    found: list[bool] = []
    seen: set[str] = set()
    for item in items:
        parent = item.marker.text.rpartition(".")[0]
        is_heading = item.marker.kind == "number" and (
            not requirements and (parent not in seen or id(item) in with_items)
            if parent
            else _style(item) == style or "." in numbers[0].marker.text
        )
        if is_heading:
            seen.add(item.marker.text)
        found.append(is_heading)
    return tuple(found)


def _has_items(follower: Item) -> bool:
    return follower.marker.kind not in _BELOW_NUMBERS


def _style(item: Item) -> str:
    """Return how a number is set: what stands around its digits, "." and nothing being the same."""
    mark = "".join(passage.text for passage in item.marks)
    return re.sub(r"[\w\s.:：、．]", "", mark)
