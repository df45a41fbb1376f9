"""Labels and values on lines of their own in the wrong order: ``pdftotext`` reads some tables column by column.

Values are matched by their forms and by how they begin, and only where the reading as printed gives fields what
cannot be theirs.
"""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics import Finding
from generator.reading.columns.label_lines import are_few, stretches
from generator.reading.columns.shifted_labels import read_shifted_labels
from generator.reading.columns.stacked_labels import read_stacked_labels
from generator.reading.contents import Contents
from generator.reading.lines import Line


def read_moved_values(contents: Contents) -> Contents:
    """Put every such value behind its label, and say so; what no label can be matched with stays where it is."""
    if are_few(contents.lines):
        return contents
    lines: list[Line] = []
    findings: list[Finding] = []
    for stretch in stretches(contents.lines):
        moved = read_stacked_labels(stretch) or read_shifted_labels(stretch)
        lines += moved.lines if moved else stretch.lines
        findings += moved.findings if moved else ()
    return replace(contents, lines=tuple(lines), findings=(*contents.findings, *findings))
