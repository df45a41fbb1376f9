"""Industries: as printed, or inferred from other units of the same industry's codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.names import commonest, unit_key
from generator.model import Unit
from generator.text.folding import folded_blanks, label_form

_AROUND_NAME = re.compile(r"^the\s+(?=\S)|(?<=\S)\s+industr(?:y|ies)$", re.IGNORECASE)

PREFIX_GRAMMAR = "hk-alphanumeric"
"""The one grammar whose first letters are known to name the industry (two letters), then its branch (a third)."""

PREFIX_LENGTHS = (3, 2)


@dataclass(frozen=True, slots=True)
class Placement:
    """The industry of a unit; ``key`` is its identity, ``reason`` says where an inferred one comes from."""

    name: str
    key: str
    inferred: bool = False
    reason: str = "as printed"


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry and its units; ``name`` is the form printed most often, without the word Industry."""

    name: str
    key: str
    units: tuple[Unit, ...]


def industry_name(printed: str) -> str:
    """Return an industry as pages show it ("the Logistics Industry" is "Logistics")."""
    text = folded_blanks(printed)
    return _AROUND_NAME.sub("", text) or text


def placements_of(units: Sequence[Unit]) -> Mapping[tuple[str, str], Placement]:
    """Return the industry of every unit that has one, by `unit_key`.

    Inferred only for codes of the grammar `PREFIX_GRAMMAR`, in one language, and only where all units with
    the same three letters (where none of them prints its industry: the same two) print the same one.
    """
    printed = {unit_key(unit): _printed(unit) for unit in units if unit.industry and folded_blanks(unit.industry)}
    names = _names(printed.values())
    found = {key: Placement(names[place.key], place.key) for key, place in printed.items()}
    witnesses = _witnesses(unit for unit in units if unit_key(unit) in printed)
    verdicts = {prefix: _verdict(prefix[1], group, found) for prefix, group in witnesses.items()}
    for unit in units:
        if unit_key(unit) not in printed:
            # The longest prefix that anybody prints an industry for decides, also where they disagree.
            inferred = next((verdicts[prefix] for prefix in _prefixes(unit) if prefix in verdicts), None)
            if inferred:
                found[unit_key(unit)] = inferred
    return found


def industries_of(units: Sequence[Unit], placements: Mapping[tuple[str, str], Placement]) -> tuple[Industry, ...]:
    """Return the industries by their names, each with its units in the order given."""
    members: dict[tuple[str, str], list[Unit]] = {}
    for unit in units:
        placement = placements.get(unit_key(unit))
        if placement:
            members.setdefault((placement.name, placement.key), []).append(unit)
    return tuple(Industry(name, key, tuple(group)) for (name, key), group in sorted(members.items()))


def _printed(unit: Unit) -> Placement:
    name = industry_name(unit.industry or "")
    return Placement(name, label_form(name))


def _names(placements: Iterable[Placement]) -> Mapping[str, str]:
    forms: dict[str, list[str]] = {}
    for placement in placements:
        forms.setdefault(placement.key, []).append(placement.name)
    return {key: commonest(printed) for key, printed in forms.items()}


def _prefixes(unit: Unit) -> tuple[tuple[str, str], ...]:
    if unit.code.grammar != PREFIX_GRAMMAR:
        return ()
    return tuple((unit.language, unit.code.text[:length].upper()) for length in PREFIX_LENGTHS)


def _witnesses(units: Iterable[Unit]) -> Mapping[tuple[str, str], list[Unit]]:
    found: dict[tuple[str, str], list[Unit]] = {}
    for unit in units:
        for prefix in _prefixes(unit):
            found.setdefault(prefix, []).append(unit)
    return found


def _verdict(prefix: str, witnesses: Sequence[Unit], found: Mapping[tuple[str, str], Placement]) -> Placement | None:
    agreed = {found[unit_key(witness)].key: found[unit_key(witness)].name for witness in witnesses}
    if len(agreed) > 1:
        return None
    ((key, name),) = agreed.items()
    shown = ", ".join(witness.code.text for witness in witnesses[:3])
    more = f" and {len(witnesses) - 3} more" if len(witnesses) > 3 else ""
    reason = f"inferred from units whose codes begin with {prefix} and that print it: {shown}{more}"
    return Placement(name, key, inferred=True, reason=reason)
