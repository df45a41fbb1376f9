"""Words that begin requirements in a collection: where a list was run together, they tell where an item began.

Source of the rule: publishers reuse a small stock of first words, and a stock learnt from the sheets that kept
their bullets is truer to a collection than any list of verbs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model import Requirement, Unit, below

_FIRST_WORD = re.compile(r"([A-Z][a-z]{2,})\s")
_INNER_WORD = re.compile(r"(?<=[a-z]\s)([A-Z][a-z]{2,})(?=\s)")
_FEWEST_REQUIREMENTS = 4
_FEWEST_UNITS = 2


def first_words(units: Iterable[Unit]) -> frozenset[str]:
    """Return, in small letters, the words that begin several requirements of several units.

    Requirements whose own limits were found by rule teach nothing.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for unit in units:
        for requirement in _requirements(unit):
            match = None if requirement.restored else _FIRST_WORD.match(requirement.text)
            if match:
                found[match.group(1).casefold()].append(unit.code.base)
    return frozenset(
        word for word, bases in found.items() if len(bases) >= _FEWEST_REQUIREMENTS and len(set(bases)) >= _FEWEST_UNITS
    )


def may_be_runs(units: Iterable[Unit], learned: frozenset[str]) -> bool:
    """Tell whether a requirement holds one of the words, with a capital, in the middle of its text."""
    return any(
        word.casefold() in learned
        for unit in units
        for requirement in _requirements(unit)
        for word in _INNER_WORD.findall(requirement.text)
    )


def _requirements(unit: Unit) -> Iterator[Requirement]:
    for element in unit.elements:
        yield from (requirement for _, requirement in below("", element.requirements))
