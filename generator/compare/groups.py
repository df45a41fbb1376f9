"""Link elements to elements: by the lines they share first, by their headings second."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.compare import reasons
from generator.compare.assignment import best_pairs
from generator.compare.lines import Line
from generator.compare.linking import Linked
from generator.compare.measure import Measured
from generator.compare.similarity import Table

_MEMBERS, _HEADING = 650, 350
_ORDER = 16
"""Steps of place that count between elements that are equally like: the nearer goes first."""

_FEWEST_OWED = 2


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for linking elements: shared lines by pair, lines and linked lines by element, similar headings."""

    shared: Mapping[tuple[int, int], int]
    old_sizes: Mapping[int, int]
    new_sizes: Mapping[int, int]
    old_linked: Mapping[int, int]
    new_linked: Mapping[int, int]
    headings: Table

    def gain(self, old: int, new: int) -> int:
        largest = max(self.old_sizes.get(old, 0), self.new_sizes.get(new, 0), 1)
        members = _MEMBERS * self.shared.get((old, new), 0) // largest
        likeness = members + _HEADING * self.headings.get((old, new), 0) // 1000
        return _ORDER * (likeness + 1) - min(_ORDER - 1, abs(old - new))

    def enough(self, old: int, new: int) -> bool:
        """Return whether an element can be the other reworded.

        It is for half the lines of the smaller one, for most of the lines that either has left, for a line in the same
        place, or for a like heading, unless most lines of either went elsewhere.
        """
        shared = self.shared.get((old, new), 0)
        if not shared:
            return self.headings.get((old, new), 0) >= reasons.ALIKE and not self._gone_elsewhere(old, new)
        smaller = min(self.old_sizes[old], self.new_sizes[new])
        most = shared >= _FEWEST_OWED and 2 * shared > max(self.old_linked[old], self.new_linked[new])
        return most or 2 * shared >= smaller or old == new or self.headings.get((old, new), 0) >= reasons.ALIKE

    def _gone_elsewhere(self, old: int, new: int) -> bool:
        sides = ((self.old_linked, self.old_sizes, old), (self.new_linked, self.new_sizes, new))
        return any(2 * linked[element] > sizes[element] for linked, sizes, element in sides)


def element_links(
    elements: Measured, requirements: Measured, found: Iterable[Linked], headings: Table
) -> tuple[Linked, ...]:
    """Return the links of elements: one to one, then elements that were split or merged, then nameless ones in order.

    ``found`` are the links between the requirements; ``headings`` gives the similarity of headings, 1000 where
    they are equal. Elements in no link are not returned.
    """
    evidence = _evidence(requirements, found, headings)
    candidates = {pair for pair in (*evidence.shared, *headings) if evidence.enough(*pair)}
    pairs = dict(best_pairs({pair: evidence.gain(*pair) for pair in candidates}))
    pairs.update(_nameless(elements.old, elements.new, pairs))
    return tuple(_linked(olds, news, evidence) for olds, news in _with_further(pairs, evidence))


def _linked(olds: tuple[int, ...], news: tuple[int, ...], evidence: _Evidence) -> Linked:
    pairs = [(old, new) for old in olds for new in news]
    alike = max(evidence.headings.get(pair, 0) for pair in pairs)
    shared = sum(evidence.shared.get(pair, 0) for pair in pairs)
    return Linked(olds, news, alike, reasons.of_elements(alike, shared))


def _evidence(requirements: Measured, found: Iterable[Linked], headings: Table) -> _Evidence:
    old, new = ([line.element for line in lines] for lines in (requirements.old, requirements.new))
    links = tuple(found)
    shared = Counter((old[one], new[other]) for link in links for one in link.old for other in link.new)
    old_linked = Counter(old[position] for link in links for position in link.old)
    new_linked = Counter(new[position] for link in links for position in link.new)
    return _Evidence(shared, Counter(old), Counter(new), old_linked, new_linked, headings)


def _nameless(old: Sequence[Line], new: Sequence[Line], pairs: Mapping[int, int]) -> dict[int, int]:
    linked = frozenset(pairs.values())
    olds = [position for position, line in enumerate(old) if line.missing and position not in pairs]
    news = [position for position, line in enumerate(new) if line.missing and position not in linked]
    return dict(zip(olds, news, strict=False))


def _with_further(pairs: Mapping[int, int], evidence: _Evidence) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the pairs, widened by every unlinked element that owes more than half its lines to a linked one."""
    groups = [([old], [new]) for old, new in sorted(pairs.items())]
    by_old = {group[0][0]: group for group in groups}
    by_new = {group[1][0]: group for group in groups}
    for (old, new), count in sorted(evidence.shared.items(), key=lambda item: (-item[1], item[0])):
        if count < _FEWEST_OWED:
            continue
        if new not in by_new and old in by_old and len(by_old[old][0]) == 1 and 2 * count > evidence.new_sizes[new]:
            by_old[old][1].append(new)
            by_new[new] = by_old[old]
        elif old not in by_old and new in by_new and len(by_new[new][1]) == 1 and 2 * count > evidence.old_sizes[old]:
            by_new[new][0].append(old)
            by_old[old] = by_new[new]
    return [(tuple(sorted(olds)), tuple(sorted(news))) for olds, news in groups]
