"""Link the lines of one kind: equal lines, nearly equal ones, splits and merges, reworded ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.compare import reasons
from generator.compare.affinity import Affinity
from generator.compare.exact import exact_pairs
from generator.compare.fuzzy import assigned_pairs, free_pairs, strong_pairs
from generator.compare.measure import Measured
from generator.compare.similarity import Table
from generator.compare.splits import Bundle, bundles

_EQUAL = 1000


@dataclass(frozen=True, slots=True)
class Linked:
    """Positions of old and new lines that belong together, with their similarity in thousandths and the reason."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: int
    reason: str


def linked_lines(lines: Measured, affinity: Affinity) -> tuple[Linked, ...]:
    """Return the links between the lines; a line in no link was added or removed."""
    exact = exact_pairs(lines.old, lines.new, affinity)
    table = free_pairs(lines.table, exact.pairs, (), ())
    strong, found = _widened(lines, strong_pairs(lines, table), table)
    free = free_pairs(table, strong, _olds(found), _news(found))
    anchors = {**exact.pairs, **strong, **{bundle.old[0]: bundle.new[0] for bundle in found}}
    assigned, said = assigned_pairs(lines, anchors, free, affinity)
    left = _left(exact.waiting, strong | assigned, found)
    table = free_pairs(table, left, _olds(found), _news(found))
    reworded, further = _widened(lines, strong | assigned, table)
    why = {**dict.fromkeys(strong, reasons.STRONG), **said, **dict.fromkeys(left, reasons.REPEATED), **exact.reasons}
    return (
        *(_pair(lines, old, new, why[old]) for old, new in {**exact.pairs, **left, **reworded}.items()),
        *(_of_bundle(bundle) for bundle in (*found, *further)),
    )


def _pair(lines: Measured, old: int, new: int, reason: str) -> Linked:
    if lines.old[old].wording.key == lines.new[new].wording.key:
        return Linked((old,), (new,), _EQUAL, reasons.REPEATED if reason in reasons.BEST else reason)
    return Linked((old,), (new,), lines.table[old, new], reason)


def _of_bundle(bundle: Bundle) -> Linked:
    return Linked(bundle.old, bundle.new, bundle.score, reasons.of_pieces(bundle.score // 10))


def _left(waiting: Mapping[int, int], pairs: Mapping[int, int], found: Iterable[Bundle]) -> dict[int, int]:
    """Return the waiting pairs of which neither line was linked otherwise."""
    taken_old, taken_new = {*pairs, *_olds(found)}, {*pairs.values(), *_news(found)}
    return {old: new for old, new in waiting.items() if old not in taken_old and new not in taken_new}


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
