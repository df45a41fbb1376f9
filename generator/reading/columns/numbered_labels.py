"""Labels that are list items: LibreOffice writes their numbers and indents them, the values stand at the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.reading.columns.placing import label_of
from generator.reading.contents import Contents
from generator.reading.lines import Line

_FEWEST_LABELS = 4


def outdent_numbered_labels(contents: Contents) -> Contents:
    """Move numbered labels to the margin, where they rise in number and all stand at one indent of their own."""
    labels = _labels(contents.lines)
    indents = {contents.lines[at].indent for at in labels}
    numbers = [_number(contents.lines[at]) for at in labels]
    if len(labels) < _FEWEST_LABELS or len(indents) > 1 or 0 in indents or numbers != sorted(set(numbers)):
        return contents
    lines = tuple(replace(line, indent=0) if at in labels else line for at, line in enumerate(contents.lines))
    return replace(contents, lines=lines)


def _labels(lines: Sequence[Line]) -> dict[int, None]:
    """Return the places of lines that are a number and a label alone, in their order."""
    labels: dict[int, None] = {}
    for at, line in enumerate(lines):
        found = label_of(line.passage) if line.text[:1].isdigit() and not line.item else None
        if found is not None and found.numbered:
            labels[at] = None
    return labels


def _number(line: Line) -> int:
    digits = line.text[: len(line.text) - len(line.text.lstrip("0123456789"))]
    return int(digits) if digits else 0
