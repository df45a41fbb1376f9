"""Which versions of a lineage are a step apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.compare.history_rows import Step
from generator.compare.result import Comparison


@dataclass(frozen=True, slots=True)
class Compared:
    """An older and a newer version by their positions; ``direct`` says that the newer one supersedes the older."""

    old: int
    new: int
    comparison: Comparison
    direct: bool


def history_steps(pairs: Sequence[Compared]) -> tuple[Step, ...]:
    """Return the steps among all pairs of an older and a newer version, by the newer one, its nearest older one first.

    A step is every direct succession, and every pair with no version between the two: where a version is missing in
    one language, its neighbours are a step apart.
    """
    known = {(pair.old, pair.new) for pair in pairs}
    newer: dict[int, list[int]] = {}
    for old, new in known:
        newer.setdefault(old, []).append(new)
    chosen = [
        pair
        for pair in pairs
        if pair.direct or not any((between, pair.new) in known for between in newer.get(pair.old, ()))
    ]
    ordered = sorted(chosen, key=lambda pair: (pair.new, -pair.old))
    return tuple(Step(pair.old, pair.new, pair.comparison) for pair in ordered)


def older_versions(steps: Iterable[Step]) -> Mapping[int, frozenset[int]]:
    """Return for every version that has older ones all of these, over any number of steps."""
    found: dict[int, frozenset[int]] = {}
    for step in sorted(steps, key=lambda step: step.new):
        found[step.new] = found.get(step.new, frozenset()) | {step.old} | found.get(step.old, frozenset())
    return found
