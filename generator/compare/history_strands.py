"""Chain the nodes of all versions into strands, one for each row of a history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from generator.compare.history_rows import Place, Step, kind_of
from generator.compare.history_steps import older_versions
from generator.compare.lines import Line, side
from generator.compare.result import InlineRun, Link
from generator.model import Unit


class Strands:
    """The nodes of all versions, those chained to one another together. No strand has two nodes of one version."""

    def __init__(self, versions: Iterable[Unit]) -> None:
        self.lines: tuple[Mapping[str, Line], ...] = tuple(
            {line.name: line for lines in side(unit).kinds for line in lines} for unit in versions
        )
        self._strand = {place: {place[0]: place[1]} for place in self.places()}

    def places(self) -> Iterator[Place]:
        """Yield every node, of every version the elements before the requirements before the criteria."""
        return ((version, name) for version, lines in enumerate(self.lines) for name in lines)

    def of(self, place: Place) -> Mapping[int, str]:
        """Return the names of a node's strand by version; the nodes of one strand return the same object."""
        return self._strand[place]

    def join(self, one: Place, other: Place) -> bool:
        """Make one strand of two; return False where they are two and both have a node of the same version."""
        kept, added = self._strand[one], self._strand[other]
        if kept is added:
            return True
        if not kept.keys().isdisjoint(added):
            return False
        kept.update(added)
        self._strand.update(dict.fromkeys(added.items(), kept))
        return True

    def key(self, place: Place) -> str:
        """Return what is equal for texts that differ in typography or spelling at most; "" where there is no text."""
        line = self.lines[place[0]][place[1]]
        return "" if line.missing else line.wording.key

    def said(self, place: Place) -> frozenset[str]:
        """Return the keys of all texts of a node's strand."""
        return frozenset(filter(None, map(self.key, self._strand[place].items())))

    def parent(self, place: Place) -> Mapping[int, str] | None:
        """Return the strand of a node's parent."""
        parent = self.lines[place[0]][place[1]].parent
        return None if parent is None else self._strand[place[0], parent]


def chained(versions: Sequence[Unit], steps: Sequence[Step]) -> Strands:
    """Return the strands of a lineage; ``steps`` stand in the order of `history_steps`.

    A link chains its old node to its new one. Of the several nodes of a split or merge one carries the strand on: one
    that says what the strand said before, else the one that shares most letters. Last, a text that left and came back
    is chained to what it was.
    """
    strands = Strands(versions)
    older = older_versions(steps)
    left: dict[Place, list[int]] = {}
    for version in range(len(versions)):
        for step in (step for step in steps if step.new == version):
            _follow(step, strands, left)
        _reinstate(version, older.get(version, frozenset()), strands, left)
    return strands


def _follow(step: Step, strands: Strands, left: dict[Place, list[int]]) -> None:
    """Chain the nodes of one step; write down under ``left`` which nodes have no follower of their own."""
    for link in step.comparison.links:
        for old, new in _by_nearness(step, link, strands):
            if strands.join(old, new):
                break
        for name in link.old:
            if step.new not in strands.of((step.old, name)):
                left.setdefault((step.old, name), []).append(step.new)


def _by_nearness(step: Step, link: Link, strands: Strands) -> list[tuple[Place, Place]]:
    pairs = [((step.old, old), (step.new, new)) for old, new in product(link.old, link.new)]
    if len(pairs) == 1:
        return pairs
    shared = dict(zip(pairs, map(_letters, link.pieces), strict=True))
    return sorted(pairs, key=lambda pair: (strands.key(pair[1]) in strands.said(pair[0]), shared[pair]), reverse=True)


def _letters(runs: Iterable[InlineRun]) -> int:
    return sum(len(run.text) for run in runs if run.kind == "same")


def _reinstate(version: int, older: frozenset[int], strands: Strands, left: Mapping[Place, Sequence[int]]) -> None:
    """Chain what a version has out of nowhere to the strand that said the same and had left before."""
    gone: dict[tuple[str, str], dict[Place, None]] = {}
    for place, since in left.items():
        if not older.isdisjoint(since):
            for former in strands.of(place).items():
                gone.setdefault((kind_of(former[1]), strands.key(former)), {})[former] = None
    for name in strands.lines[version]:
        place = version, name
        if len(strands.of(place)) == 1 and strands.key(place):
            candidates = gone.get((kind_of(name), strands.key(place)), {})
            for former in sorted(candidates, key=lambda former: _distance(former, place, strands)):
                if strands.join(former, place):
                    break


def _distance(former: Place, place: Place, strands: Strands) -> tuple[bool, int]:
    """Return how far a former place is: below another parent is farther than below the same, then the older one."""
    return strands.parent(former) is not strands.parent(place), -former[0]
