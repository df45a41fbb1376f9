"""What the program proposes to rule on two units, and what a human ruled: side by side, never mixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.catalogue import SuccessionRuling
from generator.consequences import Relation
from generator.consequences.result import Consequences, GapList, GapState, Proposal
from generator.text.wording import counted, listed

NOT_RULED = "No human has ruled yet whether the two are equivalent."


class Agreement(StrEnum):
    """How a human ruling and the proposal stand to each other."""

    NOT_RULED = "not ruled"
    AGREE = "agree"
    DISAGREE = "disagree"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True)
class RulingView:
    """The ruling of a human and the proposal of the program; ``ruled`` and ``agreement`` are empty where none is due.

    ``reasons`` are clauses that end the sentence "because", ``figures`` and ``unknown`` whole sentences.
    """

    proposed: str
    reasons: tuple[str, ...]
    figures: tuple[str, ...]
    unknown: tuple[str, ...]
    ruled: str = ""
    agreement: str = ""
    disagrees: bool = False


def ruling_view(found: Consequences, ruling: SuccessionRuling | None) -> RulingView:
    """Return both; a human is asked for a ruling only where the new unit supersedes the old one."""
    proposal = found.proposal
    shown = RulingView(_proposed(found), proposal.reasons, proposal.figures, proposal.unknown)
    if proposal.relation is not Relation.SUCCESSION:
        return shown
    agreement = agreement_of(proposal, ruling)
    return RulingView(
        shown.proposed,
        shown.reasons,
        shown.figures,
        shown.unknown,
        ruled=ruled_text(ruling),
        agreement=_agreement_text(agreement, ruling),
        disagrees=agreement is Agreement.DISAGREE,
    )


def agreement_of(proposal: Proposal, ruling: SuccessionRuling | None) -> Agreement:
    """Return whether a ruling and the proposal agree; a ruling on more than two units cannot be set against it."""
    if ruling is None or ruling.equivalence is None:
        return Agreement.NOT_RULED
    if proposal.equivalence is None or len(ruling.old) > 1 or len(ruling.new) > 1:
        return Agreement.NOT_COMPARABLE
    return Agreement.AGREE if proposal.equivalence.value == ruling.equivalence.value else Agreement.DISAGREE


def ruled_text(ruling: SuccessionRuling | None) -> str:
    """Return what a human ruled, when, by whom and why, in sentences."""
    if ruling is None:
        return NOT_RULED
    why = f" Reason: {ruling.why.removesuffix('.')}." if ruling.why else ""
    said = f"on {ruling.date.isoformat()} by {ruling.who}"
    if ruling.equivalence is None:
        return f"The succession was ruled {said}.{why} {NOT_RULED}"
    return f"Ruled: {ruling.equivalence.value}, {said}.{why}"


def _agreement_text(agreement: Agreement, ruling: SuccessionRuling | None) -> str:
    if agreement is Agreement.AGREE:
        return "The proposal of this program is the same."
    if agreement is Agreement.DISAGREE:
        return "The proposal of this program is another one. The ruling holds; look at the reasons."
    if agreement is Agreement.NOT_COMPARABLE and ruling and len((*ruling.old, *ruling.new)) > len(("old", "new")):
        return f"The ruling is about {listed((*ruling.old, *ruling.new))} together, the proposal about two of them."
    return ""


def _proposed(found: Consequences) -> str:
    proposal = found.proposal
    if proposal.relation is Relation.UNITS:
        return f"Two different units, so nothing is ruled about them. {' '.join(_overlap(found))}"
    if proposal.equivalence is None:
        return "Nothing can be proposed: one of the sources has no requirements."
    return f"Proposed by this program: {proposal.equivalence.value}, because {reasons_text(proposal.reasons)}."


def reasons_text(reasons: Sequence[str]) -> str:
    """Return clauses as one; clauses that hold an "and" of their own are set apart by semicolons."""
    return "; ".join(reasons) if any(" and " in reason for reason in reasons) else listed(reasons)


def _overlap(found: Consequences) -> Iterator[str]:
    """Yield for each unit how many of its requirements have a counterpart in the other."""
    for gaps in found.gaps:
        yield overlap_text(gaps)


def overlap_text(gaps: GapList) -> str:
    """Return how many requirements of one unit have a counterpart in the other."""
    states = gaps.counts()
    number, check = states.total(), states[GapState.CHECK]
    shared = number - states[GapState.MISSING]
    if not number:
        return f"{gaps.claimed} has no requirements."
    verb = "has" if shared == 1 else "have"
    text = f"{shared} of the {counted(number, 'requirement')} of {gaps.claimed} {verb} a counterpart in {gaps.held}"
    if not check:
        return f"{text}."
    return f"{text}, {'to be checked' if shared == check else f'{check} of them to be checked'}."
