"""The order in which the rows of a history are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.compare.history_rows import Event, Happening, Place, Step
from generator.compare.lines import Line

Lines = Sequence[Line]


class _Order:
    """Rows in an order that grows: each new one stands on top, or beside one that has its place."""

    def __init__(self, rows: Sequence[int]) -> None:
        self._roots = list(rows)
        self._before: dict[int, list[int]] = {}
        self._behind: dict[int, list[int]] = {}
        self.placed = set(rows)

    def put(self, row: int, neighbour: int | None, *, behind: bool = True) -> None:
        """Place a row beside a neighbour, farther off than those put there earlier; without a neighbour on top."""
        if neighbour is None:
            self._roots.insert(0, row)
        else:
            (self._behind if behind else self._before).setdefault(neighbour, []).append(row)
        self.placed.add(row)

    def __iter__(self) -> Iterator[int]:
        pending = [(row, False) for row in reversed(self._roots)]
        while pending:
            row, opened = pending.pop()
            if opened:
                yield row
                continue
            pending += [(other, False) for other in reversed(self._behind.get(row, ()))]
            pending.append((row, True))
            pending += [(other, False) for other in self._before.get(row, ())]


def reading_order(
    versions: Sequence[Lines], steps: Sequence[Step], row_of: Mapping[Place, int], events: Sequence[Sequence[Event]]
) -> tuple[int, ...]:
    """Return the rows of one kind in the reading order of the newest version; ``versions`` are the lines of that kind.

    A row that another took in stands behind that one. What else the newest version lacks stands where the last
    version that had it had it: behind the nearest line above of the same parent that never moved, else before the
    first such line, else behind whatever stood above.
    """
    newest = len(versions) - 1
    order = _Order([row_of[newest, line.name] for line in versions[newest]])
    for version in reversed(range(newest)):
        lines = [(line, row_of[version, line.name]) for line in versions[version]]
        steady = frozenset(row for _, row in lines if not any(_moved(event) for event in events[row]))
        takers = {row: _taker(events[row], steps, row_of) for _, row in lines if row not in order.placed}
        _insert(order, lines, steady, takers)
    return tuple(order)


def _insert(
    order: _Order, lines: Sequence[tuple[Line, int]], steady: frozenset[int], takers: Mapping[int, int | None]
) -> None:
    """Place the rows of one version that have no place yet: ``takers`` has them with what took them in."""
    first: dict[str | None, int] = {}
    for line, row in lines:
        if row in steady and row in order.placed:
            first.setdefault(line.parent, row)
    above: dict[str | None, int] = {}
    last = None
    for line, row in lines:
        taker = takers.get(row)
        if taker in order.placed:
            order.put(row, taker)
            continue
        if row in takers:
            if line.parent in above or line.parent not in first:
                order.put(row, above.get(line.parent, last))
            else:
                order.put(row, first[line.parent], behind=False)
        if row in takers or row in steady:
            above[line.parent] = last = row


def _moved(event: Event) -> bool:
    return event.happening in (Happening.MOVED, Happening.MOVED_REWORDED)


def _taker(events: Sequence[Event], steps: Sequence[Step], row_of: Mapping[Place, int]) -> int | None:
    """Return the row that took in what a row said when it ended, None where it was dropped."""
    ends = [event for event in events if event.old is not None and event.new is None]
    last = ends[-1] if ends else None
    return row_of[steps[last.step].new, last.link.new[0]] if last and last.link.new else None
