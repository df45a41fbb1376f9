"""Functional areas: which units stand in which, within their industry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.industries import Placement
from generator.catalogue.lineages import Lineage
from generator.catalogue.names import commonest, unit_key
from generator.model import Unit
from generator.text.folding import folded_blanks, label_form

NO_AREA = "no functional area in the source"
"""What the group of units is called whose source names no area, where nothing can be inferred."""


@dataclass(frozen=True, slots=True)
class AreaPlacement:
    """One place of a unit: its area (None where the source names none) within an industry (None where unknown).

    ``inferred`` and ``reason`` speak of the area; `Placement` says the same of the industry.
    """

    unit: Unit
    area: str | None
    industry: str | None
    inferred: bool = False
    reason: str = "as printed"

    @property
    def key(self) -> tuple[str, str]:
        """The identity of the area: folded industry and folded area, empty where there is none."""
        return label_form(self.industry or ""), label_form(self.area or "")


@dataclass(frozen=True, slots=True)
class Area:
    """A functional area of one industry with its placements; the same name in another industry is another area.

    ``named`` is False for the group of units without an area; its name is then `NO_AREA`.
    """

    name: str
    industry: str | None
    key: tuple[str, str]
    named: bool
    placements: tuple[AreaPlacement, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        return tuple(placement.unit for placement in self.placements)


def area_placements(
    lineages: Sequence[Lineage], industries: Mapping[tuple[str, str], Placement]
) -> Mapping[tuple[str, str], tuple[AreaPlacement, ...]]:
    """Return the places of every unit by `unit_key`; a unit without an area has one place in its industry's rest.

    Where a unit prints no area, the one its lineage agrees on in the same language and industry is inferred.
    """
    return {
        unit_key(placement.unit): (placement,)
        for lineage in lineages
        for language in lineage.languages
        for placement in _placed(lineage.members_in(language), industries)
    }


def _placed(members: Sequence[Unit], industries: Mapping[tuple[str, str], Placement]) -> Iterator[AreaPlacement]:
    """Yield the place of every version of a lineage in one language, printed ones first."""
    places = [_printed(unit, industries) for unit in members]
    named = [place for place in places if place.area]
    yield from named
    offers: dict[str | None, AreaPlacement | None] = {}
    for place in places:
        if not place.area:
            if place.industry not in offers:
                offers[place.industry] = _agreed(named, place.industry)
            yield _inferred(place, offers[place.industry])


def areas_of(placements: Iterable[AreaPlacement]) -> tuple[Area, ...]:
    """Return the areas by industry and name, units without industry last, the group without an area last of each."""
    members: dict[tuple[str, str], list[AreaPlacement]] = {}
    for placement in placements:
        members.setdefault(placement.key, []).append(placement)
    return tuple(_area(key, tuple(members[key])) for key in sorted(members, key=_area_order))


def _area_order(key: tuple[str, str]) -> tuple[bool, str, bool, str]:
    industry, area = key
    return not industry, industry, not area, area


def _area(key: tuple[str, str], placements: tuple[AreaPlacement, ...]) -> Area:
    printed = [placement.area for placement in placements if placement.area]
    name = commonest(printed) if printed else NO_AREA
    return Area(name, placements[0].industry, key, bool(printed), placements)


def _industry(unit: Unit, industries: Mapping[tuple[str, str], Placement]) -> str | None:
    placement = industries.get(unit_key(unit))
    return placement.name if placement else None


def _printed(unit: Unit, industries: Mapping[tuple[str, str], Placement]) -> AreaPlacement:
    area = folded_blanks(unit.functional_area or "") or None
    return AreaPlacement(unit, area, _industry(unit, industries), reason="as printed" if area else NO_AREA)


def _agreed(named: Sequence[AreaPlacement], industry: str | None) -> AreaPlacement | None:
    """Return the newest of the places in an industry (in any, for an unknown one) if all name the same area."""
    kin = [place for place in named if industry in (None, place.industry)]
    return kin[-1] if len({place.key for place in kin}) == 1 else None


def _inferred(place: AreaPlacement, source: AreaPlacement | None) -> AreaPlacement:
    if source is None:
        return place
    reason = f"from {source.unit.code.text} of the same lineage"
    return AreaPlacement(place.unit, source.area, source.industry, inferred=True, reason=reason)
