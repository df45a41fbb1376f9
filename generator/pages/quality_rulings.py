"""Successions that need a human: those nobody has ruled on, and those whose ruling is not what is proposed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import SuccessionRuling
from generator.consequences.matter import Matter
from generator.consequences.proposal import proposal
from generator.consequences.result import Proposal, Relation
from generator.consequences.ruling_rules import OTHERWISE, RULES
from generator.contents import Contents, Published
from generator.pages.names import language_note
from generator.pages.proposed_ruling import Agreement, agreement_of, reasons_text, ruled_text
from generator.published import Why
from generator.text.wording import counted, listed

_UNKNOWN = "nothing: one of the sources has no requirements"


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """A succession that needs a human, with the address of its comparison; ``ruled`` is empty where nothing is."""

    title: str
    address: str
    ruled: str
    proposed: str
    reasons: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule by which a ruling is proposed."""

    means: str
    outcome: str


@dataclass(frozen=True, slots=True)
class RulingsView:
    """Successions without a ruling, successions whose ruling differs from the proposal, and the rules of proposing."""

    summary: str
    missing: tuple[SuccessionRow, ...]
    disagreeing: tuple[SuccessionRow, ...]
    rules: tuple[RuleRow, ...]
    otherwise: str


def rulings_view(contents: Contents) -> RulingsView:
    """Return what of the successions of a collection is left to rule; versions that are not there are left out."""
    missing, disagreeing = [], []
    number = 0
    for one, ruling, proposed in _successions(contents):
        number += 1
        agreement = agreement_of(proposed, ruling)
        if agreement is Agreement.NOT_RULED:
            missing.append(_row(one, "", proposed, contents))
        elif agreement is Agreement.DISAGREE:
            disagreeing.append(_row(one, ruled_text(ruling), proposed, contents))
    return RulingsView(
        summary=_summary(number, len(missing), len(disagreeing)),
        missing=tuple(missing),
        disagreeing=tuple(disagreeing),
        rules=tuple(RuleRow(rule.means, rule.outcome.value) for rule in RULES),
        otherwise=OTHERWISE,
    )


def _successions(contents: Contents) -> Iterator[tuple[Published, SuccessionRuling | None, Proposal]]:
    """Yield every succession that can be compared, in one language unless the proposals differ."""
    seen = set()
    for one in contents.published.values():
        if one.pair.why is not Why.SUCCESSION or one.pair.swapped:
            continue
        proposed = proposal(Matter.of(one.comparison, Relation.SUCCESSION))
        names = tuple(map(contents.catalogue.version_name, (one.pair.old, one.pair.new)))
        if (names, proposed.equivalence) not in seen:
            seen.add((names, proposed.equivalence))
            yield one, one.pair.versions.ruling if one.pair.versions else None, proposed


def _row(one: Published, ruled: str, proposed: Proposal, contents: Contents) -> SuccessionRow:
    note = language_note(one.pair.new.language)
    return SuccessionRow(
        title=f"{one.pair.old.code.text} to {one.pair.new.code.text}{f', {note}' if note else ''}",
        address=contents.addresses.published(one.pair),
        ruled=ruled,
        proposed=proposed.equivalence.value if proposed.equivalence else _UNKNOWN,
        reasons=reasons_text(proposed.reasons),
    )


def _summary(number: int, missing: int, disagreeing: int) -> str:
    if not number:
        return "No unit of this collection supersedes another one that is in it, so there is nothing to rule."
    if not missing and not disagreeing:
        return (
            f"{counted(number, 'succession')}, nothing to report: all ruled, and no ruling differs from the proposal."
        )
    if missing == number:
        return f"{counted(number, 'succession')} without a ruling on equivalence."
    parts = [
        f"{missing} without a ruling on equivalence" if missing else "",
        f"{disagreeing} with a ruling that differs from the proposal" if disagreeing else "",
    ]
    return f"{counted(number, 'succession')}: {listed([*filter(None, parts)])}."
