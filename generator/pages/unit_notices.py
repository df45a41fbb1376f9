"""What a reader of a unit page must know before relying on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.contents import Contents
from generator.model import Requirement, Unit
from generator.pages.fragments import Fragment, Text
from generator.text.wording import listed


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of one kind ("restored", "inferred")."""

    kind: str
    text: Text


def unit_notices(unit: Unit, contents: Contents) -> tuple[Notice, ...]:
    """Return the notices of a unit page."""
    return tuple(_notices(unit, contents.addresses.unit(unit)))


def _notices(unit: Unit, address: str) -> Iterator[Notice]:
    lines = sorted({item.place.first_line for item in _all(unit) if item.restored and item.place})
    if lines:
        yield Notice("restored", (Fragment("Bullets restored by rule: "), *_restored(lines, address)))
    missing = [str(position) for position, element in enumerate(unit.elements, 1) if element.heading is None]
    if missing:
        which, verb = ("heading of element", "is") if len(missing) == 1 else ("headings of elements", "are")
        text = f"The {which} {listed(missing)} {verb} not in this source. None was invented; "
        yield Notice(
            "inferred", (Fragment(f"{text}the requirements stand below {'it' if len(missing) == 1 else 'them'}."),)
        )


def _restored(lines: Sequence[int], address: str) -> Iterator[Fragment]:
    """Yield where items ran together, each line as a link to the raw text."""
    for number, line in enumerate(lines):
        if number:
            yield Fragment(" and " if number == len(lines) - 1 else ", ")
        yield Fragment(f"line {line}", f"{address}#line-{line}")
    yield Fragment(
        " of the source ran several items together without separators. "
        "Where each begins below was found by rule and is not certain; compare with the raw text."
    )


def _all(unit: Unit) -> Iterator[Requirement]:
    pending = [item for element in unit.elements for item in element.requirements]
    pending += unit.assessment_criteria.items
    while pending:
        item = pending.pop()
        yield item
        pending += item.children
