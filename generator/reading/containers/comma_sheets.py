"""Sheets of cells set apart by commas, semicolons or TABs: recognised by the labels in their first column or row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.positions import Passage
from generator.reading.containers.raw_lines import RawLine
from generator.reading.labels import opening
from generator.reading.lines import Line

_FIRST_CELL = re.compile(r'"?([^",;\t]{1,60})"?([,;])')
_FEWEST_LABELS = 3
_LONGEST_HEAD = 1000
_BODY = frozenset({"competency", "assessment_criteria"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """What sets the cells of a sheet apart, and whether its first row holds the labels, each further row a unit."""

    separator: str
    headed: bool


def sheet_of(lines: Sequence[RawLine]) -> Sheet | None:
    """Return how a text is a sheet as a whole, None where it is none.

    Labels stand in the first column or in the first row; a comma behind a label is rare in running text.
    """
    first = next((line.text for line in lines if not line.blank), "")[:_LONGEST_HEAD]
    for separator in ",;\t":
        cells = [cell.strip(' "') for cell in first.split(separator)]
        labels = {field for cell in cells if (field := _field(cell))}
        if len(labels) > _FEWEST_LABELS and labels & _BODY:
            return Sheet(separator, headed=True)
    if not _FIRST_CELL.match(first):
        return None
    counts = {",": 0, ";": 0}
    for line in lines:
        match = _FIRST_CELL.match(line.text)
        if match and _field(match.group(1)):
            counts[match.group(2)] += 1
    best = max(counts, key=lambda separator: counts[separator])
    return Sheet(best, headed=False) if counts[best] >= _FEWEST_LABELS else None


def _field(text: str) -> str | None:
    found = opening([Line(Passage.of(text, 0))], 0) if text else None
    return found.field if found is not None and not found.value else None
