"""Where one unit ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.reading.fields import BODY, FRONT, RawField, read_fields
from generator.reading.lines import Line


@dataclass(frozen=True, slots=True)
class RawUnit:
    """The fields of one unit in the order of the source, the lines around it, and its way of labelling.

    ``around`` holds the lines before and behind the unit that belong to no unit at all.
    """

    fields: tuple[RawField, ...]
    around: tuple[Line, ...]
    labelling: str

    def all(self, field: str) -> tuple[RawField, ...]:
        return tuple(raw for raw in self.fields if raw.field == field)

    def lines(self) -> Iterator[Line]:
        """Yield every line of the unit; labels come as lines of their own."""
        yield from self.around
        for raw in self.fields:
            if raw.label:
                yield Line(raw.label)
            yield from raw.lines


def read_raw_units(lines: Sequence[Line]) -> tuple[RawUnit, ...]:
    """Return the raw units among the lines.

    A unit has at least a title or code label and one label more. Lines that belong to none go with the unit
    behind them, at the end of the file with the last one.
    """
    strays, fields = read_fields(lines)
    units: list[RawUnit] = []
    for group in _groups(fields):
        unit = RawUnit(tuple(group), tuple(strays), _labelling(group))
        if _is_unit(group):
            units.append(unit)
            strays = []
        else:
            strays = list(unit.lines())
    if units and strays:
        units[-1] = replace(units[-1], around=(*units[-1].around, *strays))
    return tuple(units)


def _groups(fields: Sequence[RawField]) -> Iterator[list[RawField]]:
    """Yield the fields of each unit: a front field after the body of a unit starts the next one."""
    group: list[RawField] = []
    in_body = False
    for raw in fields:
        if raw.field in FRONT and in_body:
            yield group
            group, in_body = [], False
        group.append(raw)
        in_body = in_body or raw.field in BODY
    if group:
        yield group


def _is_unit(group: Sequence[RawField]) -> bool:
    labelled = [raw.field for raw in group if raw.label]
    return len(labelled) > 1 and bool({"title", "code"} & set(labelled))


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
