"""How much a term tells, from how many units of the collection hold it; integers, so that sums are exact."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.nearest.terms import is_habitual

WHOLE = 1000
"""The weight of a term that few units hold."""

_IMAGINED = 200
"""Units imagined beside those of the collection: a small one cannot tell by itself which terms are rare."""
_RARE, _HABITUAL_TOPIC, _HABITUAL_WORDING = 0.01, 0.25, 0.06
"""Share of the imagined units that hold a term: any term; a habitual one, for the topic and for the wording."""
_LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of every term of a collection in thousandths.

    ``topic`` says how much a term tells about what a unit is for: the rarity squared, so that habitual ones count next
    to nothing. ``wording`` says how much it tells about which requirement a line is, where those count more ("define
    duties").
    """

    topic: Mapping[str, int]
    wording: Mapping[str, int]


def weights_of(held: Iterable[Iterable[str]]) -> Weights:
    """Return the weights of the terms of a collection, given the terms of each of its units, each once."""
    units, holders = 0, Counter[str]()
    for terms in held:
        units += 1
        holders.update(iter(terms))
    topic, wording = {}, {}
    for term, count in holders.items():
        habitual = is_habitual(term)
        topic[term] = round(WHOLE * _rarity(count, units, _HABITUAL_TOPIC if habitual else _RARE) ** 2)
        wording[term] = round(WHOLE * _rarity(count, units, _HABITUAL_WORDING if habitual else _RARE))
    return Weights(topic, wording)


def weight_of(terms: Iterable[str], weights: Mapping[str, int]) -> int:
    """Return the summed weight of terms."""
    return sum(weights[term] for term in terms)


def _rarity(holders: int, units: int, imagined: float) -> float:
    """Return the inverse document frequency, 1 for what is as rare as `_RARE`; nothing is rarer than imagined."""
    share = max(imagined, (holders + _IMAGINED * imagined) / (units + _IMAGINED))
    return max(_LEAST, math.log(share) / math.log(_RARE))
