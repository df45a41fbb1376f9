"""Which units a code, a version name or an alias stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.catalogue.names import code_key, language_order, name_of, unit_key, version_label, version_order
from generator.catalogue.rulings import Rulings
from generator.diagnostics import Diagnostic, diagnostic
from generator.model import Unit


@dataclass(frozen=True, slots=True)
class Register:
    """Every name of the collection. Names are folded by `code_key`.

    ``versions`` gives the units of one version name, one a language, the main language first; ``codes`` the
    version names of one code, newest first; ``bases`` the base codes as printed; ``aliases`` the version
    name that an alias of the rulings stands for, ``other_names`` the aliases of a version as the rulings spell them.
    """

    versions: Mapping[str, tuple[Unit, ...]]
    codes: Mapping[str, tuple[str, ...]]
    bases: Mapping[str, str]
    aliases: Mapping[str, str]
    other_names: Mapping[str, tuple[str, ...]]

    def name(self, code: str) -> str | None:
        """Return the folded version name a code or alias stands for, None for a code of no published unit."""
        key = code_key(code)
        if key in self.versions:
            return key
        return self.codes[key][0] if key in self.codes else self.aliases.get(key)

    def units(self, code: str) -> tuple[Unit, ...]:
        """Return the units of a code in all its languages, the main language first."""
        return self.versions.get(self.name(code) or "", ())

    def unit(self, code: str, language: str | None = None) -> Unit | None:
        """Return the unit of a code in one language, or in its main language."""
        return next((unit for unit in self.units(code) if language in (None, unit.language)), None)

    def printed(self, name: str) -> str:
        """Return a folded version name as its unit prints it."""
        return name_of(self.versions[name][0].code)


def register_of(units: Iterable[Unit], rulings: Rulings) -> tuple[Register, tuple[Diagnostic, ...]]:
    """Return the register of published units, and what is wrong with the aliases of the rulings."""
    ordered = sorted(units, key=lambda unit: language_order(unit.language))
    versions: dict[str, list[Unit]] = defaultdict(list)
    codes: dict[str, dict[str, str | None]] = defaultdict(dict)
    for unit in ordered:
        name = unit_key(unit)[0]
        versions[name].append(unit)
        codes[code_key(unit.code.text)][name] = version_label(unit.code)
    bare = Register(
        MappingProxyType({name: tuple(group) for name, group in versions.items()}),
        MappingProxyType({code: _newest_first(names) for code, names in codes.items()}),
        MappingProxyType({code_key(unit.code.base): unit.code.base for unit in reversed(ordered)}),
        MappingProxyType({}),
        MappingProxyType({}),
    )
    other_names, problems = _other_names(bare, rulings)
    aliases = {code_key(alias): name for name, names in other_names.items() for alias in names}
    full = replace(bare, aliases=MappingProxyType(aliases), other_names=MappingProxyType(other_names))
    return full, problems


def _newest_first(names: Mapping[str, str | None]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (version_order(names[name]), name), reverse=True))


def _other_names(register: Register, rulings: Rulings) -> tuple[dict[str, tuple[str, ...]], tuple[Diagnostic, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    problems: list[Diagnostic] = []
    for ruling in rulings.units:
        name = register.name(ruling.code)
        for alias in ruling.aliases if name else ():
            if register.name(alias):
                problems.append(_alias_with_a_file(rulings.file, ruling.line, alias, ruling.code))
            elif name:
                found[name] = (*found.get(name, ()), alias)
    return found, tuple(problems)


def _alias_with_a_file(file: str, line: int, alias: str, code: str) -> Diagnostic:
    message = f"{alias} is ruled to be another name of {code}, but it has a raw file of its own; both are published"
    hint = "Delete the alias, or say under `successions` which of the two follows the other."
    return diagnostic("ruling-conflict", file, line, message, hint=hint, unit=code)
