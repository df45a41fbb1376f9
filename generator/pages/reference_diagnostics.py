"""The reference page of diagnostics: every id under a heading of its own, whose anchor the messages name."""

from __future__ import annotations

from dataclasses import dataclass

from generator.addresses import DIAGNOSTICS
from generator.diagnostics import KINDS, Kind, Severity
from generator.diagnostics.explaining import EXAMPLES, EXCEPTIONS
from generator.pages.page import Page
from generator.pages.quality_findings import SEVERITY_WORDS

_TAB_STOP = 14


@dataclass(frozen=True, slots=True)
class KindSection:
    """One id: what it means, what to do, and the lines of a raw file that shows it, where there is such an example."""

    id: str
    severity: Severity
    word: str
    meaning: str
    hint: str
    example: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DiagnosticsView:
    introduction: str
    kinds: tuple[KindSection, ...]


def diagnostics_page() -> Page:
    """Return the reference page of diagnostics."""
    introduction = "Every finding the program can report, and what to do about it."
    view = DiagnosticsView(introduction, tuple(map(_section, KINDS.values())))
    return Page(DIAGNOSTICS, "reference_diagnostics.md.jinja", "Diagnostics", introduction, view, search_boost=0.2)


def _section(kind: Kind) -> KindSection:
    severity = Severity(kind.severity)
    sentences = [f"{kind.meaning[:1].upper()}{kind.meaning[1:]}."]
    if kind.id in EXCEPTIONS:
        sentences.append(EXCEPTIONS[kind.id])
    # Markdown would widen tabs by its own rule, whatever stands before them.
    example = EXAMPLES.get(kind.id, "").expandtabs(_TAB_STOP)
    return KindSection(
        kind.id, severity, SEVERITY_WORDS[severity], " ".join(sentences), kind.hint, tuple(example.splitlines())
    )
