"""Findings as the quality page shows them: one by one in the section of a file, and counted by kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.addresses import DIAGNOSTICS
from generator.contents import Contents
from generator.diagnostics import KINDS, Diagnostic, Severity
from generator.model import Unit

_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding; ``hint`` is empty where a finding of the same kind above it in the file has given it."""

    anchor: str
    severity: Severity
    word: str
    line: int
    line_address: str | None
    message: str
    excerpt: str | None
    hint: str
    id: str
    reference: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where a finding is: file and line, and the anchor of the finding on the page."""

    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class KindView:
    """All findings of one kind and severity."""

    severity: Severity
    word: str
    id: str
    reference: str
    meaning: str
    places: tuple[PlaceView, ...]


def finding_views(
    anchor: str, findings: Sequence[Diagnostic], units: Sequence[Unit], contents: Contents
) -> tuple[FindingView, ...]:
    """Return the findings in one file; ``units`` are those published from it."""
    first: dict[str, int] = {}
    for number, found in enumerate(findings):
        first.setdefault(found.id, number)
    return tuple(
        _finding(f"{anchor}-{number + 1}", found, units, contents, hinted=first[found.id] == number)
        for number, found in enumerate(findings)
    )


def kind_views(files: Iterable[tuple[str, Sequence[FindingView]]]) -> tuple[KindView, ...]:
    """Return the kinds of the findings in files, errors first, of one severity the commonest first."""
    places: dict[tuple[Severity, str], list[PlaceView]] = {}
    for file, findings in files:
        for found in findings:
            place = PlaceView(f"{file}:{found.line}", found.anchor)
            places.setdefault((found.severity, found.id), []).append(place)
    severities = tuple(_WORDS)
    ordered = sorted(places, key=lambda kind: (severities.index(kind[0]), -len(places[kind]), kind[1]))
    return tuple(
        KindView(
            severity,
            _WORDS[severity],
            name,
            f"{DIAGNOSTICS}#{name}",
            KINDS[name].meaning,
            tuple(places[severity, name]),
        )
        for severity, name in ordered
    )


def _finding(anchor: str, found: Diagnostic, units: Sequence[Unit], contents: Contents, *, hinted: bool) -> FindingView:
    unit = next(
        (unit for unit in units if unit.source and unit.source.first_line <= found.line <= unit.source.last_line), None
    )
    return FindingView(
        anchor=anchor,
        severity=found.severity,
        word=_WORDS[found.severity],
        line=found.line,
        line_address=f"{contents.addresses.unit(unit)}#line-{found.line}" if unit else None,
        message=found.message[:1].upper() + found.message[1:] + ".",
        excerpt=found.excerpt,
        hint=found.hint if hinted else "",
        id=found.id,
        reference=f"{DIAGNOSTICS}#{found.id}",
    )
