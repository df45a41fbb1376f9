"""The ruling a program can propose: reasons and figures, for a human to decide."""

from __future__ import annotations

from collections.abc import Iterator

from generator.consequences.decisive import change_text, same_text
from generator.consequences.figures import Figures, Side, figures
from generator.consequences.matter import Matter
from generator.consequences.result import Equivalence, Proposal, Relation
from generator.consequences.ruling_rules import RULES, Codes, Rule
from generator.text.wording import counted

_STRONGEST_FIRST = (Equivalence.NOT_EQUIVALENT, Equivalence.MINOR_CHANGES)
_NOTHING_COUNTS = "nothing that counts differs"


def proposal(matter: Matter) -> Proposal:
    """Return what to rule on two versions, or how far two different units overlap."""
    found = figures(matter)
    equivalence, rules = _outcome(matter, found)
    codes = Codes(matter.old, matter.new)
    reasons = [rule.says(found, codes) for rule in rules]
    if equivalence is Equivalence.EQUIVALENT:
        reasons = [_NOTHING_COUNTS]
    return Proposal(
        matter.relation,
        equivalence,
        tuple(rule.name for rule in rules),
        tuple(dict.fromkeys(reasons)),
        tuple(_sentences(matter, found)),
        tuple(_unknown(matter)),
    )


def _outcome(matter: Matter, found: Figures) -> tuple[Equivalence | None, list[Rule]]:
    if matter.relation is Relation.UNITS or matter.lacking("requirement"):
        return None, []
    applying = [rule for rule in RULES if rule.applies(found)]
    for outcome in _STRONGEST_FIRST:
        rules = [rule for rule in applying if rule.outcome is outcome]
        if rules:
            return outcome, rules
    return Equivalence.EQUIVALENT, []


def _sentences(matter: Matter, found: Figures) -> Iterator[str]:
    yield from (matter.difference(field) for field in matter.fields if field.changed)
    same = same_text(matter.fields)
    if same:
        yield same
    for pair, one, several in (
        (found.requirements, "requirement", "requirements"),
        (found.criteria, "assessment criterion", "assessment criteria"),
    ):
        if pair.old == pair.new and pair.new.number and pair.new.same == pair.new.number:
            yield f"The {several} of both say the same."
            continue
        for side, code, other in ((pair.new, matter.new, matter.old), (pair.old, matter.old, matter.new)):
            if side.number:
                yield f"{counted(side.number, one, several)} of {code}: {_shares(side, other)}."


def _shares(side: Side, other: str) -> str:
    """Return what became of the requirements, or criteria, of one unit, in shares of their number."""
    parts = [
        f"{_part(number, side)} {words}"
        for number, words in (
            (side.same, f"{_say(side.same)} the same"),
            (side.wording, "with other words"),
            (side.meaning, "perhaps with another meaning"),
            (side.alone, f"without counterpart in {other}"),
        )
        if number
    ]
    return ", ".join(parts)


def _say(number: int) -> str:
    return "says" if number == 1 else "say"


def _part(number: int, side: Side) -> str:
    return f"{number} ({100 * number / side.number:.0f}%)"


def _unknown(matter: Matter) -> Iterator[str]:
    for field in matter.fields:
        if field.lacking:
            yield change_text(field)
    for kind, what in (("requirement", "Requirements"), ("criterion", "Assessment criteria")):
        if matter.lacking(kind):
            yield f"{what}: not found in the source of {matter.lacking(kind)}."
