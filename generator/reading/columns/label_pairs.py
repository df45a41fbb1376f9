"""Several labels with their values on one line: "Level: 3    Credit: 6", "Title TAB X TAB Code TAB Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.positions import Passage, joined
from generator.reading.columns.fitting import fits
from generator.reading.columns.placing import label_of
from generator.reading.contents import Contents
from generator.reading.labels import Opening, opening
from generator.reading.lines import Line

_BORDER = re.compile(r"[ \u00a0\u3000]*\t[ \t\u00a0\u3000]*|[ \u00a0\u3000]{2,}")
_MOST_CELLS = 12
_COLONS = (":", "：")


def read_label_pairs(contents: Contents) -> Contents:
    """Give every label on such a line a line of its own: "Label TAB value"."""
    return replace(contents, lines=tuple(part for line in contents.lines for part in _parts(line)))


def _parts(line: Line) -> Iterator[Line]:
    pairs = [] if line.item or line.tabbed else _pairs(_cells(line.passage))
    if len(pairs) < 2 or not all(fits(found.field, value.text) for found, _, value in pairs):
        yield line
        return
    for number, (_, label, value) in enumerate(pairs):
        parts = (label, value) if value else (label,)
        yield replace(line, passage=joined(parts, "\t"), indent=0, after_blank=line.after_blank and number == 0)


def _cells(passage: Passage) -> list[Passage]:
    cells: list[Passage] = []
    start = 0
    for border in _BORDER.finditer(passage.text):
        cells.append(passage.slice(start, border.start()))
        start = border.end()
        if len(cells) > _MOST_CELLS:
            return []
    return [*cells, passage.slice(start)]


def _pairs(cells: Sequence[Passage]) -> list[tuple[Opening, Passage, Passage]]:
    """Return labels and values of cells that hold nothing else: a label and its value each, or in turn.

    A label that stands alone in the last cell has no value.
    """
    pairs: list[tuple[Opening, Passage, Passage]] = []
    at = len(cells) if len(cells) < 2 else 0
    while at < len(cells):
        found = label_of(cells[at])
        whole = _with_value(cells[at]) if found is None else None
        if whole is not None:
            pairs.append((whole, whole.label.strip(), whole.value))
            at += 1
        elif found is not None and at + 1 < len(cells) and label_of(cells[at + 1]) is None:
            if _with_value(cells[at + 1]) is not None:
                return []
            pairs.append((found, found.label.strip(), cells[at + 1]))
            at += 2
        else:
            return []
    fields = [found.field if found.field != "extra_field" else found.label.text for found, _, _ in pairs]
    return pairs if len(set(fields)) == len(fields) else []


def _with_value(cell: Passage) -> Opening | None:
    """Return the label of a cell that holds label, colon and value."""
    found = opening([Line(cell)], 0)
    return found if found is not None and found.value and found.label.text.rstrip().endswith(_COLONS) else None
