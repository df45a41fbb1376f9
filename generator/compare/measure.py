"""The lines of one kind on both sides, and how alike those are that may have been reworded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.compare.lines import Line
from generator.compare.similarity import Profile, Table, profiles, similarities
from generator.compare.weights import Term


@dataclass(frozen=True, slots=True)
class Measured:
    """The lines of one kind, and profiles and similarities of those that may have been reworded."""

    old: Sequence[Line]
    new: Sequence[Line]
    old_profiles: Mapping[int, Profile]
    new_profiles: Mapping[int, Profile]
    table: Table


def measured(old: Sequence[Line], new: Sequence[Line], vocabulary: Mapping[str, Term]) -> Measured:
    """Measure the lines that have no equal on the other side, or not as often."""
    counts = [Counter(line.wording.key for line in lines) for lines in (old, new)]
    surplus = {key for key in chain(*counts) if counts[0][key] != counts[1][key]}
    old_profiles, new_profiles = (_profiles(lines, surplus, vocabulary) for lines in (old, new))
    return Measured(old, new, old_profiles, new_profiles, similarities(old_profiles, new_profiles))


def _profiles(lines: Sequence[Line], keys: Iterable[str], vocabulary: Mapping[str, Term]) -> Mapping[int, Profile]:
    positions = [position for position, line in enumerate(lines) if line.wording.key in keys]
    return dict(zip(positions, profiles([lines[position].wording for position in positions], vocabulary), strict=True))
