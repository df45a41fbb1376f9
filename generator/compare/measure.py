"""The lines of one kind on both sides, and how alike those are that may have been reworded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from generator.compare.lines import Line
from generator.compare.similarity import Profile, Siblings, Table, profiles, siblings, similarities
from generator.compare.weights import Term

_OFTEN = 40
"""A line repeated more often than this is linked in reading order and never weighed against reworded lines."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The lines of one kind, and profiles and similarities of those that may have been reworded.

    ``old_siblings`` and ``new_siblings`` hold the lines of the same side that are most like each.
    """

    old: Sequence[Line]
    new: Sequence[Line]
    old_profiles: Mapping[int, Profile]
    new_profiles: Mapping[int, Profile]
    old_siblings: Mapping[int, Siblings]
    new_siblings: Mapping[int, Siblings]
    table: Table

    def shares_template(self, old: int, new: int, clear: int) -> bool:
        """Return whether all that two lines share is shared by lines of their own sides that are as like them.

        They are as like where the pair is not more similar by a clear difference, in thousandths.
        """
        shared = self.old_profiles[old].content & self.new_profiles[new].content
        least = self.table[old, new] - clear
        return all(
            any(score > least and shared <= content for score, content in siblings)
            for siblings in (self.old_siblings[old], self.new_siblings[new])
        )


def measured(old: Sequence[Line], new: Sequence[Line], vocabulary: Mapping[str, Term]) -> Measured:
    """Measure the lines that have no equal on the other side, or not as often, or several."""
    counts = [Counter(line.wording.key for line in lines) for lines in (old, new)]
    surplus = {key for key in chain(*counts) if counts[0][key] != counts[1][key] or 1 < counts[0][key] <= _OFTEN}
    (old_asked, old_siblings), (new_asked, new_siblings) = (_side(lines, surplus, vocabulary) for lines in (old, new))
    table = similarities(old_asked, new_asked)
    return Measured(old, new, old_asked, new_asked, old_siblings, new_siblings, table)


def _side(
    lines: Sequence[Line], keys: Set[str], vocabulary: Mapping[str, Term]
) -> tuple[Mapping[int, Profile], Mapping[int, Siblings]]:
    """Return the profiles of the lines that have one of the keys, and the lines of their side most like each."""
    every = dict(enumerate(profiles([line.wording for line in lines], vocabulary)))
    asked = {position: every[position] for position, line in enumerate(lines) if line.wording.key in keys}
    return asked, siblings(asked, every)
