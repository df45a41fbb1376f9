"""Stretches of a sheet where labels and values stand on lines of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.diagnostics import Finding
from generator.reading.columns.fitting import begins_requirements
from generator.reading.columns.placing import label_of
from generator.reading.columns.values import ValueLine
from generator.reading.headers import is_header
from generator.reading.labels import opening
from generator.reading.lines import Line


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines one after another, and by their places the fields of those that are a label and nothing else.

    A stretch that is not ``readable`` is a header of a unit or a line with label and value.
    """

    lines: tuple[Line, ...]
    fields: dict[int, str]
    readable: bool = True

    def values(self, start: int, end: int) -> list[int]:
        """Return the places from one to another that hold no label."""
        return [at for at in range(start, end) if at not in self.fields]

    def value_line(self, at: int) -> ValueLine:
        return ValueLine(at, self.lines[at].text, 0, self.lines[at].after_blank)


@dataclass(frozen=True, slots=True)
class Moved:
    """The lines of a stretch in the order of its table, and what there is to say about it."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]


def are_few(lines: Sequence[Line]) -> bool:
    """Tell whether less than two lines are a label and nothing else."""
    return len(list(islice((line for line in lines if _field(line) is not None), 2))) < 2


def stretches(lines: Sequence[Line]) -> Iterator[Stretch]:
    """Yield the lines of a file in stretches; headers of units and lines with label and value stand between them."""
    stretch: list[Line] = []
    fields: dict[int, str] = {}
    for line in lines:
        field = _field(line)
        if field is None and _is_border(line):
            if stretch:
                yield Stretch(tuple(stretch), fields)
            yield Stretch((line,), {}, readable=False)
            stretch, fields = [], {}
            continue
        if field is not None:
            fields[len(stretch)] = field
        stretch.append(line)
    if stretch:
        yield Stretch(tuple(stretch), fields)


def _field(line: Line) -> str | None:
    found = None if line.item or line.tabbed else label_of(line.passage)
    if found is None or is_header(line.passage) or begins_requirements(line.text):
        return None
    return found.field


def _is_border(line: Line) -> bool:
    if is_header(line.passage):
        return True
    found = None if line.tabbed or begins_requirements(line.text) else opening([line], 0)
    return found is not None and found.sure and not found.weak
