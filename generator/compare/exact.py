"""Link lines that say the same, word for word or but for typography and spelling."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from generator.compare import reasons
from generator.compare.affinity import Affinity
from generator.compare.assignment import best_pairs
from generator.compare.keys import text_class
from generator.compare.lines import Line
from generator.compare.neighbours import Surroundings

_AFFINITY, _DEPTH, _BRACKET, _STEP, _DISPLACEMENT = 500, 200, 120, 90, 10
_BASE = 1000
_LARGEST = 2500
"""Pairs of one repeated line that are weighed against each other; more are linked in reading order."""

_FORMS: tuple[Callable[[Line], Hashable], ...] = (
    lambda line: line.wording.text,
    lambda line: line.wording.typographic,
    lambda line: line.wording.key,
)


@dataclass(frozen=True, slots=True)
class Exact:
    """Old to new positions of equal lines, and why each pair was linked, by old position.

    ``waiting`` are pairs of a repeated line whose elements do not belong together: a line of their own element may
    be the same reworded.
    """

    pairs: Mapping[int, int]
    reasons: Mapping[int, str]
    waiting: Mapping[int, int]


def exact_pairs(old: Sequence[Line], new: Sequence[Line], affinity: Affinity) -> Exact:
    """Return the pairs of lines with equal text, then equal typographic, then equal spelling key.

    A line that occurs once on each side is linked wherever it went. Repeated lines are told apart by the
    affinity of their elements, their depth, their neighbours and their order.
    """
    pairs: dict[int, int] = {}
    waiting: dict[int, int] = {}
    told_apart: set[int] = set()
    for form in _FORMS:
        repeated = []
        for olds, news in _classes(old, new, form, pairs | waiting):
            if len(olds) == len(news) == 1:
                pairs[olds[0]] = news[0]
            else:
                repeated.append((olds, news))
        around = Surroundings.of(old, new, dict(pairs), affinity)
        for olds, news in repeated:
            found = _told_apart(around, olds, news)
            told_apart.update(found)
            for position, partner in found.items():
                (pairs if around.partners(position, partner) else waiting)[position] = partner
    said = {
        position: reasons.REPEATED
        if position in told_apart
        else reasons.EQUAL[text_class(old[position].wording, new[partner].wording)]
        for position, partner in pairs.items()
    }
    return Exact(pairs, said, waiting)


def _classes(
    old: Sequence[Line], new: Sequence[Line], form: Callable[[Line], Hashable], pairs: Mapping[int, int]
) -> list[tuple[list[int], list[int]]]:
    linked = frozenset(pairs.values())
    classes: dict[Hashable, tuple[list[int], list[int]]] = {}
    for position, line in enumerate(old):
        if position not in pairs:
            classes.setdefault(form(line), ([], []))[0].append(position)
    for position, line in enumerate(new):
        if position not in linked and form(line) in classes:
            classes[form(line)][1].append(position)
    return [found for found in classes.values() if found[1]]


def _told_apart(around: Surroundings, olds: list[int], news: list[int]) -> dict[int, int]:
    if len(olds) * len(news) > _LARGEST:
        return dict(zip(olds, news, strict=False))
    return dict(best_pairs({(old, new): _gain(around, old, new) for old in olds for new in news}))


def _gain(around: Surroundings, position: int, partner: int) -> int:
    support = around.support(position, partner)
    return (
        _BASE
        + _AFFINITY * around.affinity_of(position, partner) // 1000
        + _DEPTH * (around.old[position].depth == around.new[partner].depth)
        + _BRACKET * support.brackets
        + _STEP * support.in_step
        - _DISPLACEMENT * support.displacement
    )
