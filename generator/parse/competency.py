"""The competency section: elements with their headings, requirements and sub-requirements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Finding
from generator.model import Element
from generator.parse.claims import Claims
from generator.parse.numbering import numbering_findings, successor
from generator.parse.requirements import split_collapsed, to_requirements
from generator.reading.lines import Line
from generator.reading.outline import Item, nest, read_items


@dataclass(slots=True)
class _Group:
    """A heading, if there is one, and the items below it."""

    heading: Item | None
    items: list[Item] = field(default_factory=list)


def parse_competency(
    lines: Sequence[Line], field_number: str | None, claims: Claims
) -> tuple[tuple[Element, ...], tuple[Finding, ...]]:
    """Return the elements of a competency section and what there is to say about them.

    ``field_number`` is the number printed before the section's label ("6" in "6. Competency"): elements 6.1
    and 6.2 below it need no heading 6.
    """
    items, _ = read_items(lines)
    groups = _groups(items)
    findings: list[Finding] = []
    collapsed = split_collapsed([item for group in groups for item in group.items])
    elements: list[Element] = []
    for group in groups:
        previous = elements[-1].number or elements[-1].inferred_number if elements else None
        elements.append(_element(group, previous, collapsed.pieces, claims))
        if group.heading is None:
            at = group.items[0].passage.span.start
            findings.append(Finding("missing-heading", at, "requirements start here without an element heading"))
    headed = [(group.heading.marker.text, group.heading.passage.span.start) for group in groups if group.heading]
    findings += numbering_findings(headed, field_number)
    return tuple(elements), (*findings, *collapsed.findings)


def _groups(items: Sequence[Item]) -> list[_Group]:
    """Put every item below the heading before it.

    Where headings are list items themselves, a new list without one has lost its heading.
    """
    groups: list[_Group] = []
    numbers: set[str] = set()
    for at, item in enumerate(items):
        if _is_heading(items, at, numbers):
            numbers.add(item.marker.text)
            groups.append(_Group(item))
        elif not groups or _lost_its_heading(groups[-1], item):
            groups.append(_Group(None, [item]))
        else:
            groups[-1].items.append(item)
    return groups


def _is_heading(items: Sequence[Item], at: int, numbers: set[str]) -> bool:
    """Tell whether an item is an element heading.

    Markdown headings are; else numbered items are. Below a numbered heading, 1.1 with no unnumbered item of
    its own is a numbered requirement.
    """
    item = items[at]
    if any(other.heading for other in items):
        return item.heading > 0
    if item.marker.kind != "number":
        return False
    parent = item.marker.text.rpartition(".")[0]
    follower = items[at + 1] if at + 1 < len(items) else None
    return parent not in numbers or (follower is not None and follower.marker.kind != "number")


def _lost_its_heading(group: _Group, item: Item) -> bool:
    first = group.heading or group.items[0]
    listings = {other.listing for other in (first, *group.items)}
    return bool(first.depth and group.items and item.depth == 1 and item.listing not in listings)


def _element(group: _Group, previous: str | None, pieces: dict[int, list[Item]], claims: Claims) -> Element:
    items = [piece for item in group.items for piece in pieces.get(id(item), [item])]
    requirements = to_requirements(nest(items), claims, restored=frozenset(map(id, _flat(pieces))))
    heading = group.heading
    if heading is None:
        place = requirements[0].place if requirements else None
        return Element(None, None, requirements, successor(previous) if previous else None, place)
    for mark in heading.marks:
        claims.discard(mark)
    passage = heading.passage
    text = claims.take(passage) or None
    return Element(heading.marker.text or None, text, requirements, place=claims.place(passage) if text else None)


def _flat(pieces: dict[int, list[Item]]) -> list[Item]:
    pending = [item for items in pieces.values() for item in items]
    found: list[Item] = []
    while pending:
        item = pending.pop()
        found.append(item)
        pending += item.children
    return found
