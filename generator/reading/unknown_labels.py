"""Labels outside the vocabulary ("Author: J. Smith"): what stands where labels stand, in the form labels have here.

A sentence with a colon is no label. Among requirements nothing is; in other prose only a short line in the form
of the sheet's own labels is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.reading.labels import COLONS, Opening
from generator.reading.lines import Line
from generator.reading.vocabulary import EXTRA_FIELD

_LABEL = re.compile(
    rf"(?P<label>[A-Z][A-Za-z/&'’().\d -]{{1,40}}?[A-Za-z)]|[\u4e00-\u9fff]{{2,8}})"
    rf"(?:\s*[{COLONS}]\s*|\s*\t\s*)(?=\S)"
)
_NO_LABEL = re.compile(
    r"(?:this|the|these|those|an?|each|all|if|when|where|notes?|nb|examples?|e\.?g|i\.?e|for|in|it|they|such|see|as"
    r"|including|includes?|to|able|capable|practitioners?|https?|unit of competency|elements?|outcomes?|part|step"
    r"|dear|table|figure|page|total|subject)\b|[此本該该如例注]",
    re.IGNORECASE,
)
_SENTENCE_INSIDE = re.compile(r"[.;!?,，。；]\s|[.](?=\S{3})")
_MOST_WORDS = 5
_MOST_WORDS_IN_PROSE = 4
_ABOUT_THE_SHEET = re.compile(
    r"\b(?:by|date|dated|author|version|contact|status|sector|branch|mode|office|number|reference|type|source|owner"
    r"|publisher|revision|revised|updated|approved|prepared|hours|duration|sub-\w+)\b|日期|版本|作者|機構|机构|編者|编者",
    re.IGNORECASE,
)
_SHORT_VALUES = frozenset({"header", "functional_area", "industry", "title", "code", "level", "credit", EXTRA_FIELD})
SECOND_COLUMN = "second column"
"""Stands for whatever field all of whose lines are in the second column of a sheet: labels are in the first."""

_PROSE = frozenset({"range", "remark", "assessment_criteria"})
_FEWEST_LABELS = 3


def form_of_labels(found: Iterable[Opening]) -> str | None:
    """Return what sets the labels of a sheet apart, "colon" or "tab", where (nearly) all have the same."""
    forms = Counter(_form(opening.label.text) for opening in found)
    if sum(forms.values()) < _FEWEST_LABELS:
        return None
    form, count = forms.most_common(1)[0]
    return form if form and count >= 0.75 * sum(forms.values()) else None


def _form(printed: str) -> str | None:
    end = printed.rstrip(" \u00a0\u3000")[-1:]
    return "tab" if end == "\t" else "colon" if end and end in COLONS else None


def unknown_opening(line: Line, inside: str, before: Line | None, form: str | None) -> Opening | None:
    """Return the unknown label that opens at a line, None where there is none.

    ``inside`` is the field before the line (or `SECOND_COLUMN`), ``before`` the last line of its value (None where
    it has no value yet), ``form`` what sets the labels of this sheet apart.
    """
    if line.item or line.indent or line.tabbed:
        return None
    match = _LABEL.match(line.text)
    if match is None or not _is_name(match.group("label"), _MOST_WORDS):
        return None
    if not _may_stand(match.group("label"), _form(match.group()), inside, before, form):
        return None
    label, value = line.passage.slice(0, match.end()), line.passage.slice(match.end()).strip()
    return Opening(EXTRA_FIELD, label, value, spelling="unknown")


def is_label_like(line: Line) -> bool:
    """Tell whether a line looks like a label with its value, whatever stands around it."""
    match = None if line.item or line.indent or line.tabbed else _LABEL.match(line.text)
    return match is not None and _is_name(match.group("label"), _MOST_WORDS_IN_PROSE)


def _is_name(label: str, most_words: int) -> bool:
    return len(label.split()) <= most_words and not _NO_LABEL.match(label) and not _SENTENCE_INSIDE.search(label)


def _may_stand(label: str, printed: str | None, inside: str, before: Line | None, form: str | None) -> bool:
    if inside == SECOND_COLUMN:
        return printed == form
    if inside in _SHORT_VALUES:
        return inside == "header" or (before is not None and (inside != "title" or printed == form))
    about_the_sheet = _ABOUT_THE_SHEET.search(label) and _is_name(label, _MOST_WORDS_IN_PROSE)
    return inside in _PROSE and printed == form and bool(about_the_sheet)
