"""The wording of a link in two columns, old and new, each of which reads as running text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.compare.result import Change, InlineRun, Link
from generator.compare.tokens import Token, tokens

Runs = tuple[InlineRun, ...]


def columns(link: Link) -> tuple[tuple[Runs, ...], tuple[Runs, ...]]:
    """Return the lines of the old and of the new column, one line for a node.

    The old column holds runs of kind "same" and "removed", the new one "same" and "added". In the lines of a split
    or merge every word is marked that no line of the other column has, wherever it stands there.
    """
    if not link.pieces:
        return _line(link.runs, "removed"), _line(link.runs, "added")
    old, new = ([_spelled(piece, kind) for piece in link.pieces] for kind in ("removed", "added"))
    if link.change is Change.SPLIT:
        return _beside(old[:1], new)
    return _beside(old, new[:1])


def _line(runs: Runs, kind: str) -> tuple[Runs, ...]:
    line = tuple(run for run in runs if run.kind in ("same", kind))
    return (line,) if line else ()


def _spelled(runs: Runs, kind: str) -> Sequence[Token]:
    return tokens("".join(run.text for run in runs if run.kind in ("same", kind)))


def _beside(
    old: Sequence[Sequence[Token]], new: Sequence[Sequence[Token]]
) -> tuple[tuple[Runs, ...], tuple[Runs, ...]]:
    in_old, in_new = (frozenset(token.fold for line in lines for token in line) for lines in (old, new))
    return tuple(_marked(line, in_new, "removed") for line in old), tuple(
        _marked(line, in_old, "added") for line in new
    )


def _marked(line: Sequence[Token], elsewhere: frozenset[str], kind: str) -> Runs:
    """Return a line as runs with the words marked that do not stand elsewhere; punctuation is never marked alone."""
    kinds = ("same" if token.fold in elsewhere or not token.is_word else kind for token in line)
    stretches = groupby(zip(kinds, line, strict=True), key=lambda pair: pair[0])
    return tuple(InlineRun(found, "".join(token.text for _, token in pairs)) for found, pairs in stretches)
