"""Which lines belong to which field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.positions import Passage, joined
from generator.reading.headers import is_header
from generator.reading.labels import Opening, opening, requirements_label
from generator.reading.lines import Line

FRONT = frozenset({"header", "functional_area", "title", "code"})
BODY = frozenset({"competency", "assessment_criteria", "remark"})
_FIELDS_OF_A_UNIT = 9
_Opened = tuple[str, Passage, list[Line]]
"""A field being filled: its name, its label, the lines of its value so far."""


@dataclass(frozen=True, slots=True)
class RawField:
    """A field of a raw unit: its name, its label as printed and the lines of its value.

    The first line of the value is what follows the label on its own line. Headers have no label.
    """

    field: str
    label: Passage
    lines: tuple[Line, ...]


def read_fields(lines: Sequence[Line]) -> tuple[list[Line], list[RawField]]:
    """Return the lines before the first label or header, and all fields in their order."""
    before: list[Line] = []
    opened: list[_Opened] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        found = None if is_header(line.passage) else opening(lines, at)
        if is_header(line.passage):
            opened.append(("header", Passage("", ()), [line]))
        elif found is not None and not _is_text(found, line, [name for name, _, _ in opened[-_FIELDS_OF_A_UNIT:]]):
            opened.append(_opened(found, lines[at + found.lines - 1]))
            at += found.lines - 1
        elif opened and _is_second_label(opened[-1], line):
            opened[-1] = _with_second_label(opened[-1], line)
        elif opened:
            opened[-1][2].append(line)
        else:
            before.append(line)
        at += 1
    return before, [RawField(field, label, tuple(value)) for field, label, value in opened]


def _is_text(found: Opening, line: Line, opened: Sequence[str]) -> bool:
    """Tell whether what looks like a label is text: an indented line among the requirements.

    A label that only one blank sets apart counts where its field is still to come.
    """
    inside = opened[-1] if opened else ""
    if not found.sure and not _is_to_come(found.field, inside, opened):
        return True
    if inside != "competency":
        return False
    return line.tabbed or (line.indent > 0 and not found.label.text.rstrip().endswith((":", "：")))


def _is_to_come(field: str, inside: str, opened: Sequence[str]) -> bool:
    if field == "assessment_criteria":
        return inside == "competency"
    return bool(inside) and inside not in BODY and field not in opened


def _opened(found: Opening, last_line: Line) -> _Opened:
    label, value = found.label, found.value
    if found.field == "competency":
        length = requirements_label(value)
        label, value = joined([label, value.slice(0, length)], ""), value.slice(length)
    first = [replace(last_line, passage=value, indent=0, tabbed=False)] if value else []
    return found.field, label, first


def _is_second_label(field: _Opened, line: Line) -> bool:
    """Tell whether a line begins with the "Performance Requirements" that belongs to the label before it."""
    name, _, lines = field
    length = requirements_label(line.passage) if name == "competency" and not lines and not line.item else 0
    rest = line.text[length:]
    return length > 0 and (not rest or rest[0].isdigit() or line.text[:length].rstrip().endswith((":", "：")))


def _with_second_label(field: _Opened, line: Line) -> _Opened:
    name, label, _ = field
    length = requirements_label(line.passage)
    rest = line.passage.slice(length)
    return name, joined([label, line.passage.slice(0, length)]), [replace(line, passage=rest)] if rest else []
