"""Which version follows which: ruled by a human, stated in a text, or inferred from the version letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.catalogue.checks import spot
from generator.catalogue.decisions import Decision
from generator.catalogue.graph import reaches
from generator.catalogue.names import code_key, name_of, unit_key, version_order
from generator.catalogue.register import Register
from generator.catalogue.rulings import SuccessionRuling
from generator.catalogue.statements import Statement
from generator.diagnostics import Diagnostic, diagnostic


class Basis(StrEnum):
    """What a succession rests on, the strongest first."""

    RULED = "ruled"
    STATED = "stated"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Succession:
    """``new`` supersedes ``old``: names of versions as printed, of the collection or not.

    ``reason`` is the sentence for readers; ``ruling`` the ruling behind it; ``quote`` the sentence of the text.
    """

    old: str
    new: str
    basis: Basis
    reason: str
    ruling: SuccessionRuling | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """The successions of a collection, and all that is known about older and newer.

    ``newer`` maps every folded version name to those known to be newer; it has no circles. It holds more
    than the successions: a version of the same base is newer even where another unit superseded the old one.
    """

    successions: tuple[Succession, ...]
    newer: Mapping[str, tuple[str, ...]]
    diagnostics: tuple[Diagnostic, ...]


def order_of(
    register: Register,
    decisions: Sequence[Decision],
    statements: Iterable[Statement],
    printed: Mapping[str, str],
    rulings_file: str,
) -> Order:
    """Return the successions of a collection: first what is ruled, then what texts state, then what letters suggest.

    A ruling on a unit replaces what texts and letters say of its successors; a text replaces the letters.
    ``printed`` gives every folded version name as printed. Texts that contradict a ruling or each other
    give a diagnostic.
    """
    newer: dict[str, list[str]] = {}
    found: dict[tuple[str, str], Succession] = {}
    for decision in decisions:
        if _added(newer, decision.old, decision.new):
            found[decision.old, decision.new] = _ruled(decision, printed)
    ruled = {decision.old: decision.ruling for decision in decisions}
    problems = []
    for statement in sorted(statements, key=_statement_order):
        edge = statement.earlier, statement.later
        if edge in found or statement.kind != "succession":
            continue
        if statement.earlier in ruled or not _added(newer, *edge):
            problems.append(_contradiction(statement, ruled.get(statement.earlier), printed, rulings_file))
        else:
            found[edge] = _stated(statement, printed)
    settled = {old for old, _ in found}
    for old, new in _version_steps(register, newer):
        if old not in settled:
            found[old, new] = _inferred(old, new, register, printed)
    return Order(tuple(found[edge] for edge in sorted(found)), _frozen(newer), tuple(problems))


def _added(newer: dict[str, list[str]], old: str, new: str) -> bool:
    """Add an edge unless it closes a circle; return whether the graph has it."""
    if reaches(newer, new, old):
        return False
    ahead = newer.setdefault(old, [])
    if new not in ahead:
        ahead.append(new)
    return True


def _frozen(newer: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(sorted(ahead)) for name, ahead in newer.items()}


def _ruled(decision: Decision, printed: Mapping[str, str]) -> Succession:
    names = printed[decision.old], printed[decision.new]
    return Succession(*names, Basis.RULED, decision.ruling.sentence, ruling=decision.ruling)


def _stated(statement: Statement, printed: Mapping[str, str]) -> Succession:
    names = printed[statement.earlier], printed[statement.later]
    reason = f"stated in the text of {name_of(statement.unit.code)}"
    return Succession(*names, Basis.STATED, reason, quote=statement.quote)


def _inferred(old: str, new: str, register: Register, printed: Mapping[str, str]) -> Succession:
    kind = "letter" if (register.versions[new][0].code.version or "").isalpha() else "number"
    return Succession(printed[old], printed[new], Basis.VERSION, f"inferred from the version {kind}")


def _statement_order(statement: Statement) -> tuple[str, str, str, str, str]:
    # Where two texts contradict each other, the one by which the lower code gave way is heard first: of one
    # base code that is the one that agrees with the version letters.
    return statement.earlier, statement.later, *unit_key(statement.unit), statement.part


def _contradiction(
    statement: Statement, ruling: SuccessionRuling | None, printed: Mapping[str, str], rulings_file: str
) -> Diagnostic:
    claim = f"the text says that {printed[statement.later]} supersedes {printed[statement.earlier]}, but"
    if ruling:
        message, hint = f"{claim} {rulings_file}, line {ruling.line}, rules otherwise; the ruling holds", None
    else:
        message = f"{claim} {printed[statement.earlier]} is known to follow {printed[statement.later]}"
        hint = "Rule in source_units/rulings.yml which of the two follows the other."
    unit = statement.unit
    return diagnostic("ruling-conflict", *spot(unit, statement.place), message, hint=hint, unit=unit.code.text)


def _version_steps(register: Register, newer: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Add the order of versions of one base to a graph; yield each version with the next one it can have."""
    bases: dict[str, dict[tuple[tuple[int, int, str], ...], list[str]]] = {}
    for name, units in register.versions.items():
        ranks = bases.setdefault(code_key(units[0].code.base), {})
        ranks.setdefault(version_order(units[0].code.version), []).append(name)
    for base in sorted(bases):
        ranked = [sorted(names) for _, names in sorted(bases[base].items())]
        for position, names in enumerate(ranked):
            for old in names:
                yield from ((old, new) for new in _next_versions(old, ranked[position + 1 :], newer))


def _next_versions(old: str, later: Sequence[Sequence[str]], newer: dict[str, list[str]]) -> tuple[str, ...]:
    for names in later:
        follow = tuple(name for name in names if _added(newer, old, name))
        if follow:
            return follow
    return ()
