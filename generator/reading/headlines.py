"""Sheets that print code and title without labels: "CODE: title", "CODE title", or the one below the other.

Australia and India publish so; New Zealand prints the number with its version ("99104 version 3") or before the
title. Contents lists and references look alike: a headline is followed by a label, a bare number with a title by
the level or the credit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model.codes import read_code
from generator.positions import Passage
from generator.reading.labels import opening
from generator.reading.lines import Line
from generator.reading.vocabulary import EXTRA_FIELD

_HEADLINE = re.compile(
    r"(?P<code>[A-Z][A-Z0-9./]{5,24}[A-Z0-9])(?P<gap>\s*[:：]\s*|\s+[-–—]\s+|\s+)(?=[A-Z\u4e00-\u9fff])"
)
_NUMBER_AND_VERSION = re.compile(
    r"(?P<system>(?:NZQA\s+)?(?:registered\s+|expired\s+)?unit standard\s+)?"
    r"(?P<code>\d{3,6})(?:\s*,\s*|\s+)(?P<label>version)\s+(?P<version>\d{1,3})",
    re.IGNORECASE,
)
_NUMBER_AND_TITLE = re.compile(
    r"(?P<code>\d{3,6}(?=\s*\t|\s{2}|\s+[-–—]\s|\s*[:：])|\d{4,6}(?=\s))\s*[-–—:：]?\s*(?=[A-Z\u4e00-\u9fff])"
)
_NUMBER = re.compile(r"\d{4,6}")
_LEADERS = re.compile(r"\.{4,}|…|(?:\. ){3}|\s\d{1,4}$")
_FOLLOWING_LINES = 4
_UNLABELLED = frozenset({"title", "code"})
_BEHIND_A_NUMBER = frozenset({"level", "credit"})
_TOO_GENERAL = frozenset({"unknown", "plain-number", "hk-register"})
_LONGEST_CODE = 40
_LONGEST_TITLE = 200
_NO_LABEL = Passage("", ())


@dataclass(frozen=True, slots=True)
class Headline:
    """The fields with their labels (mostly empty) and lines, and how many lines of the source they took."""

    fields: tuple[tuple[str, Passage, Line], ...]
    lines: int


def read_headline(lines: Sequence[Line], at: int) -> Headline | None:
    """Return code and title where a line, or a line and the next, holds them without labels."""
    return _on_one_line(lines, at) or _on_two_lines(lines, at) or _number_and_version(lines, at)


def is_number_and_version(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is the number of a unit with its version, and a label of that unit follows."""
    return _number_and_version(lines, at) is not None


def _number_and_version(lines: Sequence[Line], at: int) -> Headline | None:
    match = _NUMBER_AND_VERSION.fullmatch(lines[at].text)
    if match is None or not _is_followed_by_a_label(lines, at + 1, frozenset({"code"})):
        return None
    code, version = (_part(lines[at], *match.span(group)) for group in ("code", "version"))
    system = lines[at].passage.slice(0, match.start("code"))
    label = lines[at].passage.slice(*match.span("label"))
    return Headline((("code", system, code), (EXTRA_FIELD, label, version)), 1)


def _on_one_line(lines: Sequence[Line], at: int) -> Headline | None:
    line = lines[at]
    match = _HEADLINE.match(line.text)
    if match is None:
        match = _NUMBER_AND_TITLE.match(line.text)
        if match is None or not _is_level_or_credit(lines, at + 1):
            return None
    elif not _is_code(match.group("code")) or not _is_followed_by_a_label(lines, at + 1):
        return None
    title = _part(line, match.end(), len(line.text))
    if not _is_title(title.text):
        return None
    return Headline((("code", _NO_LABEL, _part(line, 0, match.end("code"))), ("title", _NO_LABEL, title)), 1)


def _on_two_lines(lines: Sequence[Line], at: int) -> Headline | None:
    if at + 1 >= len(lines):
        return None
    if _NUMBER.fullmatch(lines[at].text):
        if not _is_level_or_credit(lines, at + 2):
            return None
    elif not _is_code(lines[at].text) or not _is_followed_by_a_label(lines, at + 2):
        return None
    title = lines[at + 1]
    if not title.text[:1].isupper() or opening(lines, at + 1) or not _is_title(title.text):
        return None
    return Headline((("code", _NO_LABEL, lines[at]), ("title", _NO_LABEL, title)), 2)


def _part(line: Line, start: int, end: int) -> Line:
    return replace(line, passage=line.passage.slice(start, end))


def _is_title(text: str) -> bool:
    return not _LEADERS.search(text) and len(text) <= _LONGEST_TITLE


def _is_code(text: str) -> bool:
    if len(text) > _LONGEST_CODE:
        return False
    return any(letter.isdigit() for letter in text) and read_code(text).grammar not in _TOO_GENERAL


def _is_followed_by_a_label(lines: Sequence[Line], at: int, unlabelled: frozenset[str] = _UNLABELLED) -> bool:
    """Tell whether the first label behind is one of a unit whose code and title have no labels."""
    for place in range(at, min(len(lines), at + _FOLLOWING_LINES)):
        found = opening(lines, place)
        if found is not None:
            return found.field not in unlabelled
    return False


def _is_level_or_credit(lines: Sequence[Line], at: int) -> bool:
    found = opening(lines, at) if at < len(lines) else None
    return found is not None and found.field in _BEHIND_A_NUMBER
