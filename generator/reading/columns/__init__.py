"""Columns in plain text: tables that a tool wrote as text, brought into the form "label TAB value".

The rules run in their order; each returns the contents it was given where it finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.reading.columns.broken_labels import join_broken_labels
from generator.reading.columns.label_column import read_label_column
from generator.reading.columns.label_pairs import read_label_pairs
from generator.reading.columns.label_rows import read_label_rows
from generator.reading.columns.late_labels import move_late_labels
from generator.reading.columns.line_numbers import without_line_numbers
from generator.reading.columns.merged_columns import find_merged_columns
from generator.reading.columns.moved_values import read_moved_values
from generator.reading.columns.numbered_labels import outdent_numbered_labels
from generator.reading.columns.side_by_side import read_side_by_side
from generator.reading.contents import Contents

__all__ = ["RULES", "read_columns", "without_line_numbers"]

RULES: tuple[Callable[[Contents], Contents], ...] = (
    read_label_rows,
    read_label_pairs,
    read_label_column,
    read_side_by_side,
    join_broken_labels,
    outdent_numbered_labels,
    read_moved_values,
    move_late_labels,
    find_merged_columns,
)


def read_columns(contents: Contents) -> Contents:
    """Return the contents with the columns of plain text read one cell after another."""
    for rule in RULES:
        contents = rule(contents)
    return contents
