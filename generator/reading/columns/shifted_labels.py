"""Sheets without columns whose values stand on the line above their label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Finding
from generator.reading.columns.cells import LabelCell, cost_of, divide
from generator.reading.columns.label_lines import Moved, Stretch
from generator.reading.lines import Line

_FEWEST_LABELS = 3
_MISFITS = 50
"""What two values that cannot be those of their labels cost."""


def read_shifted_labels(stretch: Stretch) -> Moved | None:
    """Return a stretch with values behind their labels, where two fields would have a value that cannot be theirs."""
    starts = _starts(stretch)
    return Moved(tuple(_lines(stretch, starts)), tuple(_findings(stretch, starts))) if starts else None


def _starts(stretch: Stretch) -> tuple[int, ...]:
    """Return which value each label's cell begins with, nothing where the sheet is right as printed."""
    values = stretch.values(0, len(stretch.lines))
    if len(stretch.fields) < _FEWEST_LABELS or not values:
        return ()
    cells = [LabelCell(field, at, at) for at, field in stretch.fields.items()]
    texts = [stretch.value_line(at) for at in values]
    division = divide(cells, texts, led=False, aligned=False)
    printed = cost_of(cells, texts, _printed(stretch))
    return division.starts if division.cost + _MISFITS <= printed else ()


def _printed(stretch: Stretch) -> list[int]:
    """Return how many values stand before each label."""
    return [at - number for number, at in enumerate(stretch.fields)]


def _lines(stretch: Stretch, starts: Sequence[int]) -> Iterator[Line]:
    values = stretch.values(0, len(stretch.lines))
    edges = [*starts, len(values)]
    yield from (stretch.lines[at] for at in values[: edges[0]])
    for number, at in enumerate(stretch.fields):
        yield stretch.lines[at]
        yield from (stretch.lines[value] for value in values[edges[number] : edges[number + 1]])


def _findings(stretch: Stretch, starts: Sequence[int]) -> Iterator[Finding]:
    for start, printed, at in zip(starts, _printed(stretch), stretch.fields, strict=True):
        if start < printed:
            label = stretch.lines[at].passage
            yield Finding("label-shift", label.span.start, f"the value of {label.text!r} stands above its label")
