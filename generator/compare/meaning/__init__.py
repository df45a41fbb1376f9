"""Which edits may reverse or shift the meaning: what a reader must not miss in a small change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.compare.meaning.amounts import amounts_differ, amounts_of_parts_differ
from generator.compare.meaning.bounds import bounds_differ
from generator.compare.meaning.edit import Edit, Reading
from generator.compare.meaning.frequency import frequency_differs
from generator.compare.meaning.negation import negation_differs, negations_of_parts_differ
from generator.compare.meaning.obligation import obligation_differs
from generator.compare.meaning.opposites import turned_round
from generator.compare.meaning.supervision import supervision_differs
from generator.compare.meaning.time_order import order_in_time_differs
from generator.compare.meaning.word_order import words_exchanged

_RULES: tuple[tuple[str, Callable[[Edit], bool], bool], ...] = (
    ("negation", negation_differs, False),
    ("order in time", order_in_time_differs, False),
    ("bound", bounds_differ, False),
    ("obligation", obligation_differs, False),
    ("number", amounts_differ, True),
    ("opposite", turned_round, False),
    ("frequency", frequency_differs, False),
    ("supervision", supervision_differs, False),
    ("word order", words_exchanged, False),
)
"""Name, rule, and whether the rule looks at rewrites too."""


def alerts(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Return what a reword may have done to the meaning, in a fixed order; the words are those of `Wording`.

    Only edits that leave most of the line as it was are looked at: in a rewrite such words come and go. A number
    that became another counts always.
    """
    edit = Edit.of(old, new)
    light = edit.light
    return tuple(name for name, rule, always in _RULES if (light or always) and rule(edit))


def alerts_of_parts(whole: Sequence[str], parts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the alerts of a split or merge: a negation that stands on one side only, a number that became another."""
    one, other = Reading.of(whole), Reading.of([word for part in parts for word in part])
    rules = (("negation", negations_of_parts_differ), ("number", amounts_of_parts_differ))
    return tuple(name for name, differ in rules if differ(one, other))
