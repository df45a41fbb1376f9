"""Which lines belong to which field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.positions import Passage, joined
from generator.reading.further_labels import KnownLabels, further_openings
from generator.reading.headers import is_header
from generator.reading.headlines import read_headline
from generator.reading.labels import Opening, is_set_apart, opening, requirements_label
from generator.reading.lines import Line
from generator.reading.loose_labels import is_misspelled_requirements_label
from generator.reading.vocabulary import BODY, FRONT, OUTCOME_WORDS

__all__ = ["BODY", "FRONT", "RawField", "read_fields"]

_NO_LABEL = Passage("", ())
_LINES_OF_A_VALUE = 3
_LINES_OF_AN_OUTCOME = 60
_CRITERION = re.compile(r"(?:assessment|performance) criteri(?:on|a) \d", re.IGNORECASE)
_OUTCOME = re.compile(rf"{OUTCOME_WORDS}\s+\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawField:
    """A field of a raw unit: its name, its label as printed and the lines of its value.

    The first line of the value is what follows the label on its own line. Headers have no label. ``spelling`` is
    that of `Opening`.
    """

    field: str
    label: Passage
    lines: tuple[Line, ...]
    spelling: str = "exact"


@dataclass(slots=True)
class _Filling:
    """A field being filled, and the line its label stands on."""

    field: str
    label: Passage
    lines: list[Line]
    at: int
    spelling: str = "exact"


def read_fields(lines: Sequence[Line]) -> tuple[list[Line], list[RawField]]:
    """Return the lines before the first label or header, and all fields in their order.

    Labels as published are looked for first. What a unit lacks after that may stand under a label not quite so,
    and where labels stand others may that no vocabulary knows.
    """
    exact = {at: found for at in range(len(lines)) if (found := _exact(lines, at))}
    before, filled = _Sheet(lines, exact).read()
    fields = {one.at: one.field for one in filled}
    known = KnownLabels(fields, {at: exact.get(at) for at in fields}, _starts(filled))
    further = further_openings(lines, known)
    if further:
        before, filled = _Sheet(lines, {**exact, **further}).read()
    return before, [RawField(one.field, one.label, tuple(one.lines), one.spelling) for one in filled]


def _exact(lines: Sequence[Line], at: int) -> Opening | None:
    return None if is_header(lines[at].passage) else opening(lines, at)


class _Sheet:
    """The lines of a file with the labels found in them, and the fields filled so far."""

    def __init__(self, lines: Sequence[Line], openings: Mapping[int, Opening]) -> None:
        self._lines = lines
        self._openings = openings
        self._filled: list[_Filling] = []
        self._of_unit: set[str] = set()
        self._in_body = False
        self._criteria_each = False

    def read(self) -> tuple[list[Line], list[_Filling]]:
        """Return the lines before the first field, and the fields."""
        before: list[Line] = []
        at = 0
        while at < len(self._lines):
            taken = self._open(at)
            if taken:
                at += taken
                continue
            line = self._lines[at]
            last = self._filled[-1] if self._filled else None
            if last is None:
                before.append(line)
            elif not _takes_second_label(last, line):
                last.lines.append(line)
            at += 1
        return before, self._filled

    def _open(self, at: int) -> int:
        """Open the field whose label or header stands at a line; return how many lines that took, 0 for none."""
        line = self._lines[at]
        if is_header(line.passage):
            self._add(_Filling("header", _NO_LABEL, [line], at))
            return 1
        found = self._openings.get(at)
        if found is None:
            return self._open_headline(at)
        if self._is_text(found, at):
            return 0
        self._add(_filling(self._within_outcomes(found, at), self._lines[at + found.lines - 1], at))
        return found.lines

    def _open_headline(self, at: int) -> int:
        headline = read_headline(self._lines, at)
        if headline is None:
            return 0
        for field, label, line in headline.fields:
            self._add(_Filling(field, label, [line], at))
        return headline.lines

    def _add(self, filling: _Filling) -> None:
        if filling.field in FRONT and self._in_body:
            self._of_unit, self._in_body, self._criteria_each = set(), False, False
        self._in_body = self._in_body or filling.field in BODY
        self._of_unit.add(filling.field)
        self._filled.append(filling)

    def _is_text(self, found: Opening, at: int) -> bool:
        """Tell whether what looks like a label is text: a line among the requirements, indented below their label.

        A label that only one blank sets apart counts where its field is still to come, one that begins with a
        small letter where its field has not come. Among the requirements ordinary words are no labels, nor is
        the range of one outcome or a label with a number in a sheet that does not number its labels, which is the
        heading of an element.
        """
        line, inside = self._lines[at], self._filled[-1].field if self._filled else ""
        if not found.sure and not (self._is_to_come(found.field, inside) if inside else self._is_head(found, at)):
            return True
        if found.field in self._of_unit and found.label.text[:1].islower():
            return True
        if inside != "competency":
            return False
        if found.weak or (found.numbered and not self._section()[0].label.text[:1].isdigit()):
            return True
        if found.field == "range" and ("range" in self._of_unit or self._holds_outcomes()):
            return True
        if line.tabbed:
            return not found.label.text.endswith("\t")
        return line.indent > self._lines[self._section()[0].at].indent and not is_set_apart(found)

    def _is_to_come(self, field: str, inside: str) -> bool:
        if field == "assessment_criteria":
            return inside == "competency"
        if field == "remark":
            return inside == "assessment_criteria"
        return inside not in BODY and field not in self._of_unit

    def _is_head(self, found: Opening, at: int) -> bool:
        """Tell whether a label before all others begins a unit: another field opens in one of the next lines."""
        below = (self._openings.get(at + distance) for distance in range(1, _LINES_OF_A_VALUE + 1))
        return found.field in FRONT and any(other and other.field != found.field for other in below)

    def _section(self) -> list[_Filling]:
        """Return the competency being filled: all its labels with their lines."""
        return list(takewhile(lambda filling: filling.field == "competency", reversed(self._filled)))[::-1]

    def _holds_outcomes(self) -> bool:
        return any(_OUTCOME.match(line.text) for filling in self._section() for line in filling.lines)

    def _within_outcomes(self, found: Opening, at: int) -> Opening:
        """Return the label of assessment criteria as one of the competency where outcomes print criteria each."""
        inside = self._filled[-1].field if self._filled else ""
        if found.field != "assessment_criteria" or inside != "competency" or found.value:
            return found
        below = [line.text for line in self._lines[at + 1 : at + 1 + _LINES_OF_AN_OUTCOME]]
        numbered = bool(below) and _CRITERION.match(below[0]) is not None
        self._criteria_each = self._criteria_each or numbered or any(map(_OUTCOME.match, below))
        return replace(found, field="competency") if self._criteria_each and self._holds_outcomes() else found


def _filling(found: Opening, last_line: Line, at: int) -> _Filling:
    label, value = found.label, found.value
    if found.field == "competency":
        length = requirements_label(value)
        if found.spelling == "misspelled" and is_misspelled_requirements_label(value.text):
            length = len(value.text)
        label, value = joined([label, value.slice(0, length)], ""), value.slice(length)
    first = [replace(last_line, passage=value, indent=0, tabbed=False)] if value else []
    return _Filling(found.field, label, first, at, found.spelling)


def _takes_second_label(filling: _Filling, line: Line) -> bool:
    """Take the "Performance Requirements" that belongs to the label before; tell whether the line begins with it."""
    if filling.field != "competency" or filling.lines or line.item:
        return False
    length = requirements_label(line.passage)
    rest = line.text[length:]
    if not length or (rest and not rest[0].isdigit() and not line.text[:length].rstrip().endswith((":", "："))):
        return False
    filling.label = joined([filling.label, line.passage.slice(0, length)])
    if rest:
        filling.lines.append(replace(line, passage=line.passage.slice(length)))
    return True


def _starts(filled: Sequence[_Filling]) -> list[int]:
    """Return the lines at which units begin: the first, and every front field behind a body."""
    starts, in_body = [0], False
    for one in filled:
        if one.field in FRONT and in_body:
            starts.append(one.at)
            in_body = False
        in_body = in_body or one.field in BODY
    return starts
