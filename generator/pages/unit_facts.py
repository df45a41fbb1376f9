"""The head of a unit page: level, credit, area, industry, versions, each with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.contents import Contents
from generator.model import FieldState, Unit
from generator.pages.fragments import Fragment, Text
from generator.pages.unit_rows import credit_of

_MISSING = "not in this source"
_LANGUAGES = {"en": "English", "zh-Hant": "Chinese (Traditional)", "zh-Hans": "Chinese (Simplified)", "mul": "Several"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A label, its value, and a note on it."""

    label: str
    value: Text
    note: str = ""


def unit_facts(unit: Unit, contents: Contents) -> tuple[Fact, ...]:
    """Return the facts of a unit in the order of the page."""
    return tuple(_facts(unit, contents))


def _facts(unit: Unit, contents: Contents) -> Iterator[Fact]:
    yield Fact("Level", _level(unit, contents))
    if unit.state("credit") is FieldState.UNREADABLE:
        yield Fact("Credit", (Fragment("unreadable in this source"),))
    elif unit.credit.value is None:
        yield Fact("Credit", (Fragment(_MISSING),))
    else:
        yield Fact("Credit", (Fragment(credit_of(unit)),), unit.credit.note or "")
    yield _area(unit, contents)
    yield _industry(unit, contents)
    version = unit.code.version or "none in the code"
    yield Fact("Version", (Fragment(version),))
    translations = [other for other in contents.catalogue.translations(unit) if other.language != unit.language]
    if translations or unit.language != "en":
        others = tuple(
            piece
            for other in translations
            for piece in (Fragment(", "), Fragment(_LANGUAGES[other.language], contents.addresses.unit(other)))
        )
        yield Fact("Language", (Fragment(_LANGUAGES[unit.language]), *others))
    dates = contents.catalogue.dates_of(unit)
    for label, fact in (("Published", dates.published), ("Superseded", dates.superseded), ("Last use", dates.last_use)):
        if fact is not None:
            yield Fact(label, (Fragment(fact.value.isoformat()),), fact.reason)


def _level(unit: Unit, contents: Contents) -> Text:
    if unit.level is not None:
        return (Fragment(str(unit.level), contents.addresses.level(unit.level)),)
    stated = f"; the code says {unit.code.level}" if unit.code.level else ""
    state = "unreadable in this source" if unit.state("level") is FieldState.UNREADABLE else _MISSING
    return (Fragment(state + stated),)


def _area(unit: Unit, contents: Contents) -> Fact:
    placements = contents.catalogue.areas_of(unit)
    pieces: list[Fragment] = []
    for placement in placements:
        if placement.area:
            pieces += [Fragment(", ")] if pieces else []
            pieces.append(Fragment(placement.area, contents.addresses.area_of_key(placement.key)))
    first = placements[0]
    note = f"inferred {first.reason}" if first.inferred else ""
    return Fact("Functional area", tuple(pieces) or (Fragment(_MISSING),), note)


def _industry(unit: Unit, contents: Contents) -> Fact:
    placement = contents.catalogue.industry_of(unit)
    if placement is None:
        return Fact("Industry", (Fragment(_MISSING),))
    value = (Fragment(placement.name, contents.addresses.industry_of_key(placement.key)),)
    return Fact("Industry", value, placement.reason if placement.inferred else "")
