"""What the lines of a value column look like: which field may have them, and whether a value can begin there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.positions import Passage
from generator.reading.columns.fitting import FORMS, begins_outcomes, begins_purpose, begins_requirements
from generator.reading.items import read_marker
from generator.reading.lines import Line

MISFIT, OF_ANOTHER, UNLIKELY, ODD = 25, 20, 15, 5
"""What it costs to give a field a value of the wrong form, words of another field, a strange value, an odd one."""

_MOST_LINES_OF_A_NAME = 3
_NAMES = frozenset({"title", "functional_area"})
_SHOULD_END = 80
_DANGLING = re.compile(
    r"(?:[,、，(:：-]|\b(?:and|or|of|the|a|an|to|in|with|for|by|on|at|from|is|are|be))$", re.IGNORECASE
)
_CLOSED = re.compile(r"[.;!?。；！？)）]$")


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A line of the value column: its row, its text, and how far its left edge is from that of the column."""

    row: int
    text: str
    indent: int
    after_blank: bool = False


@dataclass(frozen=True, slots=True)
class Traits:
    """What a value line is: the fields whose form it has, alone or with the next line, and how it begins.

    ``beginning`` is what a cell costs that begins with it.
    """

    forms: frozenset[str]
    forms_with_next: frozenset[str]
    outcomes: bool
    requirements: bool
    item: bool
    purpose: bool
    beginning: int

    @property
    def is_telling(self) -> bool:
        """Tell whether the line can only be that of one field."""
        return bool(self.forms) or self.outcomes or self.requirements


def traits_of(values: Sequence[ValueLine]) -> list[Traits]:
    """Return the traits of each line."""
    return [_traits(values, at) for at in range(len(values))]


def _traits(values: Sequence[ValueLine], at: int) -> Traits:
    text = values[at].text
    item = read_marker(Line(Passage.of(text, 0)))[0].kind != "none"
    following = f"{text} {values[at + 1].text}" if at + 1 < len(values) and len(text) < _SHOULD_END else ""
    return Traits(
        _forms(text),
        _forms(following),
        begins_outcomes(text),
        begins_requirements(text),
        item,
        begins_purpose(text),
        _beginning(values, at, item=item),
    )


def _forms(text: str) -> frozenset[str]:
    return frozenset(field for field, has_form in FORMS.items() if has_form(text))


def _beginning(values: Sequence[ValueLine], at: int, *, item: bool) -> int:
    """Return the cost of a cell that begins at a line; a sentence that goes on says that it does not."""
    value = values[at]
    cost = (10 if value.text[:1].islower() else 0) + (6 if value.indent > 1 else 0) + (4 if item else 0)
    if at == 0:
        return cost
    before = values[at - 1].text
    if _DANGLING.search(before[-_SHOULD_END:]):
        cost += 6
    elif not value.after_blank and not _CLOSED.search(before[-1:]) and not _forms(before):
        cost += 1
    return cost - (1 if value.after_blank else 0)


def misfit(field: str | None, first: Traits, count: int, of_others: int) -> int:
    """Return what it costs to give a field a value of ``count`` lines.

    ``of_others`` is how many of its lines but the first begin what belongs to another field.
    """
    cost = OF_ANOTHER * of_others
    if field in FORMS:
        fitting = first.forms if count == 1 else first.forms_with_next if count == 2 else ()
        return cost + (0 if field in fitting else MISFIT)
    if field == "competency":
        return cost + (0 if first.requirements or first.item else ODD)
    if field == "assessment_criteria":
        return cost + (0 if first.outcomes else ODD)
    if first.outcomes or first.requirements:
        cost += OF_ANOTHER
    if field in _NAMES:
        cost += 4 * max(0, count - _MOST_LINES_OF_A_NAME) + (UNLIKELY if first.purpose else 0)
    if field in _NAMES or field == "range":
        cost += UNLIKELY if first.forms else 0
    return cost - (2 if field == "range" and first.purpose else 0)
