"""What a holder of one unit lacks of another one, for the recognition of prior learning."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compare import Comparison
from generator.consequences.decisive import decisive_fields, holder_text
from generator.consequences.places import short_place
from generator.consequences.result import Gap, GapList, GapState
from generator.consequences.rows import Row, Weight
from generator.model import Unit, nodes


def gap_list(comparison: Comparison, rows: Iterable[Row]) -> GapList:
    """Return what a holder of the old unit lacks who claims the new one, from a comparison and its rows.

    Every requirement and criterion of the unit claimed stands in exactly one state: missing without counterpart;
    to be checked where the meaning may have changed, or where it says something its counterpart does not say;
    carried over where its counterpart says as much or more.
    """
    held, claimed = comparison.old, comparison.new
    gaps = {name: _gap(name, place, row, held) for row in rows for place, name in enumerate(row.link.new)}
    return GapList(
        held=held.code.name,
        claimed=claimed.code.name,
        gaps=tuple(gaps[node.name] for node in nodes(claimed) if node.kind != "element"),
        remarks=tuple(
            holder_text(field, held.code.name, claimed.code.name)
            for field in decisive_fields(comparison)
            if not field.same
        ),
    )


def _gap(name: str, place: int, row: Row, held: Unit) -> Gap:
    state, reason = _state(name, row, held)
    return Gap(
        kind=row.link.kind,
        name=name,
        place=short_place(name),
        text=row.new[place],
        state=state,
        counterparts=row.link.old,
        counterpart_texts=row.old,
        reason=reason,
        check=row.check,
        same=bool(row.old) and row.weight is Weight.SAME and not row.link.pieces,
    )


def _state(name: str, row: Row, held: Unit) -> tuple[GapState, str]:
    if not row.link.old:
        if row.lacking == "old":
            what = "criteria" if row.link.kind == "criterion" else "requirements"
            return GapState.CHECK, f"no {what} found in the source of {held.code.name}"
        return GapState.MISSING, f"no counterpart in {held.code.name}"
    said = row.difference or "same words"
    if row.weight is Weight.MEANING:
        return GapState.CHECK, said
    if name not in row.gained:
        return GapState.CARRIED_OVER, said
    return GapState.CHECK, f"{said}, and says more" if row.link.pieces else said
