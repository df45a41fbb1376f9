"""The section of a unit page that names the units nearest to it in other areas, with what they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import COMPARISONS
from generator.catalogue import unit_key
from generator.contents import Contents
from generator.model import Node, Unit, anchor, nodes
from generator.nearest import Neighbour
from generator.pages.comparison_cells import place_name
from generator.pages.fragments import Fragment, Text
from generator.pages.names import credit_of, level_of, title_of
from generator.text.wording import counted

HELP = "levels-and-versions/"
_SECTION = "#nearest-units"


@dataclass(frozen=True, slots=True)
class SharedView:
    """A requirement of this unit and its counterpart: their places ("1.5"), addresses and texts."""

    own_place: str
    own_address: str
    own_text: str
    other_place: str
    other_address: str
    other_text: str


@dataclass(frozen=True, slots=True)
class NeighbourView:
    """A unit near this one.

    ``place`` says its areas and industry. ``sentence`` counts what the two share, ``shared`` is that one by one.
    ``comparison`` is the page of the two, empty where they are only to be picked on the page at ``picker``; ``name``
    is what they are picked by there.
    """

    code: str
    name: str
    title: str
    address: str
    level: str
    credit: str
    place: Text
    sentence: str
    shared: tuple[SharedView, ...]
    comparison: str
    picker: str = COMPARISONS


@dataclass(frozen=True, slots=True)
class NearestView:
    """The units nearest to a unit, the nearest first; ``help_address`` is empty where nothing explains them."""

    code: str
    name: str
    language: str
    units: tuple[NeighbourView, ...]
    help_address: str


def unit_nearest(unit: Unit, contents: Contents) -> NearestView | None:
    """Return the units nearest to a unit in other areas, None where there is none."""
    found = contents.nearest.get(unit_key(unit), ())
    if not found:
        return None
    return NearestView(
        code=unit.code.text,
        name=contents.catalogue.version_name(unit),
        language=unit.language,
        units=tuple(_neighbour(unit, neighbour, contents) for neighbour in found),
        help_address=f"{HELP}{_SECTION}" if HELP in contents.hand_written else "",
    )


def _neighbour(unit: Unit, neighbour: Neighbour, contents: Contents) -> NeighbourView:
    other = neighbour.unit
    return NeighbourView(
        code=other.code.text,
        name=contents.catalogue.version_name(other),
        title=title_of(other),
        address=contents.addresses.unit(other),
        level=level_of(other),
        credit=credit_of(other),
        place=tuple(_place(other, contents)),
        sentence=_sentence(unit, neighbour),
        shared=tuple(_shared(unit, neighbour, contents)),
        comparison=contents.addresses.comparison(unit, other) or "",
    )


def _sentence(unit: Unit, neighbour: Neighbour) -> str:
    total = sum(node.kind == "requirement" for node in nodes(unit))
    shared = len(neighbour.overlap)
    # Not a "counterpart": the comparison of the two may link more of them, or fewer.
    return f"{shared} of {counted(total, 'requirement')} {'resembles' if shared == 1 else 'resemble'} one there."


def _place(unit: Unit, contents: Contents) -> Iterator[Fragment]:
    """Yield the areas and the industry of a unit, as far as they are known."""
    catalogue, addresses = contents.catalogue, contents.addresses
    named = [(place.area, addresses.area_of_key(place.key)) for place in catalogue.areas_of(unit) if place.area]
    industry = catalogue.industry_of(unit)
    if industry:
        named.append((industry.name, addresses.industry_of_key(industry.key)))
    for number, (name, address) in enumerate(named):
        if number:
            yield Fragment(", ")
        yield Fragment(name, address)


def _shared(unit: Unit, neighbour: Neighbour, contents: Contents) -> Iterator[SharedView]:
    own, other = _by_name(unit), _by_name(neighbour.unit)
    page = contents.addresses.unit(neighbour.unit)
    for pair in neighbour.overlap:
        yield SharedView(
            own_place=place_name(pair.own),
            own_address=f"#{anchor(pair.own)}",
            own_text=own[pair.own].text or "",
            other_place=place_name(pair.other),
            other_address=f"{page}#{anchor(pair.other)}",
            other_text=other[pair.other].text or "",
        )


def _by_name(unit: Unit) -> dict[str, Node]:
    return {node.name: node for node in nodes(unit)}
