"""The wording of a link in two columns, old and new, each of which reads as running text."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compare.result import Change, InlineRun, Link

Runs = tuple[InlineRun, ...]


def columns(link: Link) -> tuple[tuple[Runs, ...], tuple[Runs, ...]]:
    """Return the lines of the old and of the new column, one line for a node.

    The old column holds runs of kind "same" and "removed", the new one "same" and "added". The one line of a
    split or merge is "same" throughout; its pieces show what the whole does not say.
    """
    if not link.pieces:
        return _line(link.runs, "removed"), _line(link.runs, "added")
    parts_old = tuple(_only(piece, "removed") for piece in link.pieces)
    parts_new = tuple(_only(piece, "added") for piece in link.pieces)
    if link.change is Change.SPLIT:
        return (_plain(parts_old[0]),), parts_new
    return parts_old, (_plain(parts_new[0]),)


def _line(runs: Runs, kind: str) -> tuple[Runs, ...]:
    line = _only(runs, kind)
    return (line,) if line else ()


def _only(runs: Iterable[InlineRun], kind: str) -> Runs:
    return tuple(run for run in runs if run.kind in ("same", kind))


def _plain(runs: Runs) -> Runs:
    return (InlineRun("same", "".join(run.text for run in runs)),)
