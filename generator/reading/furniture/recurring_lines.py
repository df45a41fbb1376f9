"""Lines of the page that come again where no page edge is known: at regular distances, whatever field they fall in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.reading.furniture.page_numbers import is_bare, is_regular
from generator.reading.furniture.sheet import Sheet, fields_of

_FEWEST = 3
_SHORTEST = 4


def recurring_lines(sheet: Sheet, removed: Mapping[int, str]) -> Iterator[int]:
    """Yield lines that recur in different fields, at regular distances or in the middle of sentences.

    What a publisher prints in every unit (a heading, a wrapped line of the range) stands in the same field each
    time; only what belongs to the page falls into one field here and into another there.
    """
    counts = sheet.counts()
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(sheet.forms):
        if counts[form] > 1 and len(form) >= _SHORTEST and at not in removed:
            places[form].append(at)
    candidates = [found for found in places.values() if all(map(sheet.may_go, found))]
    if not candidates:
        return
    fields = fields_of(sheet.lines)
    loose = {at for found in candidates for at in found} | {at for at in range(len(fields)) if is_bare(sheet, at)}
    text = _Text.around(sheet, loose | removed.keys())
    for found in candidates:
        if len({fields[at] for at in found}) > 1 and _is_of_the_page(sheet, text, found):
            yield from found


@dataclass(frozen=True, slots=True)
class _Text:
    """For each line the last line of the text before it and the first behind it, furniture and candidates aside."""

    before: tuple[int, ...]
    behind: tuple[int, ...]

    @classmethod
    def around(cls, sheet: Sheet, loose: Container[int]) -> _Text:
        count = len(sheet.lines)
        before, last = [], -1
        for at in range(count):
            before.append(last)
            last = last if at in loose else at
        behind, following = [], count
        for at in reversed(range(count)):
            behind.append(following)
            following = following if at in loose else at
        return cls(tuple(before), tuple(reversed(behind)))


def _is_of_the_page(sheet: Sheet, text: _Text, found: list[int]) -> bool:
    gaps = [sheet.rows[second] - sheet.rows[first] for first, second in pairwise(found)]
    if len(found) >= _FEWEST and is_regular(gaps) and _stands_apart(sheet, text, found):
        return True
    return any(sheet.cuts_a_sentence(text.before[at], text.behind[at]) for at in found)


def _stands_apart(sheet: Sheet, text: _Text, found: list[int]) -> bool:
    """Tell whether the lines around the places differ, as they do where a page happens to end."""
    before = {sheet.forms[text.before[at]] for at in found if text.before[at] >= 0}
    behind = {sheet.forms[text.behind[at]] for at in found if text.behind[at] < len(sheet.forms)}
    return min(len(before), len(behind)) > len(found) // 2
