"""Link reworded lines one to one: what is nearly the same first, then the best assignment of the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.compare.acceptance import BRACKETED, FAR, SAME_ELEMENT, STRONG, Case, shared_words
from generator.compare.affinity import Affinity
from generator.compare.assignment import best_pairs
from generator.compare.measure import Measured
from generator.compare.neighbours import Support, Surroundings
from generator.compare.rivals import Rivals
from generator.compare.similarity import Table

_CLEAR = 50
_GROUP, _BRACKET, _STEP, _DISPLACEMENT = 120, 90, 80, 10
_ROUNDS = 4


def free_pairs(table: Table, pairs: Mapping[int, int], taken_old: Collection[int], taken_new: Collection[int]) -> Table:
    """Return the part of a table whose lines are not linked yet."""
    closed = frozenset(pairs.values()) | frozenset(taken_new)
    return {
        (old, new): score
        for (old, new), score in table.items()
        if old not in pairs and old not in taken_old and new not in closed
    }


def strong_pairs(lines: Measured, table: Table) -> dict[int, int]:
    """Return pairs that are nearly the same line and have no rival that comes close, from a table of free pairs."""
    rivals = Rivals(table)
    return {
        old: new
        for (old, new), score in sorted(table.items())
        if score >= STRONG
        and lines.old[old].wording.key != lines.new[new].wording.key
        and rivals.margin(old, new, score, ({}, {})) >= _CLEAR
        and not lines.shares_template(old, new, _CLEAR)
    }


def assigned_pairs(
    lines: Measured, links: Mapping[int, int], table: Table, affinity: Affinity
) -> tuple[dict[int, int], dict[int, str]]:
    """Return further pairs from a table of free pairs, in rounds, as neighbours fill in; and the reason for each.

    ``links`` are the links found so far. A pair is accepted at a similarity that depends on where its lines
    stand and what they share, lowered by its margin over the best rival of either line.
    """
    found: dict[int, int] = {}
    said: dict[int, str] = {}
    for _ in range(_ROUNDS):
        free = free_pairs(table, found, (), ())
        accepted = _round(Surroundings.of(lines.old, lines.new, {**links, **found}, affinity), lines, free)
        if not accepted:
            break
        found.update((old, new) for old, new, _ in accepted)
        said.update((old, reason) for old, _, reason in accepted)
    return found, said


def _round(around: Surroundings, lines: Measured, free: Table) -> list[tuple[int, int, str]]:
    supports = {pair: around.support(*pair) for pair in free}
    cases = {pair: _case(around, lines, pair, support) for pair, support in supports.items()}
    gains = {
        pair: free[pair] - case.needed() + _bonus(around.affinity_of(*pair), supports[pair])
        for pair, case in cases.items()
        if free[pair] >= case.needed()
    }
    chosen = best_pairs(gains)
    held = {old: free[old, new] for old, new in chosen}, {new: free[old, new] for old, new in chosen}
    rivals = Rivals({pair: free[pair] for pair in gains})
    return [
        (old, new, cases[old, new].place.reason)
        for old, new in chosen
        if free[old, new] >= cases[old, new].needed(rivals.margin(old, new, free[old, new], held))
    ]


def _case(around: Surroundings, lines: Measured, pair: tuple[int, int], support: Support) -> Case:
    place = BRACKETED if support.brackets == 2 else SAME_ELEMENT if around.partners(*pair) else FAR
    words, weight = shared_words(lines.old_profiles[pair[0]], lines.new_profiles[pair[1]])
    return Case(place, words, weight, support.in_step, lines.shares_template(*pair, _CLEAR))


def _bonus(affinity: int, support: Support) -> int:
    return (
        _GROUP * affinity // 1000
        + _BRACKET * support.brackets
        + _STEP * support.in_step
        - _DISPLACEMENT * support.displacement
    )
