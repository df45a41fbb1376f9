"""The head of a unit page: level, credit, area, industry, versions, each with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.levels import level_of
from generator.contents import Contents
from generator.model import FieldState, Unit
from generator.pages.fragments import Fragment, Text, fragments
from generator.pages.links import linked_reason
from generator.pages.names import LANGUAGES, credit_of

_ABSENT = "not in this source"
STATES = {
    FieldState.EMPTY: "printed, but empty",
    FieldState.ABSENT: _ABSENT,
    FieldState.UNREADABLE: "unreadable in this source",
}
"""What is said of a field that has no value."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label, its value, and a note on it; ``stated`` is False where the value says that the source has none."""

    label: str
    value: Text
    note: Text = ()
    stated: bool = True


def unit_facts(unit: Unit, contents: Contents) -> tuple[Fact, ...]:
    """Return the facts of a unit in the order of the page."""
    return tuple(_facts(unit, contents))


def _facts(unit: Unit, contents: Contents) -> Iterator[Fact]:
    yield _level(unit, contents)
    yield _credit(unit)
    yield _area(unit, contents)
    yield _industry(unit, contents)
    version = unit.code.version or "none in the code"
    yield Fact("Version", (Fragment(version),))
    aliases = contents.catalogue.aliases_of(unit)
    if aliases:
        yield Fact("Also called", (Fragment(", ".join(aliases)),), (Fragment("ruled in rulings.yml"),))
    translations = [other for other in contents.catalogue.translations(unit) if other.language != unit.language]
    if translations or unit.language != "en":
        others = tuple(
            piece
            for other in translations
            for piece in (Fragment(", "), Fragment(LANGUAGES[other.language], contents.addresses.unit(other)))
        )
        yield Fact("Language", (Fragment(LANGUAGES[unit.language]), *others))
    dates = contents.catalogue.dates_of(unit)
    for label, fact in (("Published", dates.published), ("Superseded", dates.superseded), ("Last use", dates.last_use)):
        if fact is not None:
            yield Fact(label, (Fragment(fact.value.isoformat()),), linked_reason(fact.reason, unit, contents))


def _unstated(label: str, unit: Unit, field: str, addition: str = "") -> Fact:
    """Return a fact whose value is not known from the source, with what the source says instead."""
    return Fact(label, (Fragment(f"{STATES.get(unit.state(field), _ABSENT)}{addition}"),), stated=False)


def _level(unit: Unit, contents: Contents) -> Fact:
    differs = unit.code.level is not None and unit.code.level != unit.level
    if unit.level is None:
        return _unstated("Level", unit, "level", f"; the code says {unit.code.level}" if differs else "")
    value = Fragment(str(unit.level), contents.addresses.level(level_of(unit)))
    return Fact("Level", (value,), (Fragment(f"the code says {unit.code.level}"),) if differs else ())


def _credit(unit: Unit) -> Fact:
    if unit.credit.value is None:
        return _unstated("Credit", unit, "credit")
    return Fact("Credit", (Fragment(credit_of(unit)),), fragments(unit.credit.note))


def _area(unit: Unit, contents: Contents) -> Fact:
    placements = [placement for placement in contents.catalogue.areas_of(unit) if placement.area]
    if not placements:
        return _unstated("Functional area", unit, "functional_area")
    pieces: list[Fragment] = []
    for placement in placements:
        pieces += [Fragment(", ")] if pieces else []
        pieces.append(Fragment(placement.area or "", contents.addresses.area_of_key(placement.key)))
    first = placements[0]
    note = linked_reason(f"inferred {first.reason}" if first.inferred else "", unit, contents)
    return Fact("Functional area", tuple(pieces), note)


def _industry(unit: Unit, contents: Contents) -> Fact:
    placement = contents.catalogue.industry_of(unit)
    if placement is None:
        return _unstated("Industry", unit, "industry")
    value = (Fragment(placement.name, contents.addresses.industry_of_key(placement.key)),)
    return Fact("Industry", value, linked_reason(placement.reason if placement.inferred else "", unit, contents))
