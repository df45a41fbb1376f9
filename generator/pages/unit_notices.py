"""What a reader of a unit page must know before relying on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Requirement, Unit
from generator.pages.fragments import Fragment, Text


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of one kind ("restored", "inferred")."""

    kind: str
    text: Text


def unit_notices(unit: Unit) -> tuple[Notice, ...]:
    """Return the notices of a unit page."""
    return tuple(_notices(unit))


def _notices(unit: Unit) -> Iterator[Notice]:
    lines = sorted({item.place.first_line for item in _all(unit) if item.restored and item.place})
    if lines:
        words = "line " + str(lines[0]) if len(lines) == 1 else "lines " + ", ".join(map(str, lines))
        text = (
            f"Bullets restored by rule: {words} of the source ran several items together without separators. "
            "Where each begins below was found by rule and is not certain; compare with the raw text."
        )
        yield Notice("restored", (Fragment(text),))
    missing = [position for position, element in enumerate(unit.elements, 1) if element.heading is None]
    if missing:
        which = ", ".join(map(str, missing))
        text = (
            f"The heading of element {which} is not in this source. None was invented; the requirements stand below it."
        )
        yield Notice("inferred", (Fragment(text),))


def _all(unit: Unit) -> Iterator[Requirement]:
    pending = [item for element in unit.elements for item in element.requirements]
    pending += unit.assessment_criteria.items
    while pending:
        item = pending.pop()
        yield item
        pending += item.children
