"""Whether an edit changes a number or its unit of measure."""

from __future__ import annotations

from generator.compare.meaning.edit import Edit, Reading
from generator.compare.numbers import measures, numbers

_ONE = frozenset({"1", "no. 1"})
"""Comes and goes with articles and phrases."""


def amounts_differ(edit: Edit) -> bool:
    """Return whether a number became another one or gave way to words, or its unit of measure changed.

    A number that came or went together with words of its own ("in two languages") adds to the line and turns nothing.
    """
    old, new = frozenset(numbers(edit.old.words)), frozenset(numbers(edit.new.words))
    if old - new and new - old:
        return True
    replaced = edit.small and bool(edit.gone and edit.come)
    if (replaced or edit.changed == 1) and (old ^ new) - _ONE:
        return True
    units = measures(edit.old.text), measures(edit.new.text)
    return (replaced or bool(old and new)) and bool(units[0] - units[1] and units[1] - units[0])


def amounts_of_parts_differ(whole: Reading, together: Reading) -> bool:
    """Return whether a number of a whole became another one in its pieces."""
    one, other = frozenset(numbers(whole.words)), frozenset(numbers(together.words))
    return bool(one - other and other - one)
