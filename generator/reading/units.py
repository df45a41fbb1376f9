"""Where one unit ends and the next begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.positions import joined
from generator.reading.fields import BODY, FRONT, RawField, read_fields
from generator.reading.lines import Line
from generator.reading.synonyms import with_one_label_a_field
from generator.reading.vocabulary import EXTRA_FIELD, SECTION
from generator.text.folding import label_form

_IDENTITY = frozenset({"title", "code"})
_SUBSTANCE = frozenset({"competency", "assessment_criteria", "range"})
_DESCRIPTION = frozenset({"assessment_criteria", "range", "functional_area"})
_UNNAMED = frozenset({SECTION, EXTRA_FIELD})
_FEWEST_FIELDS = 2
_FEWEST_OF_A_LIST = 2
_LONGEST_CODE = 4
_LINES_OF_A_HEADER = 2
_HAS_DIGIT = re.compile(r"\d")
_COLUMNS = re.compile(r"\S(?:\t|\s{2,})\S")
_LEVEL = re.compile(r"\d|\b[IVX]+\b|[一二三四五六七]|TB[ACD]")


@dataclass(frozen=True, slots=True)
class RawUnit:
    """The fields of one unit in the order of the source, its way of labelling, and its footnotes."""

    fields: tuple[RawField, ...]
    labelling: str
    notes: tuple[Line, ...] = ()

    def all(self, field: str) -> tuple[RawField, ...]:
        return tuple(raw for raw in self.fields if raw.field == field)

    def lines(self) -> Iterator[Line]:
        """Yield every line of the unit; labels come as lines of their own."""
        for raw in self.fields:
            if raw.label:
                yield Line(raw.label)
            yield from raw.lines
        yield from self.notes


@dataclass(frozen=True, slots=True)
class RawUnits:
    """The raw units among some lines, the lines that belong to none of them, and the codes of a list of labelled units.

    ``listed`` holds the codes where title, code and level were all there was of each unit.
    """

    units: tuple[RawUnit, ...]
    outside: tuple[Line, ...]
    listed: tuple[str, ...] = ()


def read_raw_units(lines: Sequence[Line]) -> RawUnits:
    """Return the raw units among the lines.

    A unit has at least a title or code label and one label more. A row of units none of which says more than
    title, code, level and credit is a list; so are units that say no more and come again with their bodies.
    """
    before, fields = read_fields(lines)
    outside = list(before)
    groups: list[list[RawField]] = []
    for group in _groups(fields):
        loose = _loose(group)
        outside += _printed(group[:loose])
        if _is_unit(group[loose:]):
            groups.append(group[loose:])
        else:
            outside += _printed(group[loose:])
    entries = _entries(groups)
    outside += [line for at in entries for line in _printed(groups[at])]
    listed = [code for at in entries if (code := _value(groups[at], "code"))]
    units = tuple(
        RawUnit(with_one_label_a_field(group), _labelling(group))
        for at, group in enumerate(groups)
        if at not in entries
    )
    return RawUnits(units, tuple(outside), tuple(dict.fromkeys(listed)))


def with_notes(raw: RawUnits, notes: Sequence[Line]) -> RawUnits:
    """Return raw units with footnotes: each belongs to the unit it is printed in, one before all of them to none."""
    if not notes:
        return raw
    starts = [min((line.passage.span.start for line in unit.lines() if line.passage), default=0) for unit in raw.units]
    holders = [bisect_right(starts, note.passage.span.start) - 1 for note in notes]
    units = (
        replace(unit, notes=tuple(note for note, holder in zip(notes, holders, strict=True) if holder == at))
        for at, unit in enumerate(raw.units)
    )
    outside = (note for note, holder in zip(notes, holders, strict=True) if holder < 0)
    return replace(raw, units=tuple(units), outside=(*raw.outside, *outside))


def _printed(fields: Sequence[RawField]) -> Iterator[Line]:
    """Yield the lines of fields as they are printed, each label with the first line of its value."""
    for raw in fields:
        first = [raw.label, *(line.passage for line in raw.lines[:1])]
        yield Line(joined(first).strip())
        yield from raw.lines[1:]


def _groups(fields: Sequence[RawField]) -> Iterator[list[RawField]]:
    """Yield the fields of each unit.

    What stands before the head of one unit ("Modification History") stands before that of the next as well.
    """
    group: list[RawField] = []
    opened: set[str] = set()
    front = FRONT if _area_comes_first(fields) else FRONT - {"functional_area"}
    for at, raw in enumerate(fields):
        begins = raw.field in front and bool(group) and _starts_anew(group, opened, fields, at)
        if begins or _begins_as_before(raw, group, opened):
            own = len(group) - _before_the_next(group)
            yield group[:own]
            group = group[own:]
            opened = {one.field for one in group}
        group.append(raw)
        opened.add(raw.field)
    if group:
        yield group


def _area_comes_first(fields: Sequence[RawField]) -> bool:
    """Tell whether the functional area begins units, not ends them: the last one has title or code behind it."""
    names = [raw.field for raw in fields]
    last = max((at for at, name in enumerate(names) if name == "functional_area"), default=0)
    return not _IDENTITY.isdisjoint(names[last:]) or BODY.isdisjoint(names[:last])


def _begins_as_before(raw: RawField, group: Sequence[RawField], opened: AbstractSet[str]) -> bool:
    """Tell whether a field starts the next unit because the unit before it, whole now, began with it."""
    if raw.field in FRONT | _UNNAMED or not (opened >= _IDENTITY and opened & BODY):
        return False
    return raw.field == group[0].field


def _before_the_next(group: Sequence[RawField]) -> int:
    """Return how many fields at the end of a group come again there that stood before its head."""
    head = next((at for at, raw in enumerate(group) if raw.field in FRONT), 0)
    before = {_kind(raw) for raw in group[:head] if raw.field in _UNNAMED}
    behind = takewhile(lambda raw: _kind(raw) in before, reversed(group[head:]))
    return len(list(behind))


def _kind(raw: RawField) -> tuple[str, str]:
    """Return what tells a field from others: its name, and the label where the model has no name for it."""
    return raw.field, label_form(raw.label.text) if raw.field in _UNNAMED else ""


def _starts_anew(group: Sequence[RawField], opened: AbstractSet[str], fields: Sequence[RawField], at: int) -> bool:
    """Tell whether a front field starts the next unit; ``opened`` names the fields of the group.

    Behind the body of a unit it does where the unit has title or code already, or has this field; fields in
    an order no form has stay one unit. Before the body another code starts the next unit, and a header ends
    what has neither title nor code.
    """
    name = fields[at].field
    if opened & BODY:
        return bool(name in opened - {"header"} or opened >= _IDENTITY or (name == "header" and _IDENTITY & opened))
    if name == "header" and not opened & _IDENTITY:
        return bool(opened - FRONT) or _is_title_page(group)
    return opened >= _IDENTITY and _has_another_code(group, fields, at)


def _is_title_page(group: Sequence[RawField]) -> bool:
    """Tell whether a header stands on the title page of a book: other lines follow it, and no label."""
    return group[-1].field == "header" and len(group[-1].lines) > _LINES_OF_A_HEADER


def _has_another_code(group: Sequence[RawField], fields: Sequence[RawField], at: int) -> bool:
    """Tell whether the head that begins at a field has another title and another code than the group."""
    head = []
    for raw in fields[at : at + len(FRONT)]:
        if raw.field not in FRONT:
            break
        head.append(raw)
    return all(_value(head, name) not in ("", _value(group, name)) for name in _IDENTITY)


def _value(group: Sequence[RawField], field: str) -> str:
    """Return the folded text of the first printing of a field, nothing where there is none."""
    printed = next((raw for raw in group if raw.field == field), None)
    return label_form(" ".join(line.text for line in printed.lines)) if printed else ""


def _loose(group: Sequence[RawField]) -> int:
    """Return how many fields before the head of a unit belong to no unit: those that come again behind it."""
    head = next((at for at, raw in enumerate(group) if raw.field in FRONT), 0)
    behind = {_kind(raw) for raw in group[head:]}
    return head if all(_kind(raw) in behind for raw in group[:head]) else 0


def _entries(groups: Sequence[Sequence[RawField]]) -> frozenset[int]:
    """Return which groups are but entries of a list."""
    bare = [at for at, group in enumerate(groups) if not _SUBSTANCE & {raw.field for raw in group}]
    if len(bare) >= _FEWEST_OF_A_LIST and len(bare) == len(groups):
        return frozenset(bare)
    described = {_value(group, "code") for at, group in enumerate(groups) if at not in bare}
    return frozenset(at for at in bare if _value(groups[at], "code") in described - {""})


def _is_unit(group: Sequence[RawField]) -> bool:
    """Tell whether fields make a unit: title or code and one field more, all of it filled in.

    Where the code is explained in words, or heads a column, the labels are those of a form or a list; without
    a code, a level that is none belongs to a person or a price.
    """
    named = {raw.field for raw in group if raw.field != "header"}
    code = _first_line(group, "code")
    if len(named) < _FEWEST_FIELDS or not (code or _first_line(group, "title")):
        return False
    if code and not _HAS_DIGIT.search(code) and (len(code.split()) > _LONGEST_CODE or _COLUMNS.search(code)):
        return False
    level = _first_line(group, "level")
    return bool(code or named & _DESCRIPTION or not level or _LEVEL.search(level))


def _first_line(group: Sequence[RawField], field: str) -> str:
    """Return the first line of a field that has any, nothing where none has."""
    return next((raw.lines[0].text for raw in group if raw.field == field and raw.lines), "")


def _labelling(group: Sequence[RawField]) -> str:
    """Return how most labels stand apart from their values, in words."""
    labels = [raw.label.text for raw in group if raw.label]
    styles = {
        "tab-separated": sum("\t" in label for label in labels),
        "colon-separated": sum(label.rstrip().endswith((":", "：")) for label in labels),
        "numbered": sum(label[:1].isdigit() for label in labels),
    }
    best = max(styles, key=lambda style: (styles[style], style))
    return f"{best} labels" if styles[best] * 2 >= len(labels) else "labels apart by blanks"
