"""The label of the assessment criteria printed behind the sentence that introduces them.

``pdftotext`` gives a label where the middle of its cell is; that sentence is the first line of such a cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Finding
from generator.reading.columns.fitting import begins_outcomes
from generator.reading.contents import Contents
from generator.reading.headers import is_header
from generator.reading.lines import Line
from generator.reading.vocabulary import LABELS

_LABEL = re.compile(
    "(?:" + "|".join(re.escape(label.text) for label in LABELS if label.field == "assessment_criteria") + ")",
    re.IGNORECASE,
)
_FURTHEST = 8


def move_late_labels(contents: Contents) -> Contents:
    """Put such a label before its sentence, and say so."""
    lines: list[Line] = []
    findings: list[Finding] = []
    at = 0
    while at < len(contents.lines):
        late = _late_label(contents.lines, at)
        if late is None:
            lines.append(contents.lines[at])
            at += 1
            continue
        line = contents.lines[late]
        end = len(_label_in(line))
        label, rest = line.passage.slice(0, end), line.passage.slice(end).strip()
        lines += [replace(line, passage=label), *contents.lines[at:late]]
        lines += [replace(line, passage=rest)] if rest else []
        message = f"the value of {label.text!r} begins above its label"
        findings.append(Finding("label-shift", label.span.start, message))
        at = late + 1
    return replace(contents, lines=tuple(lines), findings=(*contents.findings, *findings))


def _label_in(line: Line) -> str:
    match = None if line.item or line.tabbed else _LABEL.match(line.text)
    return match.group() if match and line.text[match.end() :][:1] in ("", " ", "\t") else ""


def _late_label(lines: Sequence[Line], at: int) -> int | None:
    """Return the place of a label that belongs before the sentence on a line."""
    first = lines[at]
    if first.tabbed or not begins_outcomes(first.text) or (at and _label_in(lines[at - 1])):
        return None
    for place in range(at + 1, min(len(lines), at + _FURTHEST)):
        if begins_outcomes(lines[place].text) or is_header(lines[place].passage):
            return None
        label = _label_in(lines[place])
        if label:
            return None if begins_outcomes(lines[place].text[len(label) :].strip()) else place
    return None
