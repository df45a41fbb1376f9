"""Find lines that were split into several, and several lines that were merged into one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.compare.covers import cover
from generator.compare.similarity import Profile, Table


@dataclass(frozen=True, slots=True)
class Bundle:
    """One line of one side and its pieces on the other, as positions; ``merged`` says the whole is the new line."""

    whole: int
    pieces: tuple[int, ...]
    merged: bool
    score: int

    @property
    def old(self) -> tuple[int, ...]:
        return self.pieces if self.merged else (self.whole,)

    @property
    def new(self) -> tuple[int, ...]:
        return (self.whole,) if self.merged else self.pieces


def bundles(
    old: Mapping[int, Profile], new: Mapping[int, Profile], table: Table, bound: Mapping[int, int]
) -> tuple[Bundle, ...]:
    """Return splits and merges among the given lines; no line is in two of them.

    ``bound`` are old to new links that a bundle may widen but not break: a line that is bound can only be in a
    bundle together with its partner.
    """
    backwards = {partner: position for position, partner in bound.items()}
    found = [*_bundles(old, new, table, bound, merged=False)]
    mirrored = {(new_one, old_one): score for (old_one, new_one), score in table.items()}
    found += _bundles(new, old, mirrored, backwards, merged=True)
    chosen: list[Bundle] = []
    taken: set[tuple[bool, int]] = set()
    for bundle in sorted(found, key=lambda bundle: (-bundle.score, bundle.merged, bundle.whole)):
        members = {(True, position) for position in bundle.old} | {(False, position) for position in bundle.new}
        if not members & taken:
            chosen.append(bundle)
            taken |= members
    return tuple(chosen)


def _bundles(
    wholes: Mapping[int, Profile],
    others: Mapping[int, Profile],
    table: Table,
    bound: Mapping[int, int],
    *,
    merged: bool,
) -> Iterable[Bundle]:
    partners: dict[int, list[int]] = {}
    best_elsewhere: dict[int, list[tuple[int, int]]] = {}
    for (whole, other), score in sorted(table.items()):
        partners.setdefault(whole, []).append(other)
        best_elsewhere.setdefault(other, []).append((score, whole))
    bound_others = frozenset(bound.values())
    for whole, profile in sorted(wholes.items()):
        own = bound.get(whole)
        pieces = {
            other: others[other]
            for other in partners.get(whole, ())
            if other in others and (other == own or other not in bound_others)
        }
        chosen, share = cover(profile, pieces)
        bundle = Bundle(whole, chosen, merged, share)
        if chosen and (own is None or own in chosen) and _belongs(bundle, best_elsewhere, own):
            yield bundle


def _belongs(bundle: Bundle, elsewhere: Mapping[int, list[tuple[int, int]]], own: int | None) -> bool:
    """Return whether no piece has a better partner than this whole."""
    for piece in bundle.pieces:
        here = max(score for score, whole in elsewhere[piece] if whole == bundle.whole)
        there = max((score for score, whole in elsewhere[piece] if whole != bundle.whole), default=0)
        if piece != own and there > here:
            return False
    return True
