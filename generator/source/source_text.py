"""One raw file as the reader gets it: its bytes, its text, and the way back to file, page and line."""

from __future__ import annotations

import bisect
import hashlib
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, Finding, diagnostic, placed
from generator.positions import LineIndex

TEXT, HTML, WORD, PDF = "text", "html", "word", "pdf"
"""The containers a raw file may be. Word and PDF files have no text until their container was read."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One raw file as text.

    ``file`` is its path below the source folder with forward slashes; ``text`` the decoded text without
    control and invisible characters, the text all spans refer to; ``content`` the bytes as they are; ``pages``
    the offset in the text at which each page begins, nothing where there are no pages.
    """

    file: str
    content: bytes
    text: str
    index: LineIndex
    diagnostics: tuple[Diagnostic, ...] = ()
    container: str = TEXT
    pages: tuple[int, ...] = ()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    def line_text(self, number: int) -> str:
        """Return a line by its 1-based number, without its end."""
        starts = self.index.starts
        if number > len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def page(self, offset: int) -> int | None:
        """Return the 1-based number of the page that holds the character at an offset, None without pages."""
        return max(1, bisect.bisect_right(self.pages, offset)) if self.pages else None

    def diagnose(self, finding: Finding, unit: str | None = None) -> Diagnostic:
        """Return a finding as a diagnostic with its place and the words around it, and the page in its message."""
        page = self.page(finding.offset)
        if page and len(self.pages) > 1:
            finding = replace(finding, message=f"{finding.message}, page {page}")
        return placed(finding, self.file, self.text, self.index, unit)


def refused(file: str, content: bytes, kind: str, message: str) -> SourceText:
    """Return a raw file without text and the diagnostic that says why."""
    return SourceText(file, content, "", LineIndex.of(""), (diagnostic(kind, file, 1, message),))
