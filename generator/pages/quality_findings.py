"""Findings as the quality page shows them: in the section of a file, those that say the same together; and by kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.addresses import DIAGNOSTICS
from generator.contents import Contents
from generator.diagnostics import KINDS, Diagnostic, Severity
from generator.diagnostics.cells import harmless
from generator.diagnostics.grouping import grouped_by_file
from generator.model import Unit

SEVERITY_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """The offending line: what stands before the spot, the spot, and what stands after it.

    Characters that cannot be printed are spelled out: they may be what the finding is about.
    """

    before: str
    spot: str
    after: str


@dataclass(frozen=True, slots=True)
class SpotView:
    """One place of a finding, with what the message says there."""

    anchor: str
    line: int
    line_address: str | None
    message: str
    excerpt: ExcerptView | None


@dataclass(frozen=True, slots=True)
class FindingView:
    """Findings of one file that say the same; ``hint`` is empty where one of the same kind above has given it."""

    severity: Severity
    word: str
    id: str
    reference: str
    hint: str
    first: SpotView
    others: tuple[SpotView, ...]

    @property
    def spots(self) -> tuple[SpotView, ...]:
        return self.first, *self.others


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
    views, hinted, number = [], set[str](), 0
    for alike in grouped_by_file(findings):
        spots = tuple(
            _spot(f"{anchor}-{position}", found, units, contents) for position, found in enumerate(alike, number + 1)
        )
        number += len(alike)
        views.append(_finding(alike[0], spots, hinted=alike[0].hint not in hinted))
        hinted.add(alike[0].hint)
    return tuple(views)


def kind_views(files: Iterable[tuple[str, Sequence[FindingView]]]) -> tuple[KindView, ...]:
    """Return the kinds of the findings in files, errors first, of one severity the commonest first."""
    places: dict[tuple[Severity, str], list[PlaceView]] = {}
    for file, findings in files:
        for found in findings:
            known = places.setdefault((found.severity, found.id), [])
            known += [PlaceView(f"{file}:{spot.line}", spot.anchor) for spot in found.spots]
    severities = tuple(SEVERITY_WORDS)
    ordered = sorted(places, key=lambda kind: (severities.index(kind[0]), -len(places[kind]), kind[1]))
    return tuple(
        KindView(
            severity,
            SEVERITY_WORDS[severity],
            name,
            f"{DIAGNOSTICS}#{name}",
            KINDS[name].meaning,
            tuple(places[severity, name]),
        )
        for severity, name in ordered
    )


def _finding(found: Diagnostic, spots: Sequence[SpotView], *, hinted: bool) -> FindingView:
    return FindingView(
        severity=found.severity,
        word=SEVERITY_WORDS[found.severity],
        id=found.id,
        reference=f"{DIAGNOSTICS}#{found.id}",
        hint=found.hint if hinted else "",
        first=spots[0],
        others=tuple(spots[1:]),
    )


def _spot(anchor: str, found: Diagnostic, units: Sequence[Unit], contents: Contents) -> SpotView:
    unit = next(
        (unit for unit in units if unit.source and unit.source.first_line <= found.line <= unit.source.last_line), None
    )
    return SpotView(
        anchor=anchor,
        line=found.line,
        line_address=f"{contents.addresses.unit(unit)}#line-{found.line}" if unit else None,
        message=harmless(found.message[:1].upper() + found.message[1:] + "."),
        excerpt=_excerpt(found),
    )


def _excerpt(found: Diagnostic) -> ExcerptView | None:
    if found.excerpt is None:
        return None
    start, end = found.mark or (len(found.excerpt), len(found.excerpt))
    return ExcerptView(*map(harmless, (found.excerpt[:start], found.excerpt[start:end], found.excerpt[end:])))
