"""The rulings applied to a collection: which one holds where several speak of one unit, and what they miss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.names import code_key
from generator.catalogue.register import Register
from generator.catalogue.rulings import Rulings, SuccessionRuling
from generator.diagnostics import Diagnostic, diagnostic


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruled succession of two folded version names, of the collection or not, and the ruling that holds."""

    old: str
    new: str
    ruling: SuccessionRuling


def decided(rulings: Rulings, register: Register) -> tuple[tuple[Decision, ...], tuple[Diagnostic, ...]]:
    """Return the ruled successions, one ruling for each old unit: the latest, of one day the lowest in the file."""
    speaking: dict[str, list[SuccessionRuling]] = {}
    for ruling in rulings.successions:
        for old in ruling.old:
            speaking.setdefault(version_named(old, register), []).append(ruling)
    decisions: list[Decision] = []
    problems = list(_unknown(rulings, register))
    for old, entries in speaking.items():
        holds = max(entries, key=lambda ruling: (ruling.date, ruling.line))
        decisions += [Decision(old, version_named(new, register), holds) for new in holds.new]
        problems += [
            _conflict(
                rulings.file, entry, holds, next(code for code in entry.old if version_named(code, register) == old)
            )
            for entry in entries
            if _content(entry) != _content(holds)
        ]
    return tuple(decisions), tuple(problems)


def version_named(code: str, register: Register) -> str:
    """Return the folded version name of a code, its own folded form where the collection does not have it."""
    return register.name(code) or code_key(code)


def _content(ruling: SuccessionRuling) -> tuple[object, ...]:
    new = tuple(sorted(map(code_key, ruling.new)))
    return new, ruling.equivalence, ruling.published, ruling.superseded, ruling.last_use


def _conflict(file: str, entry: SuccessionRuling, holds: SuccessionRuling, code: str) -> Diagnostic:
    message = f"this ruling on {code} differs from the one in line {holds.line}, which is later and holds"
    return diagnostic("ruling-conflict", file, entry.line, message, unit=code)


def _unknown(rulings: Rulings, register: Register) -> Iterator[Diagnostic]:
    named = [(ruling.line, code) for ruling in rulings.successions for code in (*ruling.old, *ruling.new)]
    named += [(ruling.line, ruling.code) for ruling in rulings.units]
    for line, code in named:
        if register.name(code) is None:
            message = f"the ruling names {code}, which is not in the collection"
            yield diagnostic("ruling-unknown-unit", rulings.file, line, message, unit=code)
