"""Which field a line opens: labels at line starts, alone or before their value, on one line or broken over several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.positions import Passage, joined
from generator.reading.lines import Line
from generator.reading.vocabulary import LABELS, REQUIREMENTS_LABELS

_NUMBER = r"(?:\d{1,2}\s*[.)、．]\s*)?"
_SEPARATOR = r"\s*[:：]\s*|\s*\t\s*|[ \u00a0\u3000]{2,}|\s+[-–—]\s+|\s*$"
_LONGEST_BROKEN_LABEL = 3


@dataclass(frozen=True, slots=True)
class Opening:
    """A label found: the field it opens, the label as printed, what follows on its line, how many lines it took.

    It is sure where something sets it apart from its value; one blank ("Level 4") may stand in a sentence too.
    """

    field: str
    label: Passage
    value: Passage
    lines: int = 1
    sure: bool = True


def _pattern(labels: Iterable[str]) -> str:
    longest_first = sorted(labels, key=lambda text: (-len(text), text))
    return "|".join(re.escape(text).replace(r"\ ", r"\s+") for text in longest_first)


_FIELDS = {re.sub(r"\s+", " ", label.text).casefold(): label.field for label in LABELS}
_LABEL = re.compile(rf"{_NUMBER}(?P<label>{_pattern(label.text for label in LABELS)})(?:{_SEPARATOR})", re.IGNORECASE)
_REQUIREMENTS = re.compile(rf"[(（/]?\s*(?:{_pattern(REQUIREMENTS_LABELS)})\s*[)）]?\s*[:：]?\s*", re.IGNORECASE)
_LABEL_AND_BLANK = re.compile(
    rf"{_NUMBER}(?P<label>{_pattern(label.text for label in LABELS)})[ \u00a0]", re.IGNORECASE
)
_VALUES_BEHIND_A_BLANK = {
    "title": re.compile(r"[A-Z\d\"“]"),
    "range": re.compile(r"This unit|[A-Z][a-z]+ "),
    "code": re.compile(r"(?=\S*\d)[A-Z\d./-]{6,}\s*$", re.IGNORECASE),
    "level": re.compile(r"(?:Level )?[1-7]\s*$", re.IGNORECASE),
    "credit": re.compile(r"\d{1,3}(?:\.\d)?\s*(?:[(（][^()（）]*[)）])?\s*$"),
    "competency": _REQUIREMENTS,
    "assessment_criteria": re.compile(r"Th(?:e|is|ese) integrated outcome"),
}
"""What must follow a label that only one blank sets apart."""
_FIRST_WORDS = frozenset(
    " ".join(label.text.casefold().split()[:count]) for label in LABELS for count in range(1, len(label.text.split()))
)


def opening(lines: Sequence[Line], at: int) -> Opening | None:
    """Return the label that opens at a line, None where there is none.

    A label broken over lines ("Assessment" / "Criteria") is tried where a line holds just its first words.
    """
    line = lines[at]
    if line.item or _starts_small(line.text):
        return None
    found = _match(line.passage)
    if found is None and _bare(line.text) in _FIRST_WORDS:
        return _broken(lines, at)
    return found


def _starts_small(text: str) -> bool:
    return text[:1].islower()


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())


def _match(passage: Passage, lines: int = 1) -> Opening | None:
    match = _LABEL.match(passage.text)
    if match is None:
        return _match_before_blank(passage, lines)
    field = _FIELDS[_bare(match.group("label"))]
    return Opening(field, passage.slice(0, match.end()), passage.slice(match.end()).strip(), lines)


def _match_before_blank(passage: Passage, lines: int) -> Opening | None:
    match = _LABEL_AND_BLANK.match(passage.text)
    if match is None:
        return None
    field = _FIELDS[_bare(match.group("label"))]
    value = passage.slice(match.end()).strip()
    fitting = _VALUES_BEHIND_A_BLANK.get(field)
    if fitting is None or not fitting.match(value.text):
        return None
    return Opening(field, passage.slice(0, match.end()), value, lines, sure=False)


def _broken(lines: Sequence[Line], at: int) -> Opening | None:
    for count in range(2, _LONGEST_BROKEN_LABEL + 1):
        parts = lines[at : at + count]
        if len(parts) < count or any(part.item for part in parts):
            return None
        found = _match(joined(part.passage for part in parts), count)
        if found is not None:
            return found
        if _bare(" ".join(part.text for part in parts)) not in _FIRST_WORDS:
            return None
    return None


def requirements_label(passage: Passage) -> int:
    """Return how many characters a leading "Performance Requirements" label takes, 0 where there is none."""
    match = _REQUIREMENTS.match(passage.text)
    return match.end() if match else 0
