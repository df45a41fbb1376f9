"""Every text of a unit with its name and place, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Unit, nodes
from generator.positions import Place


@dataclass(frozen=True, slots=True)
class UnitText:
    """One text of a unit.

    ``part`` is a node name ("e1.r2"), a field ("title", "functional_area", "industry", "range", "credit",
    "assessment_intro", "remark"), or "extra_fields.1", "extra_sections.1", "unplaced.1" counted from 1.
    ``label`` is the label or heading printed over the text where it is none of ours.
    """

    part: str
    text: str
    place: Place | None
    label: str = ""


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
    items = [(node.kind == "criterion", UnitText(node.name, node.text or "", node.place)) for node in nodes(unit)]
    yield from (text for criterion, text in items if not criterion)
    criteria = unit.assessment_criteria
    yield UnitText("assessment_intro", criteria.intro or "", places.get("assessment_intro", criteria.place))
    yield from (text for criterion, text in items if criterion)
    yield UnitText("remark", unit.remark or "", places.get("remark"))
    for number, (label, value) in enumerate(unit.extra_fields, 1):
        yield UnitText(f"extra_fields.{number}", value, places.get(label), label)
    for number, (heading, text) in enumerate(unit.extra_sections, 1):
        yield UnitText(f"extra_sections.{number}", text, places.get(heading), heading)
    for number, piece in enumerate(unit.unplaced, 1):
        yield UnitText(f"unplaced.{number}", piece.text, piece.place)
