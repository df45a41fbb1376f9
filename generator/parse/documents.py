"""One raw file to its units, with everything there is to say about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Finding
from generator.model import Source, Unit
from generator.parse.claims import Claims
from generator.parse.units import parse_unit
from generator.positions import Span
from generator.reading import RawUnit, Reading, read
from generator.source import SourceText


@dataclass(frozen=True, slots=True)
class Document:
    """A raw file read: its text, the units in it and the diagnostics, those of the file first."""

    source: SourceText
    units: tuple[Unit, ...]
    diagnostics: tuple[Diagnostic, ...]


def parse_source(source: SourceText) -> Document:
    """Return the units of a raw text; never raises, whatever the text."""
    if not source.text:
        return Document(source, (), source.diagnostics)
    reading = read(source.text)
    claims = Claims(source.text, source.index)
    digest = source.sha256
    found = [parse_unit(raw, claims, _origin(source, digest, reading, raw)) for raw in reading.units]
    findings = list(reading.findings)
    if not found:
        findings.append(Finding("no-unit-found", 0, "no unit of competency was recognised in this file"))
    diagnostics = [*source.diagnostics, *map(source.diagnose, findings)]
    for parsed in found:
        code = parsed.unit.code.text or None
        diagnostics += [source.diagnose(finding, code) for finding in parsed.findings]
    return Document(source, tuple(parsed.unit for parsed in found), tuple(_by_line(diagnostics)))


def _origin(source: SourceText, digest: str, reading: Reading, raw: RawUnit) -> Source:
    """Return where a unit stands; a unit alone in its file has the whole file."""
    alone = len(reading.units) == 1
    spans = [span for line in raw.lines() for span in line.passage.spans]
    whole = Span(0, len(source.text.rstrip("\r\n")))
    place = source.index.place(whole if alone or not spans else Span(min(spans).start, max(spans).end))
    layout = ", ".join((*reading.containers, raw.labelling))
    return Source(source.file, digest, place.first_line, place.last_line, layout)


def _by_line(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(diagnostics, key=lambda found: (found.line, found.id, found.message))
