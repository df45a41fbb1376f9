"""Every text of a unit with its name and place, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Section, Unit, below, nodes
from generator.positions import Place


@dataclass(frozen=True, slots=True)
class UnitText:
    """One text of a unit.

    ``part`` is a node name ("e1.r2"), a field ("title", "functional_area", "industry", "range", "credit",
    "assessment_intro", "remark"), or "e1.lead_in", "e1.range", "e1.r1.range", "extra_fields.1",
    "extra_sections.1" (its items "extra_sections.1.1"), "unplaced.1" counted from 1.
    ``label`` is the label or heading printed over the text where it is none of ours.
    """

    part: str
    text: str
    place: Place | None
    label: str = ""


def _section_texts(name: str, section: Section) -> Iterator[UnitText]:
    yield UnitText(name, section.intro or "", section.place, section.heading)
    for item, text in below(name, section.items):
        yield UnitText(item, text.text, text.place, section.heading)


def texts_of(unit: Unit) -> Iterator[UnitText]:
    """Yield the texts of a unit that are not empty."""
    return (text for text in _texts(unit) if text.text)


def _texts(unit: Unit) -> Iterator[UnitText]:
    places = dict(unit.field_places)
    for field, value in (
        ("title", unit.title),
        ("functional_area", unit.functional_area),
        ("industry", unit.industry),
        ("range", unit.range),
        ("credit", unit.credit.note),
    ):
        yield UnitText(field, value or "", places.get(field))
    for number, element in enumerate(unit.elements, 1):
        yield UnitText(f"e{number}.lead_in", element.lead_in or "", element.place)
        yield UnitText(f"e{number}.range", element.range or "", element.place)
        for name, requirement in below(f"e{number}.r", element.requirements):
            yield UnitText(f"{name.replace('.r.', '.r')}.range", requirement.range or "", requirement.place)
    items = [(node.kind == "criterion", UnitText(node.name, node.text or "", node.place)) for node in nodes(unit)]
    yield from (text for criterion, text in items if not criterion)
    criteria = unit.assessment_criteria
    yield UnitText("assessment_intro", criteria.intro or "", places.get("assessment_intro", criteria.place))
    yield from (text for criterion, text in items if criterion)
    yield UnitText("remark", unit.remark or "", places.get("remark"))
    for number, (label, value) in enumerate(unit.extra_fields, 1):
        yield UnitText(f"extra_fields.{number}", value, places.get(label), label)
    for number, section in enumerate(unit.extra_sections, 1):
        yield from _section_texts(f"extra_sections.{number}", section)
    for number, piece in enumerate(unit.unplaced, 1):
        yield UnitText(f"unplaced.{number}", piece.text, piece.place)
