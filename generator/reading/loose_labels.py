"""Labels that are not quite as published: glued to their value, misread by a scanner, broken inside a word.

They are guesses: only where a unit lacks the field, and where what follows is a value of that field.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.positions import Passage, joined
from generator.reading.edit_distance import edit_distance
from generator.reading.labels import (
    NUMBER,
    ONLY_WITH_A_MARK,
    SEPARATOR,
    VALUES_BEHIND_A_BLANK,
    Opening,
    is_set_apart,
    label_key,
    match_label,
    pattern_of,
)
from generator.reading.lines import Line
from generator.reading.vocabulary import LABELS, REQUIREMENTS_LABELS

FIELDS_OF_A_UNIT = (
    "functional_area",
    "title",
    "code",
    "range",
    "level",
    "credit",
    "competency",
    "assessment_criteria",
    "remark",
)
"""The fields that a sheet may print under a loose label, in their usual order."""

_CAPITAL = r"[A-Z\"“\u4e00-\u9fff]"
_GLUED_VALUES = {
    field: re.compile(pattern)
    for field, pattern in {
        "functional_area": _CAPITAL,
        "title": _CAPITAL,
        "code": r"(?=\S*\d)[A-Z\d][A-Z\d./-]{5,}\s*$",
        "range": r"Th(?:is|e|ese) |此|本",
        "level": r"(?:(?:QF )?Level\s*)?[1-7]\s*$",
        "credit": r"\d{1,3}(?:\.\d)?\s*(?:[(（][^()（）]*[)）])?\s*$",
        "competency": r"Performance|表現|表现",
        "assessment_criteria": r"Th(?:is|e|ese) |此",
        "remark": r"(?:Nil|None|N/?A|This|The)\b|[無无不]",
    }.items()
}
"""What must follow a label without a blank between."""
_VALUES_SET_APART = _GLUED_VALUES | {
    "range": re.compile(_CAPITAL),
    "competency": re.compile(r"$|Performance|表現|表现"),
    "assessment_criteria": re.compile(rf"$|{_CAPITAL}"),
    "remark": re.compile(r""),
}
"""What must follow a misspelled label that a colon, a TAB or blanks set apart."""
_VALUE_BELOW = frozenset({"functional_area", "title", "code", "range", "level", "credit"})

_STRONG = tuple(
    label
    for label in LABELS
    if not label.weak and label.field in FIELDS_OF_A_UNIT and label_key(label.text) not in ONLY_WITH_A_MARK
)
_EXACT = frozenset(label_key(label.text) for label in _STRONG)
_SPELLINGS = {
    field: [
        spelling
        for label in _STRONG
        if label.field == field
        for spelling in dict.fromkeys((label.text, label.text.upper()))
    ]
    for field in FIELDS_OF_A_UNIT
}
_GLUED = {
    field: re.compile(rf"{NUMBER}(?P<label>{pattern_of(spellings)})(?: ?[-–—] ?)?(?=\S)")
    for field, spellings in _SPELLINGS.items()
}
_BEFORE_PROSE = {
    field: re.compile(rf"{NUMBER}(?P<label>{pattern_of(_SPELLINGS[field])}) (?={_CAPITAL})")
    for field in ("range", "assessment_criteria", "remark")
}
_HEAD = re.compile(rf"{NUMBER}(?P<head>[^\W\d_].{{2,38}}?)(?:{SEPARATOR})")
_FIRST_WORDS = tuple(
    re.compile(rf"{NUMBER}(?P<head>[^\W\d_][^\s]{{1,19}}(?: \S{{1,20}}){{{more}}}) (?=\S)") for more in range(3)
)
_READ_ALIKE = (
    ("rn", "m"),
    ("vv", "w"),
    ("1", "l"),
    ("i", "l"),
    ("|", "l"),
    ("!", "l"),
    ("0", "o"),
    ("5", "s"),
    ("8", "b"),
)
"""What scanners take for one another, folded to one of them."""
_SHORTEST_HALF, _LONGEST_HALF = 3, 12
_SHORTEST_TO_MISSPELL, _SHORTEST_TO_MISSPELL_TWICE = 5, 12


def _as_scanned(key: str) -> str:
    for read, meant in _READ_ALIKE:
        key = key.replace(read, meant)
    return key


_BY_SCAN: dict[str, tuple[str, ...]] = {}
_BY_FIRST_LETTER: dict[str, tuple[tuple[str, str], ...]] = {}
for _key, _field in dict.fromkeys((label_key(label.text), label.field) for label in _STRONG):
    _BY_SCAN[_as_scanned(_key)] = (*_BY_SCAN.get(_as_scanned(_key), ()), _field)
    _BY_FIRST_LETTER[_key[0]] = (*_BY_FIRST_LETTER.get(_key[0], ()), (_key, _field))
"""The fields by what a scanner may make of their labels, and the labels with their fields by the first letter."""


def loose_opening(lines: Sequence[Line], at: int, missing: Collection[str]) -> Opening | None:
    """Return the loose label of a missing field that opens at a line, None where there is none."""
    line = lines[at]
    if not missing or line.item or line.indent or line.tabbed:
        return None
    return _glued(line.passage, missing) or _misspelled(lines, at, missing) or _broken_word(lines, at, missing)


def is_glued_label(passage: Passage) -> bool:
    """Tell whether a text begins with a label that stands without a blank before its value ("Level4")."""
    return _glued(passage, FIELDS_OF_A_UNIT) is not None


def label_before_prose(line: Line, missing: Collection[str]) -> Opening | None:
    """Return the label of a missing field that one blank sets apart from any sentence.

    It is one where other labels of the sheet stand so; elsewhere the words may begin a sentence.
    """
    for field, pattern in _BEFORE_PROSE.items():
        match = pattern.match(line.text) if field in missing and not (line.item or line.tabbed) else None
        if match:
            numbered = match.group("number") is not None
            value = line.passage.slice(match.end()).strip()
            return Opening(field, line.passage.slice(0, match.end()), value, sure=False, numbered=numbered)
    return None


def is_misspelled_requirements_label(text: str) -> bool:
    """Tell whether a text misspells the second label of the competency ("Performance Requirernents")."""
    key = label_key(text)
    return any(
        _as_scanned(key) == _as_scanned(label) or (len(key) < 2 * len(label) and edit_distance(key, label) == 1)
        for label in map(label_key, REQUIREMENTS_LABELS)
    )


def _glued(passage: Passage, missing: Collection[str]) -> Opening | None:
    for field in FIELDS_OF_A_UNIT:
        match = _GLUED[field].match(passage.text) if field in missing else None
        if match and _GLUED_VALUES[field].match(passage.text[match.end() :]):
            numbered = match.group("number") is not None
            label, value = passage.slice(0, match.end()), passage.slice(match.end()).strip()
            return Opening(field, label, value, numbered=numbered, spelling="glued")
    return None


def _misspelled(lines: Sequence[Line], at: int, missing: Collection[str]) -> Opening | None:
    passage = lines[at].passage
    for match, values in _heads(passage.text):
        field = _nearest_field(match.group("head"), missing)
        if field is None:
            continue
        value = passage.slice(match.end()).strip()
        behind = lines[at + 1].text if not value and field in _VALUE_BELOW and at + 1 < len(lines) else value.text
        if values[field].match(behind):
            spelling = "exact" if label_key(match.group("head")) in _EXACT else "misspelled"
            numbered = match.group("number") is not None
            return Opening(field, passage.slice(0, match.end()), value, numbered=numbered, spelling=spelling)
    return None


def _heads(text: str) -> Iterator[tuple[re.Match[str], Mapping[str, re.Pattern[str]]]]:
    """Yield what may be the label at the start of a text, and the values that may follow it."""
    apart = _HEAD.match(text)
    if apart:
        yield apart, _VALUES_SET_APART
    for words in _FIRST_WORDS:
        near = words.match(text)
        if near:
            yield near, VALUES_BEHIND_A_BLANK


def _nearest_field(head: str, missing: Collection[str]) -> str | None:
    """Return the missing field whose label a text misspells, None where there is none or the text is a label.

    What scanners confuse counts as the same; beyond that one other letter is allowed, two in long labels. The
    first letter is right in either case.
    """
    key = label_key(head)
    confused = _BY_SCAN.get(_as_scanned(key), ())
    found = next((field for field in confused if field in missing), None)
    if found is not None or not key.isalpha() or len(key) < _SHORTEST_TO_MISSPELL:
        return found
    allowed = 2 if len(key) >= _SHORTEST_TO_MISSPELL_TWICE else 1
    for wanted, field in _BY_FIRST_LETTER.get(key[0], ()):
        alike = field in missing and abs(len(key) - len(wanted)) <= allowed
        if alike and edit_distance(key, wanted) <= allowed:
            return field
    return None


def _broken_word(lines: Sequence[Line], at: int, missing: Collection[str]) -> Opening | None:
    """Return a label that a line end broke inside a word ("Compe" / "tency: ...")."""
    half = lines[at].text
    if not (_SHORTEST_HALF <= len(half) <= _LONGEST_HALF and half.isalpha() and at + 1 < len(lines)):
        return None
    if lines[at + 1].item or not lines[at + 1].text[:1].islower():
        return None
    found = match_label(joined((lines[at].passage, lines[at + 1].passage), ""), lines=2)
    if found is None or found.field not in missing or not (is_set_apart(found) or not found.value):
        return None
    return replace(found, spelling="misspelled")
