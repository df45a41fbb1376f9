"""Running titles and feet: lines that come again at the edges of pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.reading.furniture.sheet import Border, Sheet

_MOST_LINES_OF_AN_EDGE = 5
_FEWEST_PAGES_APART = 2
_SHARE_ELSEWHERE = 0.2
_ENDS_OF_A_FILE = 2


def running_titles(sheet: Sheet, removed: Mapping[int, str]) -> Iterator[int]:
    """Yield the lines that are repeated, numbers aside, at the edges of neighbouring pages.

    Edges are peeled: where the outermost line has gone the next one is the edge.
    """
    counts = sheet.counts()
    gone = dict(removed)
    known: set[str] = set()
    for _ in range(_MOST_LINES_OF_AN_EDGE):
        borders = sheet.borders(gone)
        if len(borders) <= _ENDS_OF_A_FILE:
            return
        repeated = known | _repeated(sheet, borders, counts)
        edges = {at for border in borders for at in (border.above, border.below) if 0 <= at < len(sheet.lines)}
        new = sorted(at for at in edges if sheet.forms[at] in repeated and sheet.may_go(at))
        if not new:
            return
        yield from new
        gone.update(dict.fromkeys(new, ""))
        known.update(sheet.forms[at] for at in new)


def _repeated(sheet: Sheet, borders: list[Border], counts: Counter[str]) -> set[str]:
    """Return the forms that stand at neighbouring borders and hardly anywhere else."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    lines: defaultdict[str, set[int]] = defaultdict(set)
    for number, border in enumerate(borders):
        for at in (border.above, border.below):
            if 0 <= at < len(sheet.lines) and counts[sheet.forms[at]] > 1:
                places[sheet.forms[at]].append(number)
                lines[sheet.forms[at]].add(at)
    return {
        form
        for form, numbers in places.items()
        if len(lines[form]) > 1
        and counts[form] - len(lines[form]) <= max(1, _SHARE_ELSEWHERE * counts[form])
        and any(second - first <= _FEWEST_PAGES_APART for first, second in pairwise(numbers))
    }
