"""The order in which links are read: that of the new unit, with what was removed after its old neighbour."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compare.align import Match
from generator.compare.lines import Line, Side

Key = tuple[tuple[int, int], ...]
"""One pair for each step down the tree: place among the siblings, and 0 or, for removals after that place, a number."""

_ELEMENTS, _CRITERIA = 0, 1


def in_reading_order(found: Iterable[Match], old: Side) -> tuple[Match, ...]:
    """Return the matches in reading order.

    A removed line stands after the nearest line above it, of the same parent, that did not move; where there is
    none, before all others of its parent.
    """
    matches = tuple(found)
    of_old = {line.name: match for match in matches for line in match.old}
    keys = {line.name: key for line, key in _removed_keys(of_old, old)}
    return tuple(sorted(matches, key=lambda match: _new_key(match.new[0]) if match.new else keys[match.old[0].name]))


def _new_key(line: Line) -> Key:
    top = _CRITERIA if line.name.startswith("c") else _ELEMENTS
    return ((top, 0), *((int(step.lstrip("erc")), 0) for step in line.name.split(".")))


def _removed_keys(of_old: dict[str, Match], old: Side) -> Iterable[tuple[Line, Key]]:
    keys: dict[str, Key] = {}
    last_in: dict[str | None, Key] = {}
    for number, line in enumerate((*old.elements, *old.requirements, *old.criteria), 1):
        match = of_old[line.name]
        parent = line.parent or line.name[0]
        if match.new:
            keys[line.name] = _new_key(match.new[-1])
            if not match.moved:
                last_in[parent] = keys[line.name]
            continue
        above = last_in.get(parent)
        if above is None:
            above = (*(keys[line.parent] if line.parent else _top(line)), (0, 0))
        keys[line.name] = last_in[parent] = (*above[:-1], (above[-1][0], number))
        yield line, keys[line.name]


def _top(line: Line) -> Key:
    return ((_CRITERIA if line.name.startswith("c") else _ELEMENTS, 0),)
