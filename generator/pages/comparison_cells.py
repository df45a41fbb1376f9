"""The cells of a comparison: the wording of one side, with marks on what differs and codes as links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.compare import FieldChange, InlineRun, Link
from generator.compare.columns import columns
from generator.model import Node

Targets = Callable[[str], tuple[tuple[int, int, str], ...]]
"""Gives start, end and address of the codes in a text of a unit, by the part the text is ("remark", "e1.r2")."""

_NOT_IN_SOURCE = "not found in this source"
_NO_HEADING = "no heading"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of wording: "same", "removed" or "added", and the address it leads to, if any."""

    kind: str
    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """One text of a cell with its place in the unit ("1.5")."""

    place: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; ``absent`` is what it says instead of a text."""

    wordings: tuple[Wording, ...] = ()
    absent: str = ""


def no_targets(part: str) -> tuple[tuple[int, int, str], ...]:  # noqa: ARG001 - the form of Targets
    """Link nothing: for documents that stand alone."""
    return ()


def place_name(name: str) -> str:
    """Return the place of a node as people count: "1.5" for e1.r5, "2" for c2, nothing for an element."""
    if name.startswith("c"):
        return name[1:]
    return name[1:].replace(".r", ".") if "." in name else ""


@dataclass(frozen=True, slots=True)
class Cells:
    """Makes the cells of one side: ``side`` is "old" or "new", ``marked`` the kind of run that only it has."""

    side: str
    marked: str
    nodes: Mapping[str, Node]
    targets: Targets

    def of_field(self, change: FieldChange, *, marked: bool = True) -> Cell:
        """Return the cell of a field; what only one source has is plain: nothing is known to have changed."""
        text = change.old if self.side == "old" else change.new
        if change.absent_from_source == self.side:
            return Cell(absent=_NOT_IN_SOURCE)
        if text is None:
            return Cell(absent="empty")
        # That two units have two codes is no change.
        plain = change.absent_from_source or change.field == "code" or not marked
        runs = () if plain else change.runs
        return Cell((self._wording("", change.field, text, runs),))

    def of_link(self, link: Link, *, marked: bool = True) -> Cell:
        """Return the cell of a link, a text for each of its nodes on this side; what differs is ``marked`` or not."""
        if link.absent_from_source == self.side:
            return Cell(absent=_NOT_IN_SOURCE)
        names, lines = (link.old, columns(link)[0]) if self.side == "old" else (link.new, columns(link)[1])
        if names and not any(self.nodes[name].text for name in names):
            return Cell(absent=_NO_HEADING)
        # Where only one source has the text, nothing is known to have changed.
        shown = () if link.absent_from_source or not marked else lines
        return Cell(tuple(self._node(name, shown[at] if at < len(shown) else ()) for at, name in enumerate(names)))

    def plain(self, name: str) -> Cell:
        """Return a cell with the text of a node, nothing marked."""
        return Cell((self._node(name, ()),))

    def _node(self, name: str, runs: tuple[InlineRun, ...]) -> Wording:
        return self._wording(place_name(name), name, self.nodes[name].text or "", runs)

    def _wording(self, place: str, part: str, text: str, runs: tuple[InlineRun, ...]) -> Wording:
        pieces = tuple(_shown(runs, self.marked)) or (Piece("same", text),)
        return Wording(place, tuple(_linked(pieces, self.targets(part))))


def _shown(runs: Iterable[InlineRun], marked: str) -> Iterator[Piece]:
    """Yield the runs of one side, with the blanks around a marked run outside of its mark."""
    for run in runs:
        if run.kind == "same":
            yield Piece("same", run.text)
        elif run.kind == marked:
            bare = run.text.strip()
            before, _, after = run.text.partition(bare) if bare else (run.text, "", "")
            parts = (Piece("same", before), Piece(marked, bare), Piece("same", after))
            yield from (part for part in parts if part.text)


def _linked(pieces: Iterable[Piece], targets: tuple[tuple[int, int, str], ...]) -> Iterator[Piece]:
    """Yield the pieces cut where a link begins or ends."""
    start = 0
    for piece in pieces:
        end, last = start + len(piece.text), start
        for first, behind, address in targets:
            low, high = max(first, last), min(behind, end)
            if low < high:
                if last < low:
                    yield Piece(piece.kind, piece.text[last - start : low - start])
                yield Piece(piece.kind, piece.text[low - start : high - start], address)
                last = high
        if last < end:
            yield Piece(piece.kind, piece.text[last - start :])
        start = end
