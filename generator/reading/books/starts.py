"""Where a unit starts in text that belongs to none: a header or a label that a sheet's other labels follow."""

from __future__ import annotations

from collections.abc import Sequence

from generator.reading.books.code_lists import is_column_heads
from generator.reading.headers import is_header
from generator.reading.headlines import read_headline
from generator.reading.labels import opening
from generator.reading.lines import Line

_FIRST = frozenset({"functional_area", "title", "code", "industry"})
_LABELS_OF_A_SHEET = frozenset(
    {"functional_area", "title", "code", "range", "level", "credit", "competency", "assessment_criteria", "remark"}
)
_LINES_OF_A_HEAD = 24
_FEWEST_LABELS = 3


def starts_a_unit(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the line at a place begins a unit.

    A header does that is followed by another one or by a first label; a first label where two labels more of
    a sheet follow it; and code and title without labels.
    """
    line = lines[at]
    if is_header(line.passage):
        return any(_is_first(lines, place) for place in range(at + 1, min(len(lines), at + 6)))
    if _is_first(lines, at):
        return len(_labels_behind(lines, at)) >= _FEWEST_LABELS
    return read_headline(lines, at) is not None


def _is_first(lines: Sequence[Line], at: int) -> bool:
    found = opening(lines, at)
    if found is None or is_column_heads(lines[at]):
        return read_headline(lines, at) is not None if found is None else False
    return found.field in _FIRST and found.sure


def _labels_behind(lines: Sequence[Line], at: int) -> set[str]:
    """Return which labels of a sheet stand in the lines from a place on, as far as a head reaches."""
    found: set[str] = set()
    for place in range(at, min(len(lines), at + _LINES_OF_A_HEAD)):
        if is_header(lines[place].passage) or is_column_heads(lines[place]):
            break
        label = opening(lines, place)
        if label is not None and label.field in _LABELS_OF_A_SHEET:
            found.add(label.field)
    return found
