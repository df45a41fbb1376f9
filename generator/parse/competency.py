"""The competency section: elements with their headings, requirements and sub-requirements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Finding
from generator.model import Element
from generator.parse.claims import Claims
from generator.parse.headings import headings_among
from generator.parse.numbering import numbering_findings, successor
from generator.parse.requirements import Collapsed, split_collapsed, taken_range, to_requirements
from generator.reading.bare import is_group_clause
from generator.reading.items import Item
from generator.reading.lines import Line
from generator.reading.outline import nest, read_items

_COLUMN_HEADS = re.compile(
    r"(?:elements?|outcomes?|performance (?:criteria|requirements?)|elemen kompetensi|kriteria unjuk kerja|\s|/)+",
    re.IGNORECASE,
)
"""The heads of the columns that hold elements and requirements, each alone or both on a line."""


@dataclass(slots=True)
class _Group:
    """A heading, if there is one, the clause that leads in its items, and the items below it."""

    heading: Item | None
    items: list[Item] = field(default_factory=list)
    listings: set[int] = field(default_factory=set)
    lead_in: Item | None = None

    def add(self, item: Item) -> None:
        self.items.append(item)
        self.listings.add(item.listing)

    @property
    def start(self) -> int:
        """The offset at which the group begins."""
        first = self.heading or self.lead_in or self.items[0]
        return first.passage.span.start


def parse_competency(
    lines: Sequence[Line], field_number: str | None, claims: Claims, learned: frozenset[str] = frozenset()
) -> tuple[tuple[Element, ...], tuple[Finding, ...]]:
    """Return the elements of a competency section and what there is to say about them.

    ``field_number`` is the number printed before the section's label ("6" in "6. Competency"): elements 6.1
    and 6.2 below it need no heading 6. ``learned`` holds words that begin requirements elsewhere.
    """
    items, _ = read_items(_without_column_heads(lines, claims), headings=True)
    groups = _groups(items)
    findings: list[Finding] = []
    collapsed = split_collapsed([item for group in groups for item in group.items], learned)
    elements: list[Element] = []
    for group in groups:
        previous = elements[-1].number or elements[-1].inferred_number if elements else None
        element, reported = _element(group, previous, collapsed, claims)
        elements.append(element)
        findings += reported
        if group.heading is None:
            findings.append(
                Finding("missing-heading", group.start, "requirements start here without an element heading")
            )
    headings = [group.heading for group in groups if group.heading]
    headed = [(one.marker.text, one.passage.span.start) for one in headings if one.marker.kind == "number"]
    findings += numbering_findings(headed, field_number)
    return tuple(elements), (*findings, *collapsed.findings)


def _without_column_heads(lines: Sequence[Line], claims: Claims) -> list[Line]:
    rest = []
    for line in lines:
        if _COLUMN_HEADS.fullmatch(line.text):
            claims.discard(line.passage)
        else:
            rest.append(line)
    return rest


def _groups(items: Sequence[Item]) -> list[_Group]:
    """Put every item below the heading before it.

    Where headings are list items themselves, a new list without one has lost its heading. Where no numbered
    line has anything below it, the numbers are those of requirements.
    """
    groups: list[_Group] = []
    for item, is_heading in zip(items, headings_among(items), strict=True):
        if item.marker.kind == "range" and groups:
            _last_of(groups[-1]).range = item
        elif is_heading:
            groups.append(_Group(item, listings={item.listing}))
        elif _leads_in(item, groups):
            if not groups or groups[-1].items:
                groups.append(_Group(None))
            groups[-1].lead_in = item
        else:
            if not groups or _lost_its_heading(groups[-1], item):
                groups.append(_Group(None))
            groups[-1].add(item)
    return [_flat(groups)] if _is_flat(groups) else groups


def _is_flat(groups: Sequence[_Group]) -> bool:
    """Tell whether a section is one list of numbered requirements without headings."""
    numbered = all(group.heading and not group.heading.heading and not group.items for group in groups)
    return len(groups) > 1 and numbered


def _flat(groups: Sequence[_Group]) -> _Group:
    headings = [group.heading for group in groups if group.heading]
    return _Group(None, headings, {heading.listing for heading in headings})


def _last_of(group: _Group) -> Item:
    return group.items[-1] if group.items or group.heading is None else group.heading


def _leads_in(item: Item, groups: Sequence[_Group]) -> bool:
    if item.marker.kind != "none" or not is_group_clause(item.passage.text):
        return False
    return not groups or not groups[-1].lead_in or bool(groups[-1].items)


def _lost_its_heading(group: _Group, item: Item) -> bool:
    first = group.heading or (group.items[0] if group.items else item)
    return bool(first.depth and group.items and item.depth == 1 and item.listing not in group.listings)


def _element(
    group: _Group, previous: str | None, collapsed: Collapsed, claims: Claims
) -> tuple[Element, tuple[Finding, ...]]:
    roots, findings = nest([piece for item in group.items for piece in collapsed.of(item)])
    requirements = to_requirements(roots, claims, collapsed.restored)
    heading = group.heading
    lead_in = claims.take(group.lead_in.passage) if group.lead_in else None
    if heading is None:
        place = requirements[0].place if requirements else None
        inferred = successor(previous) if previous else None
        return Element(None, None, requirements, inferred, place, lead_in), findings
    for mark in heading.marks:
        claims.discard(mark)
    passage = heading.passage
    text = claims.take(passage) or None
    place = claims.place(passage) if text else None
    number = heading.marker.text.rstrip(".)") if heading.marker.kind in ("number", "letter", "id") else None
    local_range = taken_range(heading, claims)
    return Element(number, text, requirements, place=place, lead_in=lead_in, range=local_range), findings
