"""Read a raw text into raw units: containers, lines, labels, items, units, each a layer of rules that combine."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.diagnostics import Finding
from generator.positions import Span
from generator.reading.authored import AuthoredUnit, read_authored
from generator.reading.authored.loose import read_with_front_matter
from generator.reading.books import index_finding, surroundings_findings, without_surroundings
from generator.reading.books.rules import AROUND_UNITS, OUTSIDE
from generator.reading.columns import read_columns, without_line_numbers
from generator.reading.contents import SetAside
from generator.reading.fields import RawField
from generator.reading.furniture import without_furniture
from generator.reading.hyphenation import without_hyphenation
from generator.reading.run_on import without_run_on
from generator.reading.spacing import without_spacing
from generator.reading.units import RawUnit, read_raw_units, with_notes
from generator.source import TEXT, SourceText

__all__ = ["AROUND_UNITS", "AuthoredUnit", "RawField", "RawUnit", "Reading", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one raw file: its text, its units, the containers they came in and the findings.

    ``pages`` and ``set_aside`` are those of `Contents`.
    """

    text: str
    units: tuple[RawUnit | AuthoredUnit, ...]
    containers: tuple[str, ...]
    findings: tuple[Finding, ...]
    pages: tuple[int, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


def read(source: SourceText) -> Reading:
    """Return the raw units of a raw file; never raises, whatever the file.

    The lines pass through stages: line numbers, blanks between letters, page furniture, columns, broken words,
    what stands around the units of a book.
    """
    authored = read_authored(source.text) if source.container == TEXT else None
    if authored is not None:
        return Reading(source.text, (authored,), ("authored Markdown",), (), (), authored.set_aside)
    contents = without_line_numbers(read_with_front_matter(source))
    notes = tuple(line for line in contents.lines if line.note)
    lines, spacing = without_spacing([line for line in contents.lines if not line.note] if notes else contents.lines)
    cleared = without_furniture(replace(contents, lines=lines))
    contents = read_columns(replace(contents, lines=cleared.lines))
    lines, hyphenation = without_hyphenation(contents.lines)
    lines, run_on = without_run_on(lines)
    body = without_surroundings(lines)
    raw = with_notes(read_raw_units(body.lines), notes)
    outside = (SetAside(OUTSIDE, line.passage) for line in raw.outside if line.passage)
    around = sorted((*body.set_aside, *outside), key=_place)
    index = None if raw.units else index_finding(body.listed, raw.listed)
    return Reading(
        contents.text,
        raw.units,
        contents.containers,
        (
            *contents.findings,
            *spacing,
            *hyphenation,
            *run_on,
            *surroundings_findings(contents.text, around),
            *((index,) if index else ()),
        ),
        contents.pages,
        tuple(sorted((*contents.set_aside, *cleared.set_aside, *around), key=_place)),
    )


def _place(aside: SetAside) -> Span:
    return aside.passage.span
