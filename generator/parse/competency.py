"""The competency section: elements with their headings, requirements and sub-requirements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from generator.diagnostics import Finding
from generator.model import Element
from generator.parse.claims import Claims
from generator.parse.numbering import numbering_findings, successor
from generator.parse.requirements import Collapsed, split_collapsed, to_requirements
from generator.reading.lines import Line
from generator.reading.outline import Item, nest, read_items


@dataclass(slots=True)
class _Group:
    """A heading, if there is one, and the items below it."""

    heading: Item | None
    items: list[Item] = field(default_factory=list)
    listings: set[int] = field(default_factory=set)

    def add(self, item: Item) -> None:
        self.items.append(item)
        self.listings.add(item.listing)


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
        element, reported = _element(group, previous, collapsed, claims)
        elements.append(element)
        findings += reported
        if group.heading is None:
            at = group.items[0].passage.span.start
            findings.append(Finding("missing-heading", at, "requirements start here without an element heading"))
    headings = [group.heading for group in groups if group.heading]
    headed = [(one.marker.text, one.passage.span.start) for one in headings if one.marker.kind == "number"]
    findings += numbering_findings(headed, field_number)
    return tuple(elements), (*findings, *collapsed.findings)


def _groups(items: Sequence[Item]) -> list[_Group]:
    """Put every item below the heading before it.

    Where headings are list items themselves, a new list without one has lost its heading.
    """
    marked_up = any(item.heading for item in items)
    groups: list[_Group] = []
    numbers: set[str] = set()
    for item, follower in zip_longest(items, items[1:]):
        if item.heading if marked_up else _is_numbered_heading(item, follower, numbers):
            numbers.add(item.marker.text)
            groups.append(_Group(item, listings={item.listing}))
            continue
        if not groups or _lost_its_heading(groups[-1], item):
            groups.append(_Group(None))
        groups[-1].add(item)
    return groups


def _is_numbered_heading(item: Item, follower: Item | None, numbers: set[str]) -> bool:
    """Tell whether an item is an element heading by its number, in a section that marks up no headings.

    Below a numbered heading, 1.1 with no unnumbered item of its own is a numbered requirement.
    """
    if item.marker.kind != "number":
        return False
    parent = item.marker.text.rpartition(".")[0]
    return parent not in numbers or (follower is not None and follower.marker.kind != "number")


def _lost_its_heading(group: _Group, item: Item) -> bool:
    first = group.heading or group.items[0]
    return bool(first.depth and group.items and item.depth == 1 and item.listing not in group.listings)


def _element(
    group: _Group, previous: str | None, collapsed: Collapsed, claims: Claims
) -> tuple[Element, tuple[Finding, ...]]:
    roots, findings = nest([piece for item in group.items for piece in collapsed.of(item)])
    requirements = to_requirements(roots, claims, collapsed.restored)
    heading = group.heading
    if heading is None:
        place = requirements[0].place if requirements else None
        return Element(None, None, requirements, successor(previous) if previous else None, place), findings
    for mark in heading.marks:
        claims.discard(mark)
    passage = heading.passage
    text = claims.take(passage) or None
    place = claims.place(passage) if text else None
    number = heading.marker.text if heading.marker.kind in ("number", "letter", "id") else None
    return Element(number, text, requirements, place=place), findings
