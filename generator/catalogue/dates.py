"""When a unit was published and superseded, and until when it may be used: ruled, or printed in its source."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue.decisions import Decision
from generator.catalogue.names import unit_key
from generator.catalogue.register import Register
from generator.catalogue.rulings import Rulings
from generator.diagnostics import Diagnostic, diagnostic
from generator.model import Unit
from generator.text.folding import label_form


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date and where it comes from; ``line`` is its line in the rulings file, None where the source prints it."""

    value: datetime.date
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class UnitDates:
    """What is known of a unit's dates; None is no statement."""

    published: DateFact | None = None
    superseded: DateFact | None = None
    last_use: DateFact | None = None


KINDS = ("published", "superseded", "last_use")


def dates_of(
    units: Iterable[Unit], rulings: Rulings, decisions: Iterable[Decision], register: Register
) -> tuple[Mapping[tuple[str, str], UnitDates], tuple[Diagnostic, ...]]:
    """Return the dates of every unit that has one, by `unit_key`, and the rulings that disagree about a date.

    A ruled date goes before a printed one; printed dates are extra fields named as in the rulings file,
    with a value such as 2014-03-31. Of two ruled dates the first in the file holds.
    """
    ruled: dict[tuple[str, str], DateFact] = {}
    problems = []
    for name, kind, fact in sorted(_ruled(rulings, decisions, register), key=lambda each: each[2].line or 0):
        held = ruled.setdefault((name, kind), fact)
        if held.value != fact.value:
            problems.append(_conflict(rulings.file, register.printed(name), kind, held, fact))
    found = {}
    for unit in units:
        dates = UnitDates(*(ruled.get((unit_key(unit)[0], kind)) or _printed(unit, kind) for kind in KINDS))
        if dates != UnitDates():
            found[unit_key(unit)] = dates
    return found, tuple(problems)


def _ruled(rulings: Rulings, decisions: Iterable[Decision], register: Register) -> Iterator[tuple[str, str, DateFact]]:
    for decision in decisions:
        ruling = decision.ruling
        for name, kind, value in (
            (decision.new, "published", ruling.published),
            (decision.old, "superseded", ruling.superseded),
            (decision.old, "last_use", ruling.last_use),
        ):
            if value and name in register.versions:
                yield name, kind, DateFact(value, ruling.sentence, ruling.line)
    for entry in rulings.units:
        known = register.name(entry.code)
        for kind, value in (("published", entry.published), ("last_use", entry.last_use)):
            if value and known:
                yield known, kind, DateFact(value, f"ruled in {rulings.file}", entry.line)


def _conflict(file: str, code: str, kind: str, held: DateFact, other: DateFact) -> Diagnostic:
    message = f"{kind} of {code} is {other.value} here and {held.value} in line {held.line}, which holds"
    return diagnostic("ruling-conflict", file, other.line or 1, message, unit=code)


def _printed(unit: Unit, kind: str) -> DateFact | None:
    for label, value in unit.extra_fields:
        if label_form(label).replace(" ", "_") == kind:
            with contextlib.suppress(ValueError):
                fix = next((one.file for one in unit.corrections if one.path == kind), None)
                reason = f"corrected in {fix}" if fix else "printed in the source"
                return DateFact(datetime.date.fromisoformat(value.strip()), reason)
    return None
