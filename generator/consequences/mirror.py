"""The same comparison read the other way round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.compare import Change, Comparison, FieldChange, InlineRun, Link

_CHANGES = {
    Change.ADDED: Change.REMOVED,
    Change.REMOVED: Change.ADDED,
    Change.SPLIT: Change.MERGED,
    Change.MERGED: Change.SPLIT,
}
_RUNS = {"same": "same", "removed": "added", "added": "removed"}
_SIDES = {"old": "new", "new": "old"}


def mirrored(comparison: Comparison) -> Comparison:
    """Return a comparison from the new unit to the old one without comparing them again; links keep their order."""
    return Comparison(
        comparison.new,
        comparison.old,
        tuple(map(_field, comparison.fields)),
        tuple(map(_link, comparison.links)),
        tuple(_further(change, comparison.links) for change in comparison.further),
    )


def _further(change: FieldChange, links: Iterable[Link]) -> FieldChange:
    """Return the change of a text that is named after a node of the new side, which is now the old one."""
    node, _, detail = change.field.rpartition(".")
    partner = next((link.old[0] for link in links if change.new and link.old and node in link.new), node)
    return replace(_field(change), field=f"{partner}.{detail}" if node else change.field)


def _field(change: FieldChange) -> FieldChange:
    return replace(
        change,
        change=_CHANGES.get(change.change, change.change),
        old=change.new,
        new=change.old,
        runs=_runs(change.runs),
        absent_from_source=_SIDES.get(change.absent_from_source or ""),
    )


def _link(link: Link) -> Link:
    return replace(
        link,
        old=link.new,
        new=link.old,
        change=_CHANGES.get(link.change, link.change),
        runs=_runs(link.runs),
        pieces=tuple(map(_runs, link.pieces)),
        absent_from_source=_SIDES.get(link.absent_from_source or ""),
    )


def _runs(runs: Iterable[InlineRun]) -> tuple[InlineRun, ...]:
    return tuple(InlineRun(_RUNS[run.kind], run.text) for run in runs)
