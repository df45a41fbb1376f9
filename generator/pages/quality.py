"""The quality page: every finding about every raw file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import DIAGNOSTICS, QUALITY
from generator.contents import Contents
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.forms import counts
from generator.model import Unit
from generator.pages.page import Page
from generator.pages.unit_rows import counted
from generator.parse import Document
from generator.text.slugs import slug

_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}


@dataclass(frozen=True, slots=True)
class FindingView:
    anchor: str
    severity: str
    word: str
    line: int
    line_address: str | None
    message: str
    excerpt: str | None
    hint: str
    id: str
    reference: str


@dataclass(frozen=True, slots=True)
class UnitLink:
    code: str
    address: str


@dataclass(frozen=True, slots=True)
class FileView:
    """A raw file with its findings; ``account`` says where its words went."""

    file: str
    anchor: str
    account: str
    units: tuple[UnitLink, ...]
    raw_address: str | None
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class QualityView:
    summary: str
    files: tuple[FileView, ...]


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the quality page."""
    by_file: dict[str, list[Diagnostic]] = {document.source.file: [] for document in contents.documents}
    for found in contents.diagnostics:
        by_file.setdefault(found.file, []).append(found)
    documents = {document.source.file: document for document in contents.documents}
    published = frozenset(map(id, contents.catalogue.units))
    files = tuple(
        _file(number, file, findings, documents.get(file), published, contents)
        for number, (file, findings) in enumerate(by_file.items(), 1)
    )
    summary = f"{counted(len(contents.documents), 'raw file')}: {counts(contents.diagnostics)}."
    yield Page(
        QUALITY, "quality.md.jinja", "Quality of the sources", summary, QualityView(summary, files), search_boost=0.2
    )


def _file(
    number: int,
    file: str,
    findings: list[Diagnostic],
    document: Document | None,
    published: frozenset[int],
    contents: Contents,
) -> FileView:
    units = [unit for unit in document.units if id(unit) in published] if document else []
    has_text = document is not None and document.source.text
    return FileView(
        file=file,
        anchor=f"file-{number}-{slug(file)}",
        account=_account(document),
        units=tuple(UnitLink(unit.code.text, contents.addresses.unit(unit)) for unit in units),
        raw_address=contents.addresses.raw(file) if has_text else None,
        findings=tuple(
            _finding(f"finding-{number}-{position}", found, units, contents)
            for position, found in enumerate(findings, 1)
        ),
    )


def _account(document: Document | None) -> str:
    """Return where the words of a file went, in a sentence."""
    if document is None:
        return "A file of settings."
    if not document.units:
        return "No unit was read from this file."
    words = len(document.source.text.split())
    left = sum(len(piece.text.split()) for unit in document.units for piece in unit.unplaced)
    share = 100 * left / max(1, words)
    return f"All {words} words are accounted for; {left} of them ({share:.1f} %) fit no field."


def _finding(anchor: str, found: Diagnostic, units: list[Unit], contents: Contents) -> FindingView:
    unit = next(
        (unit for unit in units if unit.source and unit.source.first_line <= found.line <= unit.source.last_line), None
    )
    return FindingView(
        anchor=anchor,
        severity=str(found.severity),
        word=_WORDS[found.severity],
        line=found.line,
        line_address=f"{contents.addresses.unit(unit)}#line-{found.line}" if unit else None,
        message=found.message[:1].upper() + found.message[1:] + ".",
        excerpt=found.excerpt,
        hint=found.hint,
        id=found.id,
        reference=f"{DIAGNOSTICS}#{found.id}",
    )
