"""Rows of tables: label and value on one line, whatever else the cells hold on lines of the second column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.positions import Passage
from generator.reading.containers.word.drafts import PAGE, Draft, without_empty
from generator.reading.labels import opening
from generator.reading.lines import Line

_MOST_LINES_OF_A_LABEL = 3
_LONGEST_LABEL = 120
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)、．]?|[(（]?(?:[ivx]{1,5}|[a-z]|\d{1,2})[)）.])", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)、．]?\s+\S")
_COLON = frozenset({":", "："})


def row_drafts(cells: Sequence[Sequence[Draft]]) -> list[Draft]:
    """Return the lines of a row, given the lines of its cells."""
    filled = _with_marks_joined([without_empty(cell) for cell in cells])
    while filled and not filled[-1]:
        filled.pop()
    if len(filled) < 2:
        return [draft for cell in filled for draft in cell]
    if all(len(cell) <= 1 and not _stands_alone(cell) for cell in filled[1:]) and _is_label_cell(filled[0]):
        return _single_line(filled)
    label, *values = filled
    below = [draft for cell in values for draft in cell]
    for draft in below:
        draft.tabbed = True
    if not label or not _is_label_cell(label) or not _may_join(label, below[0]):
        return [*label, *below]
    return [_joined([*label, below[0]], len(label)), *below[1:]]


def _single_line(cells: Sequence[Sequence[Draft]]) -> list[Draft]:
    """Return a row of single lines as one line; where labels and values take turns, each label begins a line."""
    if cells[0] and len(cells) == 2 and not _may_join(cells[0], cells[1][0]):
        cells[1][0].tabbed = True
        return [*cells[0], *cells[1]]
    if not cells[0]:
        for cell in cells:
            for draft in cell:
                draft.tabbed = True
        return [draft for cell in cells for draft in cell]
    turns = len(cells) > 3 and _is_label(cells[0]) and _is_label(cells[2]) and not _is_label(cells[1])
    step = 2 if turns else len(cells)
    groups = [cells[at : at + step] for at in range(0, len(cells), step)]
    return [_row(group) for group in groups if any(group)]


def _row(cells: Sequence[Sequence[Draft]]) -> Draft:
    first = next(draft for cell in cells for draft in cell)
    first.text = "\t".join(" ".join(draft.text for draft in cell) for cell in cells).rstrip("\t")
    first.bold = all(draft.bold for cell in cells for draft in cell)
    first.indent = 0
    return first


def _joined(drafts: Sequence[Draft], label_lines: int) -> Draft:
    """Return the lines of a label and the first line of its value as one line."""
    first, last = drafts[0], drafts[-1]
    label = " ".join(draft.text for draft in drafts[:label_lines])
    bold = all(draft.bold for draft in drafts)
    return Draft(f"{label}\t{last.text}", heading=last.heading, bold=bold, after_blank=first.after_blank)


def _may_join(label: Sequence[Draft], value: Draft) -> bool:
    """Tell whether a value stands on the line of its label: no item does, nor a number beside another number."""
    if value.item or value.heading:
        return False
    numbered = value.is_listed or _NUMBERED.match(value.words)
    return not numbered or not _NUMBERED.match(label[0].words) or _is_label(label)


def _stands_alone(cell: Sequence[Draft]) -> bool:
    return any(draft.item or draft.heading for draft in cell)


def _is_label_cell(cell: Sequence[Draft]) -> bool:
    return (
        len(cell) <= _MOST_LINES_OF_A_LABEL
        and not any(draft.item or "\t" in draft.text for draft in cell)
        and sum(len(draft.text) for draft in cell) <= _LONGEST_LABEL
    )


def _is_label(cell: Sequence[Draft]) -> bool:
    """Tell whether a cell holds a label of a field and nothing else."""
    text = " ".join(draft.words for draft in cell)
    found = opening([Line(Passage.of(text, 0))], 0) if text else None
    return found is not None and not found.value


def _with_marks_joined(cells: list[list[Draft]]) -> list[list[Draft]]:
    """Return the cells of a row without those that hold only a colon or the number of what stands beside it."""
    found: list[list[Draft]] = []
    for cell in cells:
        text = cell[0].words if len(cell) == 1 else ""
        if found and found[-1] and text in _COLON:
            found[-1][-1].text += text
        elif len(found) == 1 and cell and _is_number(found[0]):
            number = found.pop()[0]
            cell[0].text = f"{number.text} {cell[0].text.replace(PAGE, '')}"
            cell[0].is_listed = True
            found.append(cell)
        else:
            found.append(cell)
    return found


def _is_number(cell: Sequence[Draft]) -> bool:
    return len(cell) == 1 and _NUMBER.fullmatch(cell[0].words) is not None
