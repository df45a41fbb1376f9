"""The page of one unit version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.addresses import UNITS
from generator.contents import Contents
from generator.diagnostics import Diagnostic
from generator.model import FieldState, Source, Unit, Unplaced, anchor
from generator.pages.fragments import Fragment, Text
from generator.pages.links import LinkedTexts
from generator.pages.names import title_of
from generator.pages.page import Page
from generator.pages.requirement_items import RequirementItem, RequirementItems
from generator.pages.spellings import spellings
from generator.pages.unit_corrections import Corrections, CorrectionView
from generator.pages.unit_facts import STATES, Fact, unit_facts
from generator.pages.unit_nearest import NearestView, unit_nearest
from generator.pages.unit_notices import Notice, unit_notices
from generator.pages.unit_relations import unit_relations
from generator.pages.unit_source import Places, SourceView, source_view
from generator.pages.unit_status import status_sentence
from generator.source import SourceText


@dataclass(frozen=True, slots=True)
class FieldView:
    """The text of a field; ``stated`` is False where it says that the source has none."""

    text: Text
    stated: bool
    correction: str | None = None


@dataclass(frozen=True, slots=True)
class ElementView:
    """An element; ``stand_in`` is what is shown where its heading is missing."""

    anchor: str
    heading: str | None
    stand_in: str
    items: tuple[RequirementItem, ...]
    lead_in: Text
    range: Text
    correction: str | None = None


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section that the model has no field for."""

    anchor: str
    heading: str
    intro: Text
    items: tuple[RequirementItem, ...]


@dataclass(frozen=True, slots=True)
class UnplacedView:
    """Words that fit no field: ``where`` they stand in words, and their line."""

    text: str
    where: str
    line: int | None


@dataclass(frozen=True, slots=True)
class UnitView:
    """What the template of the unit page shows, top to bottom."""

    code: str
    title: str
    status: str
    status_sentence: Text
    facts: tuple[Fact, ...]
    notices: tuple[Notice, ...]
    range: FieldView
    elements: tuple[ElementView, ...]
    competency_state: str
    intro: FieldView
    outcomes: tuple[RequirementItem, ...]
    remark: FieldView
    extra: tuple[tuple[str, str], ...]
    sections: tuple[SectionView, ...]
    unplaced: tuple[UnplacedView, ...]
    relations: tuple[Text, ...]
    nearest: NearestView | None
    corrections: tuple[CorrectionView, ...]
    head_corrections: tuple[tuple[str, str], ...]
    source: SourceView


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the page of every unit of the collection."""
    sources = {document.source.file: document.source for document in contents.documents}
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in contents.diagnostics:
        found.setdefault(diagnostic.file, []).append(diagnostic)
    for unit in contents.catalogue.units:
        origin = unit.source
        if origin is None:
            raise ValueError(f"{unit.code.text} comes from no file")
        view = _view(unit, origin, contents, sources[origin.file], found.get(origin.file, ()))
        yield _page(unit, contents, view)


def _page(unit: Unit, contents: Contents, view: UnitView) -> Page:
    catalogue = contents.catalogue
    status = catalogue.status_of(unit).standing.value
    lineage = catalogue.lineage_of(unit)
    address = contents.addresses.unit(unit)
    trail = [("Units", UNITS)]
    if contents.addresses.lineage(lineage) != address:
        trail.append((lineage.base, contents.addresses.lineage(lineage)))
    level = f"level {unit.level}, " if unit.level else ""
    return Page(
        address=address,
        template="unit.md.jinja",
        title=f"{unit.code.text} {title_of(unit)}",
        description=f"Unit of competency {unit.code.text}, {level}{status}: {title_of(unit)}.",
        view=view,
        trail=tuple(trail),
        language=unit.language,
        search_boost=4 if status == "current" else 2,
        search_words=spellings(unit, catalogue.aliases_of(unit)),
    )


def _view(
    unit: Unit, origin: Source, contents: Contents, source: SourceText, diagnostics: Sequence[Diagnostic]
) -> UnitView:
    texts = LinkedTexts(unit, contents)
    address = contents.addresses.unit(unit)
    corrections = Corrections(unit, address)
    places = Places(source)
    items = RequirementItems(unit, contents, texts, corrections, places)
    return UnitView(
        code=unit.code.text,
        title=title_of(unit),
        status=contents.catalogue.status_of(unit).standing.value,
        status_sentence=status_sentence(unit, contents),
        facts=tuple(map(corrections.marked, unit_facts(unit, contents))),
        notices=unit_notices(unit, address, diagnostics),
        range=_field(unit, "range", texts.text("range", unit.range), corrections.of("range")),
        elements=tuple(_elements(unit, items, texts, corrections)),
        competency_state=_state(unit, "elements", "no requirements were recognised in this source"),
        intro=_field(unit, "assessment_criteria", texts.text("assessment_intro", unit.assessment_criteria.intro)),
        outcomes=items.items(unit.assessment_criteria.items, "c", "outcome "),
        remark=_field(unit, "remark", texts.text("remark", unit.remark), corrections.of("remark")),
        extra=unit.extra_fields,
        sections=tuple(_sections(unit, items, texts)),
        unplaced=tuple(_unplaced(piece, places) for piece in unit.unplaced),
        relations=unit_relations(unit, contents),
        nearest=unit_nearest(unit, contents),
        corrections=corrections.views(),
        head_corrections=corrections.of_head(),
        source=source_view(unit, origin, source, contents),
    )


def _field(unit: Unit, name: str, text: Text, correction: str | None = None) -> FieldView:
    """Return the text of a field, or what its source says where it has none."""
    return FieldView(text, True, correction) if text else FieldView((Fragment(_state(unit, name)),), False)


def _state(unit: Unit, name: str, otherwise: str = STATES[FieldState.ABSENT]) -> str:
    words = STATES.get(unit.state(name), otherwise)
    return f"{words[0].upper()}{words[1:]}."


def _elements(
    unit: Unit, items: RequirementItems, texts: LinkedTexts, corrections: Corrections
) -> Iterator[ElementView]:
    for position, element in enumerate(unit.elements, 1):
        name = f"e{position}"
        number = element.number or element.inferred_number
        suggested = f" (number {element.inferred_number} by its place)" if element.inferred_number else ""
        heading = f"{element.number}. {element.heading}" if element.number and element.heading else element.heading
        yield ElementView(
            anchor=anchor(name),
            heading=heading,
            stand_in=f"Heading not in this source{suggested}",
            items=items.items(element.requirements, f"{name}.r", f"requirement {number or position}, "),
            lead_in=texts.text(f"{name}.lead_in", element.lead_in),
            range=texts.text(f"{name}.range", element.range),
            correction=corrections.of(name),
        )


def _sections(unit: Unit, items: RequirementItems, texts: LinkedTexts) -> Iterator[SectionView]:
    for number, section in enumerate(unit.extra_sections, 1):
        name = f"extra_sections.{number}"
        yield SectionView(
            anchor=f"section-{number}",
            heading=section.heading,
            intro=texts.text(name, section.intro),
            items=items.items(section.items, f"{name}.", f"{section.heading}, item "),
        )


def _unplaced(piece: Unplaced, places: Places) -> UnplacedView:
    place = piece.place
    return UnplacedView(piece.text, places.words(place) if place else "", place.first_line if place else None)
