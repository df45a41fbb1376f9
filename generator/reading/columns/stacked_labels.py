"""Labels one after another, then all their values, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Finding
from generator.reading.columns.cells import LabelCell, cost_of, divide
from generator.reading.columns.label_lines import Moved, Stretch
from generator.reading.columns.values import traits_of
from generator.reading.lines import Line
from generator.text.wording import counted

_ANYWHERE = 1 << 40
"""A row behind all values: the cell of a label may begin with any of them; that of the first label has the first."""
_CLEARLY = 10
_FEWEST_BELOW_VALUES = 4


def read_stacked_labels(stretch: Stretch) -> Moved | None:
    """Return the lines of a stretch with every value behind its label, None where there is nothing to do."""
    lines: list[Line] = []
    findings: list[Finding] = []
    at = 0
    for first, last, end in _stacks(stretch):
        begin = _begin(stretch, at, first, end - last)
        matched = _matched(stretch, first, last, begin, end)
        if matched:
            lines += [*stretch.lines[at:begin], *matched]
            findings.append(_finding(stretch, first, last))
            at = end
    return Moved((*lines, *stretch.lines[at:]), tuple(findings)) if findings else None


def _stacks(stretch: Stretch) -> Iterator[tuple[int, int, int]]:
    """Yield labels that stand one after another: the first, the place behind the last, where values behind end."""
    groups: list[list[int]] = []
    for at in stretch.fields:
        if groups and at == groups[-1][-1] + 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    for group, following in pairwise([*groups, [len(stretch.lines)]]):
        if len(group) > 1:
            yield group[0], group[-1] + 1, following[0]


def _begin(stretch: Stretch, at: int, first: int, behind: int) -> int:
    """Return where the values of labels begin: behind them, or above them where nothing is behind."""
    count = 0
    while first - count > at and first - count - 1 not in stretch.fields:
        count += 1
    return first - count if not behind and count >= _FEWEST_BELOW_VALUES else first


def _matched(stretch: Stretch, first: int, last: int, begin: int, end: int) -> list[Line]:
    """Return the lines of labels with their values behind them, nothing where they cannot be matched."""
    values = stretch.values(begin, end)
    labels = range(first, last)
    cells = [LabelCell(stretch.fields[at], 0, _ANYWHERE if at > first else -1) for at in labels]
    texts = [stretch.value_line(at) for at in values]
    if not any(traits.is_telling for traits in traits_of(texts)):
        return []
    division = divide(cells, texts, led=False, aligned=False)
    printed = cost_of(cells, texts, [0 if begin == first else len(texts)] * len(cells))
    if division.cost + _CLEARLY > printed:
        return []
    edges = [*division.starts, len(values)]
    found: list[Line] = []
    for number, at in enumerate(labels):
        found.append(stretch.lines[at])
        found += [stretch.lines[value] for value in values[edges[number] : edges[number + 1]]]
    return found


def _finding(stretch: Stretch, first: int, last: int) -> Finding:
    message = f"{counted(last - first, 'label')} stand apart from their values; matched by the form of the values"
    return Finding("columns-merged", stretch.lines[first].passage.span.start, message)
