"""Lines without any mark among items: headings without numbers, clauses that lead in a group, requirements.

Most sheets mark their items, and a line without a mark goes on with the one before it. Where a section marks
nothing, or marks items but no headings, such lines begin things of their own, unless wrapping explains them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.positions import Passage
from generator.reading.items import Item, Marker
from generator.reading.lines import Line
from generator.reading.wraps import goes_on, page_width

Marked = tuple[Line, Marker, Passage]
"""A line, the marker it begins with, and the passage behind the marker."""

_GROUP_CLAUSE = re.compile(r"(?:be |is |are )?(?:able|capable) to\s*[:：]?", re.IGNORECASE)
_OBLIGATION = re.compile(
    r"\b(?:able|capable|must|needs?|required|should|competent|expected)\b|(?:能夠|能够|必須|必须|須|须)[:：]$",
    re.IGNORECASE,
)
"""What makes a clause of a text that ends in a colon."""
_MARKS = frozenset({"glyph", "letter", "id", "list", "blank"})
_LONGEST_HEADING = 150
_NO_HEADING_ENDS = (".", ";", ",", "。", "；", "，")


def is_group_clause(text: str) -> bool:
    """Tell whether a text leads in the requirements of a group ("Be able to:")."""
    clause = text.strip()
    announces = clause.endswith((":", "：")) and _OBLIGATION.search(clause) is not None
    return announces or _GROUP_CLAUSE.fullmatch(clause) is not None


@dataclass(frozen=True, slots=True)
class Bare:
    """What lines without a mark are in one section.

    ``marks`` and ``numbers`` say whether the section marks items and numbers headings; ``unmarked`` holds, line by
    line, whether the numbered group around it marks no items; ``width`` is where lines were wrapped.
    """

    marked: Sequence[Marked]
    headings: bool
    marks: bool
    numbers: bool
    unmarked: Sequence[bool]
    width: float

    @classmethod
    def of(cls, marked: Sequence[Marked], *, headings: bool) -> Bare:
        kinds = {marker.kind for _, marker, _ in marked}
        width = page_width([line for line, _, _ in marked])
        return cls(marked, headings, bool(kinds & _MARKS), "number" in kinds, _groups_without_marks(marked), width)

    def begins(self, at: int, items: Sequence[Item]) -> bool:
        """Tell whether the line at a place, which has no mark, begins something; ``items`` are those before it."""
        line = self.marked[at][0]
        before = self.marked[at - 1][0] if at else None
        if items and items[-1].is_empty:
            return False
        if self.headings and (line.heading or (line.bold and not (before and before.bold))):
            return True
        if self.goes_on(at):
            return False
        return self._begins_group(at, items) if self.headings else self._is_listed(before, items)

    def goes_on(self, at: int) -> bool:
        """Tell whether the line at a place goes on with the line before it."""
        return at > 0 and goes_on(self.marked[at - 1][0], self.marked[at][0], self.width)

    def _is_listed(self, before: Line | None, items: Sequence[Item]) -> bool:
        """Tell whether a line is an item of a list that was announced and marks no items."""
        announced = before is not None and before.text.rstrip().endswith((":", "："))
        return not self.marks and not self.numbers and (announced or bool(items))

    def _begins_group(self, at: int, items: Sequence[Item]) -> bool:
        text = self.marked[at][0].text
        if self.numbers:
            behind_heading = bool(items) and items[-1].marker.kind == "number"
            return bool(items) and (self.unmarked[at] or (behind_heading and is_group_clause(text)))
        if self.marks:
            plain = len(text) <= _LONGEST_HEADING and not text.rstrip().endswith(_NO_HEADING_ENDS)
            return plain and self._leads_items(at)
        return True

    def _leads_items(self, at: int) -> bool:
        """Tell whether the next line, or the one behind a clause, is marked as an item."""
        behind = self.marked[at + 1 : at + 3]
        if len(behind) > 1 and behind[0][1].kind == "none" and is_group_clause(behind[0][0].text):
            behind = behind[1:]
        return bool(behind) and behind[0][1].kind in _MARKS


def _groups_without_marks(marked: Sequence[Marked]) -> list[bool]:
    """Return for each line whether no line of its numbered group has a mark, in sections of numbered headings only.

    Where requirements have numbers too (1.1 below 1), a line without a mark goes on with one of them.
    """
    numbers = {marker.text for _, marker, _ in marked if marker.kind == "number"}
    if any(number.rpartition(".")[0] in numbers for number in numbers):
        return [False] * len(marked)
    found: list[bool] = []
    start = 0
    for at in range(1, len(marked) + 1):
        if at == len(marked) or marked[at][1].kind == "number":
            found += [not any(marker.kind in _MARKS for _, marker, _ in marked[start:at])] * (at - start)
            start = at
    return found
