"""Items to requirements, with collapsed runs taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.diagnostics import Finding
from generator.model import Requirement
from generator.parse.claims import Claims
from generator.positions import Passage
from generator.reading.collapsed import Evidence, is_run, nested, split_run
from generator.reading.items import Item, Marker

_UNMARKED = frozenset({"blank", "list", "none"})


@dataclass(frozen=True, slots=True)
class Collapsed:
    """The pieces of the items that were runs, by the identity of the item, and what to say about them.

    ``restored`` holds the identities of all pieces and of what is below them.
    """

    pieces: dict[int, list[Item]]
    restored: frozenset[int]
    findings: tuple[Finding, ...]

    def of(self, item: Item) -> list[Item]:
        """Return the pieces of an item, the item itself where it was no run."""
        return self.pieces.get(id(item), [item])


def split_collapsed(items: Sequence[Item], learned: frozenset[str] = frozenset()) -> Collapsed:
    """Take apart the items that are runs of several, in one section.

    Once one line of a section is a run, its unmarked neighbours are split at weaker signs too. ``learned`` holds
    words that begin requirements elsewhere in the collection.
    """
    runs = any(is_run(item.passage, learned) for item in items if item.marker.kind in _UNMARKED)
    pieces: dict[int, list[Item]] = {}
    findings: list[Finding] = []
    for item in items:
        without_bullet = Evidence.AMONG_RUNS if runs else Evidence.NO_BULLET
        evidence = without_bullet if item.marker.kind in _UNMARKED else Evidence.OWN_BULLET
        parts = split_run(item.passage, evidence, learned)
        if len(parts) > 1:
            pieces[id(item)] = [_piece(item, passage, children) for passage, children in nested(parts)]
            pieces[id(item)][0].marks = item.marks
            message = f"{len(parts)} requirements stood in one line without separators; split by rule"
            findings.append(Finding("collapsed-bullets", item.passage.span.start, message))
    restored = frozenset(id(piece) for parts in pieces.values() for piece in _children_first(parts))
    return Collapsed(pieces, restored, tuple(findings))


def _piece(item: Item, passage: Passage, children: Sequence[Passage]) -> Item:
    below = [Item(Marker("none"), [child], depth=item.depth + 1) for child in children]
    return Item(item.marker, [passage], depth=item.depth, indent=item.indent, listing=item.listing, children=below)


def to_requirements(
    items: Sequence[Item], claims: Claims, restored: frozenset[int] = frozenset()
) -> tuple[Requirement, ...]:
    """Return items as requirements, claiming their words; ``restored`` holds the identities of split items.

    What stands below an item without text takes its place; its range is left unclaimed, as it is the range of nothing.
    """
    done: dict[int, Requirement] = {}
    for item in _children_first(items):
        for mark in item.marks:
            claims.discard(mark)
        passage = item.passage
        text = claims.take(passage)
        done[id(item)] = Requirement(
            text=text,
            children=_with_text(done[id(child)] for child in item.children),
            number=item.marker.text if item.marker.kind in ("letter", "id", "number") else None,
            place=claims.place(passage),
            restored=id(item) in restored,
            range=taken_range(item, claims) if text else None,
        )
    return _with_text(done[id(item)] for item in items)


def _with_text(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    return tuple(
        kept for requirement in requirements for kept in ([requirement] if requirement.text else requirement.children)
    )


def taken_range(item: Item, claims: Claims) -> str | None:
    """Return the text of the range printed for an item alone, claiming its words and its label."""
    if item.range is None:
        return None
    for mark in item.range.marks:
        claims.discard(mark)
    return claims.take(item.range.passage)


def _children_first(items: Sequence[Item]) -> list[Item]:
    """Return all items, each behind everything below it, without recursion."""
    found: list[Item] = []
    pending = list(items)
    while pending:
        item = pending.pop()
        found.append(item)
        pending += item.children
    return found[::-1]
