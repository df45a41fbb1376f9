"""What every step did to every row of a history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.compare.history_rows import (
    Event,
    Happening,
    Names,
    Place,
    Step,
    places_of,
)
from generator.compare.history_steps import older_versions
from generator.compare.result import Change, Link

_STAYED: Mapping[Change, Happening] = {
    change: Happening(change.value) for change in Change if change not in (Change.ADDED, Change.REMOVED)
}
_PASSED_ON = {Change.SPLIT: Happening.SPLIT_INTO, Change.MERGED: Happening.MERGED_INTO}
_TAKEN_OVER = {Change.SPLIT: Happening.SPLIT_FROM, Change.MERGED: Happening.MERGED_FROM}


def events_of(steps: Sequence[Step], rows: Sequence[Names]) -> tuple[tuple[Event, ...], ...]:
    """Return the events of each row, in the order of the steps."""
    found: tuple[list[Event], ...] = tuple([] for _ in rows)
    teller = _Teller(steps, rows)
    for number, step in enumerate(steps):
        for link in step.comparison.links:
            for row, event in teller.events(number, link):
                found[row].append(event)
    return tuple(map(tuple, found))


class _Teller:
    def __init__(self, steps: Sequence[Step], rows: Sequence[Names]) -> None:
        self._steps = steps
        self._rows = rows
        self._older = older_versions(steps)
        self._row_of = places_of(rows)
        self._followers: dict[Place, list[int]] = {}
        self._predecessors: dict[Place, list[int]] = {}
        for step in steps:
            for link in step.comparison.links:
                for name in link.old if link.new else ():
                    self._followers.setdefault((step.old, name), []).append(step.new)
                for name in link.new if link.old else ():
                    self._predecessors.setdefault((step.new, name), []).append(step.old)

    def events(self, number: int, link: Link) -> Iterator[tuple[int, Event]]:
        """Yield the rows that hold the nodes of one link, each with its event."""
        step = self._steps[number]
        olds = {self._row_of[step.old, name]: name for name in link.old}
        news = {self._row_of[step.new, name]: name for name in link.new}
        for row in dict.fromkeys((*olds, *news)):
            old, new = olds.get(row), news.get(row)
            if old is not None and new is not None:
                happening = _STAYED[link.change]
            elif old is not None:
                happening = self._end(step, link, old)
            else:
                happening = self._beginning(step, link, row)
            yield row, Event(number, happening, link, old, new)

    def _end(self, step: Step, link: Link, old: str) -> Happening:
        if link.new:
            return _PASSED_ON.get(link.change, Happening.CONTINUED_AS)
        followers = self._followers.get((step.old, old), ())
        beside = any(step.new not in self._older.get(other, ()) for other in followers)
        return Happening.LEFT_OUT if beside else Happening.DROPPED

    def _beginning(self, step: Step, link: Link, row: int) -> Happening:
        if link.old:
            return _TAKEN_OVER.get(link.change, Happening.CONTINUED_FROM)
        older = self._older.get(step.old, frozenset())
        if not older.issuperset(self._predecessors.get((step.new, link.new[0]), ())):
            return Happening.NOT_THERE
        stood_before = any(self._rows[row][version] is not None for version in older)
        return Happening.REINSTATED if stood_before else Happening.INTRODUCED
