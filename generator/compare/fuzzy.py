"""Link reworded lines one to one: what is nearly the same first, then the best assignment of the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.compare.affinity import Affinity
from generator.compare.assignment import best_pairs
from generator.compare.lines import Line
from generator.compare.neighbours import Support, Surroundings
from generator.compare.similarity import Table

_STRONG, _CLEAR = 800, 50
_GROUP, _BRACKET, _STEP, _DISPLACEMENT = 120, 90, 80, 10
_FAR, _SAME_GROUP, _BRACKETED, _LOWEST = 660, 500, 420, 360
_MARGIN_PER_CENT, _WIDEST_MARGIN = 40, 300
_ROUNDS = 3


def free_pairs(table: Table, pairs: Mapping[int, int], taken_old: Collection[int], taken_new: Collection[int]) -> Table:
    """Return the part of a table whose lines are not linked yet."""
    closed = frozenset(pairs.values()) | frozenset(taken_new)
    return {
        (old, new): score
        for (old, new), score in table.items()
        if old not in pairs and old not in taken_old and new not in closed
    }


def strong_pairs(table: Table) -> dict[int, int]:
    """Return pairs that are nearly the same line and have no rival that comes close, from a table of free pairs."""
    rivals = Rivals(table)
    return {
        old: new
        for (old, new), score in sorted(table.items())
        if score >= _STRONG and rivals.margin(old, new, score) >= _CLEAR
    }


def assigned_pairs(
    old: Sequence[Line], new: Sequence[Line], links: Mapping[int, int], table: Table, affinity: Affinity
) -> dict[int, int]:
    """Return further pairs from a table of free pairs, in rounds, as neighbours fill in.

    ``links`` are the links found so far. A pair is accepted at a similarity that depends on where its lines
    stand, lowered by its margin over the best rival of either line.
    """
    found: dict[int, int] = {}
    for _ in range(_ROUNDS):
        free = free_pairs(table, found, (), ())
        accepted = _round(Surroundings.of(old, new, {**links, **found}, affinity), free)
        if not accepted:
            break
        found.update(accepted)
    return found


def _round(around: Surroundings, free: Table) -> dict[int, int]:
    rivals = Rivals(free)
    supports = {pair: around.support(*pair) for pair, score in free.items() if score >= _LOWEST}
    gains = {
        (old, new): free[old, new] + _bonus(around.affinity_of(old, new), support)
        for (old, new), support in supports.items()
    }
    return {
        old: new
        for old, new in best_pairs(gains)
        if free[old, new] >= _threshold(around, old, new, supports[old, new], rivals.margin(old, new, free[old, new]))
    }


def _bonus(affinity: int, support: Support) -> int:
    return (
        _GROUP * affinity // 1000
        + _BRACKET * support.brackets
        + _STEP * support.in_step
        - _DISPLACEMENT * support.displacement
    )


def _threshold(around: Surroundings, old: int, new: int, support: Support, margin: int) -> int:
    needed = _SAME_GROUP if around.partners(old, new) else _FAR
    if support.brackets == 2:
        needed = _BRACKETED
    return max(_LOWEST, needed - _MARGIN_PER_CENT * margin // 100)


class Rivals:
    """The two best scores of every line of a table, to tell how far a pair stands above its rivals."""

    def __init__(self, table: Table) -> None:
        self._old = _two_best((old, score) for (old, _), score in table.items())
        self._new = _two_best((new, score) for (_, new), score in table.items())

    def margin(self, old: int, new: int, score: int) -> int:
        """Return by how much a pair stands above the best rival of either line, 0 to 300."""
        rival = max(_other(self._old[old], score), _other(self._new[new], score))
        return max(0, min(_WIDEST_MARGIN, score - rival))


def _two_best(scores: Iterable[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    best: dict[int, tuple[int, int]] = {}
    for position, score in scores:
        first, second = best.get(position, (0, 0))
        best[position] = (max(first, score), max(second, min(first, score)))
    return best


def _other(best: tuple[int, int], score: int) -> int:
    return best[1] if score == best[0] else best[0]
