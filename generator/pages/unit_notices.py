"""What a reader of a unit page must know before relying on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.model import Requirement, Unit
from generator.pages.fragments import Fragment, Text
from generator.text.wording import listed

_FINDINGS: Mapping[str, tuple[str, str, str]] = {
    "garbled-text": (
        "doubtful",
        "Words of this source are full of signs that no word holds, as after a broken font",
        "Do not rely on them; look them up in the publisher's original.",
    ),
    "invalid-utf8": (
        "doubtful",
        "Some characters of this source are lost and shown as the replacement character",
        "Look them up in the publisher's original.",
    ),
    "truncated-unit": (
        "doubtful",
        "The source seems to end in the middle of this unit",
        "What follows is not known here.",
    ),
    "columns-merged": (
        "inferred",
        "Columns of this source do not stand side by side as they were printed",
        "What belongs together was found by rule and is not certain; compare with the raw text.",
    ),
    "label-shift": (
        "inferred",
        "Labels of this source do not stand on the lines of their values",
        "Which belong together was found by rule; compare with the raw text.",
    ),
    "run-on-text": (
        "inferred",
        "Labels of this source stand inside a paragraph",
        "Where each field begins was found by rule; compare with the raw text.",
    ),
    "label-misspelled": (
        "inferred",
        "Labels of this source are misspelled and were read as the labels they resemble",
        "Compare with the raw text.",
    ),
}
"""The findings that a reader of the page must know of: kind of notice, what there is, what to do about it."""

_MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of one kind ("restored", "inferred", "doubtful")."""

    kind: str
    text: Text


def unit_notices(unit: Unit, address: str, diagnostics: Iterable[Diagnostic]) -> tuple[Notice, ...]:
    """Return the notices of the unit page at an address; ``diagnostics`` are those of the unit's file."""
    return (*_found(unit, address, diagnostics), *_restored(unit, address), *_missing_headings(unit))


def _found(unit: Unit, address: str, diagnostics: Iterable[Diagnostic]) -> Iterator[Notice]:
    """Yield the findings inside the unit, each kind with its lines."""
    origin = unit.source
    if origin is None:
        return
    lines: dict[str, set[int]] = {}
    for found in diagnostics:
        if origin.first_line <= found.line <= origin.last_line:
            lines.setdefault(found.id, set()).add(found.line)
    for name, (kind, what, advice) in _FINDINGS.items():
        if name in lines:
            text = (Fragment(f"{what}: "), *_lines(sorted(lines[name]), address), Fragment(f". {advice}"))
            yield Notice(kind, text)


def _restored(unit: Unit, address: str) -> Iterator[Notice]:
    lines = sorted({item.place.first_line for item in _all(unit) if item.restored and item.place})
    if lines:
        explanation = (
            " of the source ran several items together without separators. "
            "Where each begins below was found by rule and is not certain; compare with the raw text."
        )
        text = (Fragment("Bullets restored by rule: "), *_lines(lines, address), Fragment(explanation))
        yield Notice("restored", text)


def _missing_headings(unit: Unit) -> Iterator[Notice]:
    missing = [str(position) for position, element in enumerate(unit.elements, 1) if element.heading is None]
    if missing:
        which, verb = ("heading of element", "is") if len(missing) == 1 else ("headings of elements", "are")
        text = f"The {which} {listed(missing)} {verb} not in this source. None was invented; "
        below = "it" if len(missing) == 1 else "them"
        yield Notice("inferred", (Fragment(f"{text}the requirements stand below {below}."),))


def _lines(lines: Sequence[int], address: str) -> Iterator[Fragment]:
    """Yield lines as links to the raw text, of very many the first ones."""
    shown = lines if len(lines) <= _MOST_LINES else lines[: _MOST_LINES - 1]
    for number, line in enumerate(shown):
        if number:
            yield Fragment(" and " if number == len(lines) - 1 else ", ")
        yield Fragment(f"line {line}", f"{address}#line-{line}")
    if len(shown) < len(lines):
        yield Fragment(f" and {len(lines) - len(shown)} more")


def _all(unit: Unit) -> Iterator[Requirement]:
    pending = [item for element in unit.elements for item in element.requirements]
    pending += unit.assessment_criteria.items
    while pending:
        item = pending.pop()
        yield item
        pending += item.children
