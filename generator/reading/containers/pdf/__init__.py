"""PDF files: text with positions on pages back to lines, labels with their values and lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec

from generator.diagnostics import Finding
from generator.positions import Passage
from generator.reading.containers.pdf.layout import PageRows, lay_out
from generator.reading.containers.pdf.pages import UNMAPPED, BrokenError, EncryptedError
from generator.reading.containers.pdf.rows import Row
from generator.reading.contents import Contents, SetAside
from generator.reading.lines import Line
from generator.source import Cleaning

_CONTAINER = "PDF"
_INSTALL = "pip install 'competency-atlas[pdf]'"


def read(content: bytes) -> Contents:
    """Return the text and lines of a PDF file; never raises, whatever the bytes.

    The text is made here, one printed line or table row a line, page after page: label, TAB, value. What cannot
    be read is a finding: `missing-library`, `encrypted-file`, `broken-file`, `scanned-pdf`, `garbled-text`.
    """
    if find_spec("pdfplumber") is None:
        return _refused("missing-library", f"PDF files are read by pdfplumber: {_INSTALL}")
    # Imported here, for the library is optional and takes long to load.
    from generator.reading.containers.pdf.document import pages_of

    try:
        pages = lay_out(pages_of(content))
    except EncryptedError:
        return _refused("encrypted-file", "the PDF file is locked with a password")
    except BrokenError as error:
        return _refused("broken-file", f"the PDF file cannot be read: {error}")
    if not pages:
        return _refused("broken-file", "the PDF file has no pages")
    return _contents(pages)


def _refused(kind: str, message: str) -> Contents:
    return Contents("", (), (_CONTAINER,), (Finding(kind, 0, message),))


@dataclass(slots=True)
class _Rendition:
    """The text being put together, and the offset it has reached."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    cleaning: Cleaning = field(default_factory=Cleaning)

    def add(self, printed: str) -> Passage:
        text = self.cleaning.clean(printed, self.length, moves=True)
        passage = Passage.of(text, self.length)
        self.pieces += (text, "\n")
        self.length += len(text) + 1
        return passage


def _contents(pages: Sequence[PageRows]) -> Contents:
    rendition = _Rendition()
    lines: list[Line] = []
    aside: list[SetAside] = []
    findings: list[Finding] = []
    begins: list[int] = []
    for number, page in enumerate(pages, 1):
        begins.append(rendition.length)
        findings += _findings(page, number, rendition.length)
        for row in page.rows:
            passage = rendition.add(row.text)
            if not passage:
                continue
            if row.rule:
                aside.append(SetAside(row.rule, passage))
            else:
                lines.append(_line(row, passage))
    findings += rendition.cleaning.findings()
    if not rendition.length and not findings:
        return _refused("scanned-pdf", "no text, only pictures: run OCR first")
    return Contents(
        "".join(rendition.pieces), tuple(lines), (_CONTAINER,), tuple(findings), tuple(begins), tuple(aside)
    )


def _findings(page: PageRows, number: int, offset: int) -> Iterator[Finding]:
    if page.fault:
        yield Finding("broken-file", offset, f"page {number} cannot be read: {page.fault}")
    unmapped = sum(row.text.count(UNMAPPED) for row in page.rows)
    if unmapped:
        message = f"page {number} prints {unmapped} character(s) that the file gives no text for"
        yield Finding("garbled-text", offset, message)


def _line(row: Row, passage: Passage) -> Line:
    return Line(
        passage,
        indent=row.indent,
        tabbed=row.tabbed,
        heading=row.heading,
        bold=row.bold,
        after_blank=row.after_blank,
    )
