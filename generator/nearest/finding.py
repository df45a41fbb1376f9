"""The nearest units of every unit: the stages in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue import Catalogue
from generator.catalogue.catalogue import UnitKey
from generator.model import Unit
from generator.nearest.candidates import Candidates
from generator.nearest.measure import NEAR, Nearness, nearness
from generator.nearest.outlines import outline_of
from generator.nearest.profiles import Profile, profile_of
from generator.nearest.result import Counterpart, Neighbour
from generator.nearest.scope import Scope
from generator.nearest.weights import WHOLE, Weights, weights_of


def nearest_units(catalogue: Catalogue, limit: int) -> Mapping[UnitKey, tuple[Neighbour, ...]]:
    """Return the units nearest to each current unit in other industries and areas, the nearest first.

    At most ``limit`` each, of the same language and themselves current. Near is what reaches `NEAR` and has a
    requirement that corresponds; units that have no such neighbour are left out.
    """
    if not limit:
        return {}
    scope = Scope(catalogue)
    current = [unit for unit in catalogue.units if catalogue.status_of(unit).current]
    found: dict[UnitKey, tuple[Neighbour, ...]] = {}
    for language in sorted({unit.language for unit in current}):
        found.update(_nearest([unit for unit in current if unit.language == language], scope, limit))
    return found


def _nearest(units: Sequence[Unit], scope: Scope, limit: int) -> Iterator[tuple[UnitKey, tuple[Neighbour, ...]]]:
    """Yield the neighbours of every unit of one language that has any."""
    outlines = [found for unit in units if (found := outline_of(unit, scope.place(unit)[0]))]
    weights = weights_of(outline.counts for outline in outlines)
    profiles = [profile_of(outline, weights) for outline in outlines]
    candidates = Candidates(profiles, [scope.place(outline.unit) for outline in outlines], weights)
    for position, profile in enumerate(profiles):
        unit = profile.outline.unit
        others = [profiles[other] for other in candidates.of(position)]
        near = _near(profile, [other for other in others if not scope.kin(unit, other.outline.unit)], weights)
        if near:
            yield profile.outline.key, tuple(_neighbour(profile, *one) for one in near[:limit])


def _near(profile: Profile, others: Sequence[Profile], weights: Weights) -> list[tuple[Profile, Nearness]]:
    """Return the units that are near a unit, the nearest first; of those equally near one of the same level."""
    measured = [(other, nearness(profile, other, weights)) for other in others]
    near = [(other, found) for other, found in measured if found.similarity >= NEAR and found.pairs]
    return sorted(near, key=lambda one: (-one[1].similarity, _levels_apart(profile, one[0]), one[0].outline.key))


def _levels_apart(one: Profile, other: Profile) -> int:
    return abs((one.outline.unit.level or 0) - (other.outline.unit.level or 0))


def _neighbour(profile: Profile, other: Profile, found: Nearness) -> Neighbour:
    overlap = (
        Counterpart(profile.outline.lines[pair.one].name, other.outline.lines[pair.other].name, pair.alike / WHOLE)
        for pair in found.pairs
    )
    return Neighbour(other.outline.unit, found.similarity / WHOLE, tuple(overlap))
