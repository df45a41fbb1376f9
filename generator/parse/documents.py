"""One raw file to its units, with everything there is to say about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.diagnostics import KINDS, Diagnostic, Finding, Severity
from generator.model import Source, Unit
from generator.parse.authored import parse_authored
from generator.parse.claims import Claims
from generator.parse.truncation import truncation
from generator.parse.units import Parsed, parse_unit
from generator.positions import LineIndex, Place, Span
from generator.reading import AROUND_UNITS, AuthoredUnit, RawUnit, Reading, read
from generator.source import SourceText
from generator.text.folding import folded_blanks
from generator.text.wording import counted

_WITHOUT_TEXT = frozenset({"word", "pdf"})
"""Containers whose text is taken out of them by the reader."""

_REFUSED = "unit whose code cannot name a page"


@dataclass(frozen=True, slots=True)
class SetAsideText:
    """Words of a raw file that belong to no unit, and the rule that put them aside ("page number", "navigation")."""

    rule: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """A raw file read: its text, the units in it and the diagnostics, those of the file first.

    The text of a Word or PDF file is the one its container gave; the source knows its pages.
    """

    source: SourceText
    units: tuple[Unit, ...]
    diagnostics: tuple[Diagnostic, ...]
    set_aside: tuple[SetAsideText, ...] = ()


def parse_source(source: SourceText, learned: frozenset[str] = frozenset()) -> Document:
    """Return the units of a raw file; never raises, whatever the file.

    ``learned`` holds words that begin requirements elsewhere in the collection, in small letters.
    """
    if not source.text and source.container not in _WITHOUT_TEXT:
        return Document(source, (), source.diagnostics)
    reading = read(source)
    if reading.text != source.text:
        source = replace(source, text=reading.text, index=LineIndex.of(reading.text))
    source = replace(source, pages=reading.pages)
    claims = Claims(source.text, source.index)
    for aside in reading.set_aside:
        claims.discard(aside.passage)
    digest = source.sha256
    found = [_parsed(raw, claims, _origin(source, digest, reading, raw), learned) for raw in reading.units]
    diagnostics = [*source.diagnostics, *map(source.diagnose, _findings(reading))]
    for parsed in found:
        code = parsed.unit.code.text or None
        diagnostics += [source.diagnose(finding, code) for finding in parsed.findings]
    asides = [(aside.rule, aside.passage) for aside in reading.set_aside]
    for raw, parsed in zip(reading.units, found, strict=True):
        if parsed.is_refused:
            asides += [(_REFUSED, line.passage) for line in raw.lines()]
    set_aside = tuple(SetAsideText(rule, folded_blanks(text.text), claims.place(text)) for rule, text in asides)
    units = tuple(parsed.unit for parsed in found if not parsed.is_refused)
    return Document(source, units, tuple(_by_line(diagnostics)), set_aside)


def _parsed(raw: RawUnit | AuthoredUnit, claims: Claims, origin: Source, learned: frozenset[str]) -> Parsed:
    if isinstance(raw, AuthoredUnit):
        return parse_authored(raw, claims, origin)
    return parse_unit(raw, claims, origin, learned)


def _findings(reading: Reading) -> Iterator[Finding]:
    """Yield the findings of a file as a whole; a file that could not be read holds no units for that reason."""
    yield from reading.findings
    furniture = [aside.rule for aside in reading.set_aside if aside.rule not in AROUND_UNITS]
    for rule in dict.fromkeys(furniture):
        passages = [aside.passage for aside in reading.set_aside if aside.rule == rule]
        message = f"{counted(len(passages), 'line')} set aside: {rule}"
        yield Finding("page-furniture-removed", passages[0].span.start, message)
    yield from _truncation(reading)
    if not reading.units and not any(_is_error(finding) for finding in reading.findings):
        is_index = any(finding.id == "index-recognised" for finding in reading.findings)
        message = "no unit of competency was recognised in this file"
        yield Finding("no-unit-found", 0, message, Severity.INFO if is_index else None)


def _truncation(reading: Reading) -> Iterator[Finding]:
    """Yield a finding where the last unit of a file breaks off."""
    last = reading.units[-1] if reading.units else None
    found = truncation(last, reading.text) if isinstance(last, RawUnit) else None
    if found:
        yield found


def _is_error(finding: Finding) -> bool:
    return (finding.severity or KINDS[finding.id].severity) == Severity.ERROR


def _origin(source: SourceText, digest: str, reading: Reading, raw: RawUnit | AuthoredUnit) -> Source:
    """Return where a unit stands; a unit alone in its file has the whole file."""
    alone = len(reading.units) == 1
    spans = [span for line in raw.lines() for span in line.passage.spans]
    whole = Span(0, len(source.text.rstrip("\r\n")))
    place = source.index.place(whole if alone or not spans else Span(min(spans).start, max(spans).end))
    layout = ", ".join((*reading.containers, raw.labelling))
    return Source(source.file, digest, place.first_line, place.last_line, layout)


def _by_line(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(diagnostics, key=lambda found: (found.line, found.id, found.message))
