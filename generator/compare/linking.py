"""Link the lines of one kind: equal lines, nearly equal ones, splits and merges, reworded ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.compare.affinity import Affinity
from generator.compare.exact import exact_pairs
from generator.compare.fuzzy import assigned_pairs, free_pairs, strong_pairs
from generator.compare.measure import Measured
from generator.compare.similarity import Table
from generator.compare.splits import Bundle, bundles

_EQUAL = 1000


@dataclass(frozen=True, slots=True)
class Linked:
    """Positions of old and new lines that belong together, with their similarity in thousandths."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: int


def linked_lines(lines: Measured, affinity: Affinity) -> tuple[Linked, ...]:
    """Return the links between the lines; a line in no link was added or removed."""
    exact = exact_pairs(lines.old, lines.new, affinity)
    table = free_pairs(lines.table, exact, (), ())
    reworded, found = _widened(lines, strong_pairs(table), table)
    free = free_pairs(table, reworded, _olds(found), _news(found))
    anchors = exact | reworded | {bundle.old[0]: bundle.new[0] for bundle in found}
    reworded |= assigned_pairs(lines.old, lines.new, anchors, free, affinity)
    table = free_pairs(table, {}, _olds(found), _news(found))
    reworded, further = _widened(lines, reworded, table)
    return (
        *(Linked((old,), (new,), _EQUAL) for old, new in exact.items()),
        *(Linked((old,), (new,), lines.table[old, new]) for old, new in reworded.items()),
        *(Linked(bundle.old, bundle.new, bundle.score) for bundle in (*found, *further)),
    )


def _widened(lines: Measured, pairs: Mapping[int, int], table: Table) -> tuple[dict[int, int], tuple[Bundle, ...]]:
    """Return the pairs without those that turn out to be part of a split or merge, and the splits and merges."""
    olds, news = {old for old, _ in table}, {new for _, new in table}
    found = bundles(
        {old: profile for old, profile in lines.old_profiles.items() if old in olds},
        {new: profile for new, profile in lines.new_profiles.items() if new in news},
        table,
        pairs,
    )
    taken = _olds(found)
    return {old: new for old, new in pairs.items() if old not in taken}, found


def _olds(found: Iterable[Bundle]) -> frozenset[int]:
    return frozenset(old for bundle in found for old in bundle.old)


def _news(found: Iterable[Bundle]) -> frozenset[int]:
    return frozenset(new for bundle in found for new in bundle.new)
