"""The bytes of one raw file as text, with what there is to say about its encoding and its characters."""

from __future__ import annotations

from generator.diagnostics import placed
from generator.positions import LineIndex
from generator.source.cleaning import Cleaning
from generator.source.encodings import decoded
from generator.source.signatures import Refusal, container_of, is_web_page
from generator.source.source_text import HTML, TEXT, SourceText, refused


def decode(file: str, content: bytes) -> SourceText:
    """Return the bytes of a raw file as text with what there is to say about its encoding.

    Word and PDF files come without text. A file that cannot be read gives an empty text and an error.
    """
    if not content.strip():
        return refused(file, content, "empty-file", "the file holds no text" if content else "the file has 0 bytes")
    container = container_of(file, content)
    if isinstance(container, Refusal):
        return refused(file, content, container.kind, container.message)
    if container != TEXT:
        return SourceText(file, content, "", LineIndex.of(""), container=container)
    text, findings = decoded(content)
    raw_index = LineIndex.of(text)
    cleaning = Cleaning()
    clean = cleaning.clean(text)
    findings += tuple(cleaning.findings())
    diagnostics = tuple(placed(finding, file, text, raw_index) for finding in findings)
    if not clean.strip():
        return refused(file, content, "empty-file", "the file holds no text")
    container = HTML if is_web_page(file, clean) else TEXT
    return SourceText(file, content, clean, LineIndex.of(clean), diagnostics, container)
