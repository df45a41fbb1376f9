"""One unit of competency: what its published sheet says, and where in the raw file it says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model.codes import Code
from generator.positions import Place


class FieldState(StrEnum):
    """What a source says about a field. A blank is no statement that there is nothing to say."""

    PRESENT = "present"
    EMPTY = "empty"
    ABSENT = "absent"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A performance requirement, a sub-requirement, or an integrated outcome of the assessment criteria.

    ``number`` is the item's own mark where the source prints one that carries meaning ("(i)", "PC1").
    ``restored`` says that the source ran several items together and a rule found this one's limits; ``range`` is
    what the source says about the range of this requirement alone (New Zealand prints such local ranges).
    """

    text: str
    children: tuple[Requirement, ...] = ()
    number: str | None = None
    place: Place | None = None
    restored: bool = False
    range: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """A numbered heading under Competency with its performance requirements.

    ``inferred_number`` is the number the place in the sequence suggests where the source lost it. ``lead_in`` is
    the clause printed between heading and requirements ("Be able to:"), ``range`` what the source says about
    the range of this element alone.
    """

    number: str | None
    heading: str | None
    requirements: tuple[Requirement, ...]
    inferred_number: str | None = None
    place: Place | None = None
    lead_in: str | None = None
    range: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Credit value (1 credit is 10 notional hours in the Hong Kong framework) and the note printed beside it."""

    value: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AssessmentCriteria:
    """The introduction and the integrated outcomes a holder must be able to show."""

    intro: str | None = None
    items: tuple[Requirement, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a unit that the model has no field for ("Evidence Guide"): its heading, text and items."""

    heading: str
    intro: str | None = None
    items: tuple[Requirement, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Text of the source that fits no field: kept and shown, never dropped."""

    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a human corrected in a unit, and why; the raw file is as it was.

    ``kind`` is "set", "heading", "split" or "join"; ``path`` names the field, or the first node concerned as it is
    called in the corrected unit. ``was`` and ``now`` are the texts, several pieces with " | " between them. ``file``
    and ``line`` say where the correction stands.
    """

    kind: str
    path: str
    was: str | None
    now: str
    reason: str
    by: str | None = None
    date: str | None = None
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """The raw file a unit was read from: its path below the source folder, content hash, lines and layout."""

    file: str
    sha256: str
    first_line: int
    last_line: int
    layout: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of competency, identified by its code and language. Texts are the source's own words."""

    code: Code
    title: str | None
    functional_area: str | None = None
    industry: str | None = None
    range: str | None = None
    level: int | None = None
    credit: Credit = Credit()
    elements: tuple[Element, ...] = ()
    assessment_criteria: AssessmentCriteria = AssessmentCriteria()
    remark: str | None = None
    language: str = "en"
    extra_fields: tuple[tuple[str, str], ...] = ()
    extra_sections: tuple[Section, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    field_states: tuple[tuple[str, FieldState], ...] = ()
    field_places: tuple[tuple[str, Place], ...] = ()
    source: Source | None = None
    corrections: tuple[Correction, ...] = ()

    def state(self, field: str) -> FieldState:
        """Return the state of a field by its name in the JSON form ("range", "remark", ...)."""
        return dict(self.field_states).get(field, FieldState.ABSENT)

    def place_of(self, field: str) -> Place | None:
        """Return where the value of a field stands in the raw file."""
        return dict(self.field_places).get(field)


@dataclass(frozen=True, slots=True)
class Node:
    """An element, requirement or criterion of a unit with its position name and that of its parent.

    Names give positions: ``e1`` is element 1, ``e1.r2`` its requirement 2, ``e1.r2.1`` a sub-requirement,
    ``c1`` criterion 1. ``kind`` is "element", "requirement" or "criterion"; ``text`` is the heading of an
    element, which may be missing.
    """

    name: str
    kind: str
    text: str | None
    parent: str | None
    place: Place | None = None


def nodes(unit: Unit) -> tuple[Node, ...]:
    """Return every element, requirement, sub-requirement and criterion of a unit in reading order."""
    return tuple(_nodes(unit))


def _nodes(unit: Unit) -> Iterator[Node]:
    for number, element in enumerate(unit.elements, 1):
        name = f"e{number}"
        yield Node(name, "element", element.heading, None, element.place)
        for position, requirement in enumerate(element.requirements, 1):
            yield from _nodes_of(f"{name}.r{position}", "requirement", requirement, name)
    for number, criterion in enumerate(unit.assessment_criteria.items, 1):
        yield from _nodes_of(f"c{number}", "criterion", criterion, None)


def _nodes_of(name: str, kind: str, item: Requirement, parent: str | None) -> Iterator[Node]:
    yield Node(name, kind, item.text, parent, item.place)
    for below_name, child in below(name, item.children):
        yield Node(below_name, kind, child.text, below_name.rpartition(".")[0], child.place)


def below(name: str, items: Sequence[Requirement]) -> Iterator[tuple[str, Requirement]]:
    """Yield the items below a thing called ``name`` and everything below them, named by position (``e1.r2.1``)."""
    pending = [(f"{name}.{number}", item) for number, item in reversed(list(enumerate(items, 1)))]
    while pending:
        item_name, item = pending.pop()
        yield item_name, item
        pending += [(f"{item_name}.{number}", child) for number, child in reversed(list(enumerate(item.children, 1)))]


def anchor(name: str) -> str:
    """Return the anchor of a node in the pages: its name with hyphens (``e1.r2`` is ``#e1-r2``)."""
    return name.replace(".", "-")
