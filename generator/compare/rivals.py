"""How far a pair of lines stands above its rivals: other pairs of either line, and lines of its own side."""

from __future__ import annotations

from collections.abc import Mapping

from generator.compare.similarity import Table

WIDEST = 300
"""Margin of a pair without rivals: no larger one says more."""


class Rivals:
    """The pairs of a table by old and by new line."""

    def __init__(self, table: Table) -> None:
        self._of_old: dict[int, list[tuple[int, int]]] = {}
        self._of_new: dict[int, list[tuple[int, int]]] = {}
        for (old, new), score in table.items():
            self._of_old.setdefault(old, []).append((new, score))
            self._of_new.setdefault(new, []).append((old, score))

    def margin(self, old: int, new: int, score: int, held: tuple[Mapping[int, int], Mapping[int, int]]) -> int:
        """Return by how much a pair stands above the best rival of either line, 0 to 300.

        ``held`` gives the scores that old and new lines have in pairs that were chosen: a line that is better off
        there is no rival.
        """
        held_old, held_new = held
        rivals = [
            *(rival for other, rival in self._of_old[old] if other != new and rival > held_new.get(other, 0)),
            *(rival for other, rival in self._of_new[new] if other != old and rival > held_old.get(other, 0)),
        ]
        return max(0, min(WIDEST, score - max(rivals))) if rivals else WIDEST
