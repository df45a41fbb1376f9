"""What labels a file has beside those as published: loose ones for fields a unit lacks, and unknown ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.positions import Passage
from generator.reading.labels import Opening
from generator.reading.lines import Line
from generator.reading.loose_labels import FIELDS_OF_A_UNIT, label_before_prose, loose_opening
from generator.reading.unknown_labels import SECOND_COLUMN, form_of_labels, is_label_like, unknown_opening
from generator.reading.vocabulary import BODY, EXTRA_FIELD, OUTCOME_WORDS

_FEWEST_FIELDS = 3
_BODY_BEHIND_BODY = frozenset({"assessment_criteria", "remark"})
_MOST_LINES_BEFORE_ALL = 12
_FIRST_OUTCOME = re.compile(rf"{OUTCOME_WORDS}\s+1(?:\s*[:.–-]|\s*$|\s+(?=[A-Z][a-z]))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KnownLabels:
    """The labels as published of a file: by line the field each opens, and the label (None for headers and headlines).

    ``starts`` are the lines at which units begin.
    """

    fields: Mapping[int, str]
    openings: Mapping[int, Opening | None]
    starts: Sequence[int]


def further_openings(lines: Sequence[Line], known: KnownLabels) -> dict[int, Opening]:
    """Return the loose and unknown labels by their lines."""
    found: dict[int, Opening] = {}
    for start, end in pairwise((*known.starts, len(lines))):
        outcome = _first_outcome(lines, known, range(start, end))
        fields = {**known.fields, **{at: opening.field for at, opening in outcome.items()}}
        found |= outcome | _loose_openings(lines, replace(known, fields=fields), range(start, end))
    return found | _unknown_openings(lines, known, found)


def _loose_openings(lines: Sequence[Line], known: KnownLabels, places: range) -> dict[int, Opening]:
    fields = {known.fields[at] for at in places if at in known.fields}
    missing = set(FIELDS_OF_A_UNIT) - fields
    found: dict[int, Opening] = {}
    by_blank = _are_apart_by_a_blank(known.openings[at] for at in places if at in known.openings)
    inside = ""
    for at in places if missing else ():
        inside = known.fields.get(at, inside)
        if at in known.fields:
            continue
        wanted = missing & _BODY_BEHIND_BODY if inside in BODY else missing
        opening = loose_opening(lines, at, wanted) or (label_before_prose(lines[at], wanted) if by_blank else None)
        if opening is not None:
            found[at] = opening
            missing.discard(opening.field)
            inside = opening.field
    named = {*fields, *(opening.field for opening in found.values())} - {"header"}
    return found if len(named) >= _FEWEST_FIELDS and named & {"title", "code"} else {}


def _are_apart_by_a_blank(openings: Iterable[Opening | None]) -> bool:
    """Tell whether one blank stands between most labels of a unit and their values."""
    apart = [not opening.sure for opening in openings if opening is not None and opening.value]
    return sum(apart) >= _FEWEST_FIELDS and sum(apart) * 2 > len(apart)


def _first_outcome(lines: Sequence[Line], known: KnownLabels, places: range) -> dict[int, Opening]:
    """Return the competency that begins without a label of its own, with "Outcome 1" or "Element 1:".

    A label may follow that belongs to the outcome ("Performance Criteria").
    """
    for at in places:
        if known.fields.get(at) == "competency":
            break
        if at not in known.fields and _FIRST_OUTCOME.match(lines[at].text):
            named = {known.fields[place] for place in places if place in known.fields}
            competency = Opening("competency", Passage("", ()), lines[at].passage)
            return {at: competency} if named & {"title", "code"} else {}
    return {}


def _unknown_openings(lines: Sequence[Line], known: KnownLabels, loose: Mapping[int, Opening]) -> dict[int, Opening]:
    form = form_of_labels(opening for opening in known.openings.values() if opening)
    found: dict[int, Opening] = {}
    inside, before, second_column = "", None, False
    for at, line in enumerate(lines):
        opening = known.openings.get(at) or loose.get(at)
        if at in known.fields or opening is not None:
            inside = opening.field if opening else known.fields[at]
            before = line if opening is None or opening.value else None
            second_column = form == "tab"
            continue
        in_column = second_column and before is not None
        if inside:
            unknown = unknown_opening(line, SECOND_COLUMN if in_column else inside, before, form)
        else:
            unknown = _before_all(lines, at, known)
        if unknown is not None:
            found[at], inside = unknown, EXTRA_FIELD
        before = line
        second_column = second_column and (line.tabbed or unknown is not None)
    return found


def _before_all(lines: Sequence[Line], at: int, known: KnownLabels) -> Opening | None:
    """Return an unknown label before the first known one, with nothing but its like between."""
    for place in range(at, min(len(lines), at + _MOST_LINES_BEFORE_ALL)):
        if place in known.fields:
            return unknown_opening(lines[at], "header", None, None)
        if not is_label_like(lines[place]):
            return None
    return None
