"""Labels that a narrow column broke in the middle of a word: "Compete" / "ncy", "Assessme" / "nt Criteria"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.positions import joined
from generator.reading.columns.placing import label_of
from generator.reading.contents import Contents
from generator.reading.lines import Line

_LONGEST_HALF = 30


def join_broken_labels(contents: Contents) -> Contents:
    """Put the two halves of such a label on one line."""
    return replace(contents, lines=tuple(_joined(contents.lines)))


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    at = 0
    while at < len(lines):
        whole = _label(lines[at], lines[at + 1]) if at + 1 < len(lines) else None
        yield whole or lines[at]
        at += 2 if whole else 1


def _label(first: Line, second: Line) -> Line | None:
    """Return the label two lines are, neither of them a label alone and the second going on in lower case."""
    halves = (first, second)
    if any(line.item or len(line.text) > _LONGEST_HALF for line in halves) or not second.text[:1].islower():
        return None
    passage = joined((line.passage for line in halves), "")
    if not first.text[-1:].isalpha() or label_of(first.passage) or not label_of(passage):
        return None
    return replace(first, passage=passage)
