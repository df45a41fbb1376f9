"""Find lines that were split into several, and several lines that were merged into one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.compare.similarity import Profile, Table

_COVERED, _INSIDE, _CONTRIBUTION, _GAIN = 72, 55, 5, 8
"""In per cent of weight: of the whole by all pieces, of a piece by the whole, added by a piece, over the best one."""

_BETTER_ELSEWHERE = 0


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
        bundle = _bundle(whole, profile, pieces, merged=merged)
        if bundle and (own is None or own in bundle.pieces) and _belongs(bundle, best_elsewhere, own):
            yield bundle


def _belongs(bundle: Bundle, elsewhere: Mapping[int, list[tuple[int, int]]], own: int | None) -> bool:
    """Return whether no piece has a clearly better partner than this whole."""
    for piece in bundle.pieces:
        here = max(score for score, whole in elsewhere[piece] if whole == bundle.whole)
        there = max((score for score, whole in elsewhere[piece] if whole != bundle.whole), default=0)
        if piece != own and there > here + _BETTER_ELSEWHERE:
            return False
    return True


def _bundle(whole: int, profile: Profile, pieces: Mapping[int, Profile], *, merged: bool) -> Bundle | None:
    """Return the best cover of a line by pieces, chosen greedily by what each adds."""
    total = sum(profile.covered.values())
    fitting = {position: _shared(piece, profile) for position, piece in pieces.items() if _inside(piece, profile)}
    if len(fitting) < 2 or not total:
        return None
    chosen: list[int] = []
    covered: set[str] = set()
    while True:
        added = {
            position: _weight(profile, stems - covered) for position, stems in fitting.items() if position not in chosen
        }
        useful = [position for position in added if _is_useful(added[position], total, pieces[position], profile)]
        if not useful:
            break
        best = max(useful, key=lambda position: (added[position], -position))
        chosen.append(best)
        covered |= fitting[best]
    share = 100 * _weight(profile, covered)
    single = 100 * max(_weight(profile, stems) for stems in fitting.values())
    if len(chosen) < 2 or share < _COVERED * total or share - single < _GAIN * total:
        return None
    return Bundle(whole, tuple(sorted(chosen)), merged, 10 * share // total)


def _is_useful(added: int, total: int, piece: Profile, whole: Profile) -> bool:
    """Return whether a piece adds enough to the cover: no trifle, and more than it says beside the whole."""
    beside = _weight(piece, piece.covered.keys() - whole.covered.keys())
    return 100 * added >= _CONTRIBUTION * total and added > beside


def _shared(piece: Profile, whole: Profile) -> frozenset[str]:
    return frozenset(piece.covered.keys() & whole.covered.keys())


def _weight(profile: Profile, stems: Iterable[str]) -> int:
    return sum(profile.covered[form] for form in stems)


def _inside(piece: Profile, whole: Profile) -> bool:
    return 100 * _weight(piece, _shared(piece, whole)) >= _INSIDE * sum(piece.covered.values())
