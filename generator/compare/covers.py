"""Choose the lines that together say what another line says: the pieces of a split or merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from generator.compare.similarity import Profile

_INSIDE, _NEARLY_ALL_INSIDE = 35, 75
"""In per cent of the weight of a piece: what the whole must hold of it, and what makes it a piece beyond doubt."""

_ANSWERED, _LARGE = 45, 20
"""In per cent: of what the other pieces leave, and of the whole, what a piece must add that says much else besides."""

_WORDS = 2
"""Content words that a piece must share which says much else besides: one is chance."""

_VERB = 8
"""What the leading verb of a piece weighs at least: half a content word, however often verbs like it occur."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """In per cent of the weight of a whole: what its pieces must hold together, and what each must add."""

    together: int
    each: int


_COMPOSITE, _PLAIN = _Rule(65, 5), _Rule(72, 20)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line as a piece of a whole.

    ``shared`` are the stems of the whole that it has, or has another word of the family for; ``words`` of them
    are content words; ``inside`` and ``beside`` weigh what it says inside and beside the whole; ``leading`` are the
    stems of its action verb.
    """

    position: int
    shared: frozenset[str]
    words: int
    inside: int
    beside: int
    leading: frozenset[str]

    @classmethod
    def of(cls, position: int, line: Profile, whole: Profile) -> _Piece:
        others = {term.family for form, term in line.covered.items() if form not in whole.covered}
        shared = frozenset(
            form for form, term in whole.covered.items() if form in line.covered or term.family in others
        )
        families = {whole.covered[form].family for form in shared}
        weights = _weights(line, line.leading)
        inside = sum(weights[form] for form, term in line.covered.items() if term.family in families)
        words = sum(whole.covered[form].content for form in shared)
        return cls(position, shared, words, inside, sum(weights.values()) - inside, line.leading)

    def mostly_inside(self, per_cent: int) -> bool:
        return 100 * self.inside >= per_cent * (self.inside + self.beside)


@dataclass(frozen=True, slots=True)
class _Whole:
    """The line to be covered: the weights of its stems, and the rule for its pieces."""

    weights: Mapping[str, int]
    total: int
    rule: _Rule

    def weight(self, forms: Iterable[str]) -> int:
        return sum(self.weights[form] for form in forms)

    def gain(self, piece: _Piece, missing: Set[str]) -> int:
        """Return what a piece adds where these stems are missing; 0 where that does not make it a piece."""
        added = self.weight(piece.shared & missing)
        if 100 * added < self.rule.each * self.total:
            return 0
        if added > piece.beside:
            return added
        return added if self.rule is _COMPOSITE and self._says_enough(piece, added, self.weight(missing)) else 0

    def _says_enough(self, piece: _Piece, added: int, rest: int) -> bool:
        """Return whether a line that says as much besides still is a piece of several things joined."""
        large = 100 * added >= _LARGE * self.total
        answers = 100 * added >= _ANSWERED * rest and (large or piece.leading <= piece.shared) and piece.words >= _WORDS
        return answers or (large and piece.inside > piece.beside) or piece.mostly_inside(_NEARLY_ALL_INSIDE)


def cover(line: Profile, lines: Mapping[int, Profile]) -> tuple[tuple[int, ...], int]:
    """Return the lines that are the pieces of a line, chosen greedily by what each adds, and how much they hold of it.

    The pieces are positions, none where fewer than two lines make up the whole; the share is in thousandths.
    """
    pieces = [_Piece.of(position, other, line) for position, other in sorted(lines.items())]
    pieces = [piece for piece in pieces if piece.mostly_inside(_INSIDE)]
    weights = _weights(line, {form for piece in pieces for form in piece.leading})
    whole = _Whole(weights, sum(weights.values()), _COMPOSITE if line.composite else _PLAIN)
    missing = frozenset(weights)
    chosen: list[_Piece] = []
    while pieces:
        best = max(pieces, key=lambda piece: whole.gain(piece, missing))
        if not whole.gain(best, missing):
            break
        chosen.append(best)
        pieces.remove(best)
        missing -= best.shared
    share = 1000 * (whole.total - whole.weight(missing)) // max(1, whole.total)
    if len(chosen) < 2 or share < 10 * whole.rule.together:
        return (), share
    return tuple(sorted(piece.position for piece in chosen)), share


def _weights(line: Profile, leading: Iterable[str]) -> dict[str, int]:
    """Return the weights of the stems of a line, those of leading verbs raised."""
    raised = frozenset(leading)
    return {form: max(_VERB, term.weight) if form in raised else term.weight for form, term in line.covered.items()}
