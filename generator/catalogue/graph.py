"""Succession as a graph: from the older to the newer, never in a circle."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any


def reaches(newer: Mapping[str, Iterable[str]], start: str, goal: str) -> bool:
    """Return whether ``goal`` is ``start`` or can be reached from it."""
    return goal in _reachable([start], newer)


def components(names: Sequence[str], neighbours: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the names in groups that hang together, groups and members in the order of ``names``.

    ``neighbours`` must name both directions.
    """
    group: dict[str, int] = {}
    for name in names:
        pending = [] if name in group else [name]
        number = len(group)
        while pending:
            here = pending.pop()
            if here not in group:
                group[here] = number
                pending += neighbours.get(here, ())
    found: dict[int, list[str]] = {}
    for name in names:
        found.setdefault(group[name], []).append(name)
    return tuple(tuple(members) for members in found.values())


def oldest_first(
    names: Iterable[str], newer: Mapping[str, Iterable[str]], order: Callable[[str], Any]
) -> tuple[str, ...]:
    """Return the names so that each stands before what follows it, otherwise by ``order``."""
    members = set(names)
    waiting = dict.fromkeys(members, 0)
    for name in members:
        for follower in newer.get(name, ()):
            waiting[follower] += 1
    ready = [(order(name), name) for name in members if not waiting[name]]
    heapq.heapify(ready)
    found = []
    while ready:
        _, name = heapq.heappop(ready)
        found.append(name)
        for follower in newer.get(name, ()):
            waiting[follower] -= 1
            if not waiting[follower]:
                heapq.heappush(ready, (order(follower), follower))
    return tuple(found)


def ancestor_pairs(ordered: Sequence[str], newer: Mapping[str, Iterable[str]]) -> tuple[tuple[str, str], ...]:
    """Return every (older, newer) of names given oldest first where the second can be reached from the first.

    The way may lead over names that are not among ``ordered``.
    """
    everything = oldest_first(_reachable(ordered, newer), newer, str)
    bit = {name: 1 << position for position, name in enumerate(everything)}
    below = dict.fromkeys(everything, 0)
    for name in reversed(everything):
        for follower in newer.get(name, ()):
            below[name] |= bit[follower] | below[follower]
    return tuple(
        (old, new) for position, old in enumerate(ordered) for new in ordered[position + 1 :] if below[old] & bit[new]
    )


def _reachable(names: Iterable[str], newer: Mapping[str, Iterable[str]]) -> set[str]:
    pending = list(names)
    found: set[str] = set()
    while pending:
        here = pending.pop()
        if here not in found:
            found.add(here)
            pending += newer.get(here, ())
    return found
