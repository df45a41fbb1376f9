"""The assessment criteria: an introduction and the integrated outcomes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.diagnostics import Finding
from generator.model import AssessmentCriteria
from generator.parse.claims import Claims
from generator.parse.requirements import split_collapsed, to_requirements
from generator.positions import joined
from generator.reading.lines import Line
from generator.reading.outline import nest, read_items

_OUTCOMES = re.compile(r"outcome requirements?\b", re.IGNORECASE)
_CHINESE_OUTCOMES = re.compile("綜合成效要求|综合成效要求")


def parse_assessment(
    lines: Sequence[Line], claims: Claims, learned: frozenset[str] = frozenset()
) -> tuple[AssessmentCriteria, tuple[Finding, ...]]:
    """Return the assessment criteria of a section and what there is to say about them.

    The introduction is what stands before the first item; it may be printed as the first item itself
    ("The integrated outcome requirements of this unit of competency are:").
    """
    items, before = read_items(lines)
    introduction = joined(line.passage for line in before)
    if not introduction and items and _is_introduction(items[0].passage.text):
        first = items.pop(0)
        introduction = first.passage
        for mark in first.marks:
            claims.discard(mark)
    collapsed = split_collapsed(items, learned)
    roots, findings = nest([piece for item in items for piece in collapsed.of(item)])
    outcomes = to_requirements(roots, claims, collapsed.restored)
    place = claims.place(introduction) if introduction else None
    criteria = AssessmentCriteria(claims.take(introduction) or None, outcomes, place)
    return criteria, (*collapsed.findings, *findings)


def _is_introduction(text: str) -> bool:
    end = text.rstrip()
    announces = end.endswith((":", "：")) or (end.endswith((" are", " is")) and _OUTCOMES.search(end))
    return bool(announces or _CHINESE_OUTCOMES.search(end))
