"""Lineages: the units that follow one another, and the pairs of them worth comparing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.catalogue.graph import ancestor_pairs, components, oldest_first
from generator.catalogue.names import code_key, version_order
from generator.catalogue.register import Register
from generator.catalogue.rulings import SuccessionRuling
from generator.catalogue.successions import Order, Succession
from generator.model import Unit


@dataclass(frozen=True, slots=True)
class Lineage:
    """The versions of one base code, and of the base codes joined to it by a succession.

    ``versions`` are the names of the versions in the collection, oldest first; ``members`` their units in
    the same order, of one version the main language first. ``current`` are the versions without successor,
    ``successions`` all that touch the lineage, also those from or to versions that are not in the collection.
    """

    versions: tuple[str, ...]
    members: tuple[Unit, ...]
    bases: tuple[str, ...]
    current: tuple[str, ...]
    successions: tuple[Succession, ...]

    @property
    def base(self) -> str:
        """The base code that names the lineage: that of its oldest version, which new versions never change."""
        return self.bases[0]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(unit.language for unit in self.members))

    def members_in(self, language: str) -> tuple[Unit, ...]:
        """Return the units of one language, oldest first."""
        return tuple(unit for unit in self.members if unit.language == language)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of one lineage in one language, and why they are compared.

    ``succession`` says that ``new`` directly supersedes ``old``; ``ruling`` is what a human decided about it.
    """

    old: Unit
    new: Unit
    reason: str
    succession: bool
    ruling: SuccessionRuling | None = None


def lineages_of(register: Register, order: Order, printed: Mapping[str, str]) -> tuple[Lineage, ...]:
    """Return the lineages of a collection by their base codes; every unit is a member of exactly one."""
    names = sorted({*register.versions, *order.newer, *(new for ahead in order.newer.values() for new in ahead)})
    groups = components(names, _neighbours(register, order.newer))
    group_of = {printed[name]: number for number, group in enumerate(groups) for name in group}
    touching: dict[int, list[Succession]] = {}
    for succession in order.successions:
        touching.setdefault(group_of[succession.old], []).append(succession)
    found = [
        _lineage(group, tuple(touching.get(number, ())), register, order.newer)
        for number, group in enumerate(groups)
        if any(name in register.versions for name in group)
    ]
    return tuple(sorted(found, key=lambda lineage: (code_key(lineage.base), lineage.versions)))


def _neighbours(register: Register, newer: Mapping[str, Sequence[str]]) -> Mapping[str, list[str]]:
    near: dict[str, list[str]] = {}
    links = [(old, new) for old, ahead in newer.items() for new in ahead]
    by_base: dict[str, list[str]] = {}
    for name, units in register.versions.items():
        by_base.setdefault(code_key(units[0].code.base), []).append(name)
    links += [link for names in by_base.values() for link in pairwise(names)]
    for one, other in links:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    return near


def _lineage(
    group: Sequence[str], successions: tuple[Succession, ...], register: Register, newer: Mapping[str, Sequence[str]]
) -> Lineage:
    def by_version(name: str) -> tuple[object, str]:
        units = register.versions.get(name)
        return version_order(units[0].code.version if units else None), name

    names = [name for name in oldest_first(group, newer, by_version) if name in register.versions]
    members = tuple(unit for name in names for unit in register.versions[name])
    superseded = {succession.old for succession in successions}
    versions = tuple(register.printed(name) for name in names)
    bases = {code_key(unit.code.base): unit.code.base for unit in reversed(members)}
    return Lineage(
        versions=versions,
        members=members,
        bases=tuple(bases[key] for key in dict.fromkeys(code_key(unit.code.base) for unit in members)),
        current=tuple(version for version in versions if version not in superseded),
        successions=successions,
    )


def pairs_of(lineage: Lineage, register: Register, order: Order) -> Iterator[Pair]:
    """Yield every older and newer version of a lineage in one language, by the age of the old, then of the new.

    Versions of which neither is older, such as the two halves of a split unit, make no pair.
    """
    direct = {(succession.old, succession.new): succession for succession in lineage.successions}
    names = [code_key(version) for version in lineage.versions]
    for old_name, new_name in ancestor_pairs(names, order.newer):
        succession = direct.get((register.printed(old_name), register.printed(new_name)))
        newer = {unit.language: unit for unit in register.versions[new_name]}
        for old in register.versions[old_name]:
            if old.language in newer:
                yield _pair(old, newer[old.language], succession)


def _pair(old: Unit, new: Unit, succession: Succession | None) -> Pair:
    if succession is None:
        return Pair(old, new, "versions of one lineage", succession=False)
    return Pair(old, new, succession.reason, succession=True, ruling=succession.ruling)
