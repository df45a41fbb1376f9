"""The gap lists of two units: what a holder of one lacks who claims the other, to print and fill in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.compare.sentences import alert_words
from generator.consequences.places import short_place
from generator.consequences.result import Gap, GapList, GapState
from generator.model import Unit
from generator.text.slugs import slug
from generator.text.wording import counted, listed

LONGEST_OPEN = 12
"""A list of more rows is folded on the screen; paper shows all of them."""

_SIGNS = {
    GapState.MISSING: ("−", "Missing"),
    GapState.CHECK: ("?", "To check"),
    GapState.CARRIED_OVER: ("=", "Carried over"),
}
_COUNTED = {GapState.MISSING: "missing", GapState.CHECK: "to check", GapState.CARRIED_OVER: "carried over"}
_KINDS = {"requirement": ("requirement", "requirements"), "criterion": ("assessment criterion", "assessment criteria")}


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text of a unit with its place and language."""

    place: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """One requirement claimed, its counterparts, and why it is in its state; ``check`` is what to check."""

    claimed: TextLine
    held: tuple[TextLine, ...]
    reason: str
    check: str


@dataclass(frozen=True, slots=True)
class GapGroup:
    """The rows of one state."""

    css: str
    sign: str
    word: str
    number: int
    folded: bool
    rows: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class GapSheet:
    """One direction: a holder of ``held`` claims ``claimed`` (codes)."""

    anchor: str
    held: str
    claimed: str
    summary: str
    remarks: tuple[str, ...]
    groups: tuple[GapGroup, ...]


def gap_sheet(gaps: GapList, held: Unit, claimed: Unit) -> GapSheet:
    """Return a gap list as it is shown: what is missing, what is to be checked, what carries over."""
    groups = (_group(state, [gap for gap in gaps.gaps if gap.state is state], held, claimed) for state in GapState)
    return GapSheet(
        anchor=f"gaps-{slug(gaps.held)}-to-{slug(gaps.claimed)}",
        held=gaps.held,
        claimed=gaps.claimed,
        summary=" ".join(filter(None, (_summary(gaps, kind) for kind in _KINDS))),
        remarks=gaps.remarks,
        groups=tuple(group for group in groups if group.rows),
    )


def _summary(gaps: GapList, kind: str) -> str:
    states = gaps.counts(kind)
    number = states.total()
    if not number:
        return ""
    said = [f"{states[state]} {words}" for state, words in _COUNTED.items() if states[state]]
    return f"{counted(number, *_KINDS[kind])} of {gaps.claimed}: {listed(said)}."


def _group(state: GapState, gaps: Sequence[Gap], held: Unit, claimed: Unit) -> GapGroup:
    sign, word = _SIGNS[state]
    return GapGroup(
        css=state.value.replace(" ", "-"),
        sign=sign,
        word=word,
        number=len(gaps),
        folded=state is GapState.CARRIED_OVER or len(gaps) > LONGEST_OPEN,
        rows=tuple(_row(gap, held, claimed) for gap in gaps),
    )


def _row(gap: Gap, held: Unit, claimed: Unit) -> GapRow:
    texts = zip(gap.counterparts, gap.counterpart_texts, strict=True)
    return GapRow(
        claimed=TextLine(gap.place, gap.text, claimed.language),
        held=tuple(TextLine(short_place(name), "" if gap.same else text, held.language) for name, text in texts),
        reason=gap.reason if gap.counterparts else "",
        check=f"Check: {alert_words(gap.check)}" if gap.check else "",
    )
