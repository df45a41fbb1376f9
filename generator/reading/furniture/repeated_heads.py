"""Heads of a unit printed again on its next page: the header, labels with the same values, "(continued)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.reading.furniture.continuation_marks import has_mark, without_mark
from generator.reading.furniture.sheet import Sheet
from generator.reading.headers import is_header
from generator.reading.headlines import read_headline
from generator.reading.labels import Opening, opening
from generator.reading.lines import Line
from generator.text.folding import label_form

_HEAD = frozenset({"functional_area", "title", "code", "industry", "range", "level", "credit"})
_BODY = frozenset({"competency", "assessment_criteria", "remark"})
_STARTS = frozenset({"functional_area", "title", "code"})
_PRINTED_AGAIN = frozenset({"range", "level", "credit", "competency"})


@dataclass(slots=True)
class _Unit:
    """What the head of the unit being walked through says: the values of its labels, and how far the walk is."""

    values: dict[str, set[str]] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)

    def note(self, name: str, value: str) -> None:
        self.opened.add(name)
        self.values.setdefault(name, set()).add(value)

    @property
    def in_body(self) -> bool:
        return bool(self.opened & _BODY)

    @property
    def complete(self) -> bool:
        return "competency" in self.opened and "assessment_criteria" in self.opened

    def says(self, form: str) -> bool:
        """Tell whether a text is the unit's title or code, or both."""
        codes, titles = self.values.get("code", set()), self.values.get("title", set())
        return form in codes | titles or any(
            form in (f"{code} {title}", f"{title} {code}") for code in codes for title in titles
        )


def repeated_heads(sheet: Sheet, removed: Mapping[int, str]) -> Iterator[int]:
    """Yield the lines of heads that repeat, in the body of a unit, what its head has said.

    A head with another title or code starts the next unit; so does one after a whole unit that goes on with
    its range, level, credit or competency (the unit is printed twice).
    """
    lines = tuple(line for at, line in enumerate(sheet.lines) if at not in removed)
    places = [at for at in range(len(sheet.lines)) if at not in removed]
    if not _may_repeat(sheet, places):
        return
    walk = _Walk(lines)
    at = 0
    while at < len(lines):
        end = walk.repeated(at)
        yield from places[at:end]
        at = end if end > at else walk.step(at)


def _may_repeat(sheet: Sheet, places: list[int]) -> bool:
    """Tell whether any head is repeated at all, which spares most files the walk."""
    if any(has_mark(sheet.lines[at].text) for at in places):
        return True
    seen: set[str] = set()
    for at in places:
        form = sheet.forms[at]
        if form in seen and (is_header(sheet.lines[at].passage) or _label(sheet.lines, at)):
            return True
        seen.add(form)
    return False


def _label(lines: tuple[Line, ...], at: int) -> bool:
    found = opening(lines, at)
    return found is not None and found.field in _HEAD


class _Walk:
    """One walk over the lines, which knows what the head of the current unit said."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self._unit = _Unit()

    def step(self, at: int) -> int:
        """Take note of the line at a place and return the next place."""
        if is_header(self._lines[at].passage):
            self._begin_anew()
            return at + 1
        headline = read_headline(self._lines, at)
        if headline is not None:
            self._begin_anew()
            for name, _, line in headline.fields:
                self._unit.note(name, label_form(line.text))
            return at + headline.lines
        found = self._opening(at)
        if found is None:
            return at + 1
        if found.field in _STARTS and found.field in self._unit.opened:
            self._begin_anew()
        if found.field in _HEAD or found.field in _BODY:
            value, after = self._value(at, found)
            self._unit.note(found.field, value)
            return after if found.field in _STARTS else at + found.lines
        return at + found.lines

    def _begin_anew(self) -> None:
        if self._unit.in_body:
            self._unit = _Unit()

    def _opening(self, at: int) -> Opening | None:
        found = opening(self._lines, at)
        return found if found is not None and not found.weak else None

    def _value(self, at: int, found: Opening) -> tuple[str, int]:
        """Return the folded value of a label, from the next line where its own has none, and the place behind it."""
        after = at + found.lines
        text = found.value.text
        if not text and after < len(self._lines) and self._is_plain(after):
            text, after = self._lines[after].text, after + 1
        return label_form(without_mark(text)), after

    def _is_plain(self, at: int) -> bool:
        return not (is_header(self._lines[at].passage) or opening(self._lines, at))

    def repeated(self, at: int) -> int:
        """Return where the repeated head that begins at a place ends, the place itself where none begins."""
        if not self._unit.in_body:
            return at
        end, told = at, False
        while end < len(self._lines):
            after = self._repeats(end, told=told)
            if after == end:
                break
            told = told or after > end
            end = after
        return end if told and not self._starts_a_unit(end) else at

    def _repeats(self, at: int, *, told: bool) -> int:
        """Return the place behind a line that says again what the head said, the place itself where it does not."""
        line = self._lines[at]
        if is_header(line.passage):
            return at + 1
        text = line.text
        form = label_form(without_mark(text))
        if self._unit.says(form) and (told or has_mark(text)):
            return at + 1
        found = self._marked_label(at) or self._opening(at)
        if found is None or found.field not in self._unit.opened:
            return at
        if found.field in _HEAD:
            value, after = self._value(at, found)
            return after if value in self._unit.values[found.field] else at
        if has_mark(text) or (told and found.field == "competency" and not self._unit.complete):
            return at + found.lines if not found.value.text or has_mark(found.label.text + found.value.text) else at
        return at

    def _marked_label(self, at: int) -> Opening | None:
        """Return the label of a line that says "(continued)" behind it."""
        line = self._lines[at]
        if not has_mark(line.text):
            return None
        bare = line.passage.slice(0, len(without_mark(line.text)))
        found = opening((replace(line, passage=bare),), 0)
        return found if found is not None and found.sure else None

    def _starts_a_unit(self, at: int) -> bool:
        """Tell whether the line behind a repeated head shows that it was the head of another unit."""
        if at >= len(self._lines):
            return False
        if read_headline(self._lines, at) is not None:
            return True
        found = self._opening(at)
        if found is None:
            return False
        return found.field in _STARTS or (self._unit.complete and found.field in _PRINTED_AGAIN)
