"""The quality page: every finding about every raw file, by kind and by file, and what was taken away from each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.addresses import QUALITY
from generator.contents import Contents
from generator.diagnostics import Diagnostic
from generator.diagnostics.cells import harmless
from generator.diagnostics.forms import counts
from generator.model import Unit
from generator.pages.names import title_of
from generator.pages.page import Page
from generator.pages.quality_findings import FindingView, KindView, finding_views, kind_views
from generator.pages.quality_rulings import RulingsView, rulings_view
from generator.pages.quality_set_aside import SetAsideFile, set_aside_files, word_count
from generator.pages.unit_corrections import Corrections, CorrectionView
from generator.pages.unit_source import TAKEN_OUT
from generator.parse import Document
from generator.text.slugs import slug
from generator.text.wording import counted

_MOST_OPEN = 12


@dataclass(frozen=True, slots=True)
class UnitLink:
    code: str
    address: str


@dataclass(frozen=True, slots=True)
class CorrectedUnit:
    """A unit that a person corrected."""

    link: UnitLink
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """A raw file with its findings; ``account`` says where its words went, ``without_page`` what is not published."""

    file: str
    anchor: str
    counts: str
    account: str
    units: tuple[UnitLink, ...]
    without_page: tuple[str, ...]
    raw_address: str | None
    raw_words: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class QualityView:
    """Kinds of findings, files with findings, files without, what was set aside or corrected, what is to be ruled.

    ``unfolded`` tells whether the files are so few that all of them are shown open.
    """

    summary: str
    account: str
    kinds: tuple[KindView, ...]
    files: tuple[FileView, ...]
    clean: tuple[FileView, ...]
    set_aside: tuple[SetAsideFile, ...]
    corrected: tuple[CorrectedUnit, ...]
    rulings: RulingsView
    unfolded: bool


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the quality page."""
    files = tuple(_files(contents))
    with_findings = tuple(file for file in files if file.findings)
    summary = f"{counted(len(contents.documents), 'raw file')}: {counts(contents.diagnostics)}."
    if not files:
        summary = "There are no raw files yet."
    view = QualityView(
        summary,
        _account(contents.documents) if files else "",
        kind_views((file.file, file.findings) for file in with_findings),
        with_findings,
        tuple(file for file in files if not file.findings),
        set_aside_files((document.source.file, document.set_aside) for document in contents.documents),
        tuple(_corrected(unit, contents) for unit in contents.catalogue.units if unit.corrections),
        rulings_view(contents),
        unfolded=len(files) <= _MOST_OPEN,
    )
    yield Page(QUALITY, "quality.md.jinja", "Quality of the sources", summary, view, search_boost=0.2)


def _files(contents: Contents) -> Iterator[FileView]:
    by_file: dict[str, list[Diagnostic]] = {document.source.file: [] for document in contents.documents}
    for found in contents.diagnostics:
        by_file.setdefault(found.file, []).append(found)
    documents = {document.source.file: document for document in contents.documents}
    published = frozenset(map(id, contents.catalogue.units))
    for number, (file, findings) in enumerate(by_file.items(), 1):
        document = documents.get(file)
        read = document.units if document else ()
        units = [unit for unit in read if id(unit) in published]
        yield FileView(
            file=file,
            anchor=f"file-{number}-{slug(file)}",
            counts=counts(findings, none=False),
            account=_file_account(document),
            units=tuple(_unit_link(unit, contents) for unit in units),
            without_page=tuple(_name(unit) for unit in read if id(unit) not in published),
            raw_address=contents.addresses.raw(file) if document and document.source.text else None,
            raw_words=_raw_words(document),
            findings=finding_views(f"finding-{number}", findings, units, contents),
        )


def _unit_link(unit: Unit, contents: Contents) -> UnitLink:
    return UnitLink(unit.code.text, contents.addresses.unit(unit))


def _corrected(unit: Unit, contents: Contents) -> CorrectedUnit:
    return CorrectedUnit(_unit_link(unit, contents), Corrections(unit, contents.addresses.unit(unit)).views())


def _name(unit: Unit) -> str:
    """Return what to call a unit that has no page; its code may be missing or another unit's."""
    line = f"line {unit.source.first_line}" if unit.source else ""
    return f"{harmless(unit.code.text) or 'a unit without code'}, {title_of(unit)} ({line})"


def _file_account(document: Document | None) -> str:
    """Return where the words of a file went, in a sentence."""
    if document is None:
        return "A file of settings, not of units."
    if not document.units:
        return "No unit was read from this file."
    return _account([document])


def _raw_words(document: Document | None) -> str:
    kind = TAKEN_OUT.get(document.source.container) if document else None
    return f"The text taken out of the {kind}" if kind else "Raw file"


def _account(documents: Sequence[Document]) -> str:
    """Return how many words were read, how many of them fit no field, and how many were set aside."""
    read = [document for document in documents if document.units]
    words = sum(len(document.source.text.split()) for document in read)
    left = sum(len(piece.text.split()) for document in read for unit in document.units for piece in unit.unplaced)
    aside = sum(word_count(document.set_aside) for document in read)
    verb = "was" if aside == 1 else "were"
    if not left:
        return f"All {words:,} words have their place{f'; {aside:,} of them {verb} set aside' if aside else ''}."
    share = f"{left:,} of {words:,} words ({100 * left / max(1, words):.1f} %) fit no field"
    return f"{share}{f'; {aside:,} {verb} set aside' if aside else ''}."
