"""The bytes of one raw file as text, with what there is to say about its encoding and its characters."""

from __future__ import annotations

from generator.diagnostics import placed
from generator.positions import LineIndex
from generator.source.cleaning import Cleaning
from generator.source.encodings import decoded
from generator.source.signatures import Refusal, container_of, is_web_page
from generator.source.source_text import HTML, TEXT, SourceText, refused

_LARGEST_TEXT = 32 * 2**20
_MOST_MARKS = 150_000
"""Bytes, and lines, tags and bullets of a text file that is read; the largest books published have a quarter of them.

Each of these marks may begin an item: what a file takes to read grows with their number more than with its length.
"""
_BULLETS = "•●○◦‣▪■♦◆◇➢\uf0a7\uf0b7\uf0d8"


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
    text, findings = ("", ()) if len(content) > _LARGEST_TEXT else decoded(content)
    if not text or _count_of_marks(text) > _MOST_MARKS:
        message = f"a text may have {_LARGEST_TEXT >> 20} MB and {_MOST_MARKS:,} lines, tags and bullets"
        return refused(file, content, "file-too-large", message)
    raw_index = LineIndex.of(text)
    cleaning = Cleaning()
    clean = cleaning.clean(text)
    findings += tuple(cleaning.findings())
    diagnostics = tuple(placed(finding, file, text, raw_index) for finding in findings)
    if not clean.strip():
        return refused(file, content, "empty-file", "the file holds no text")
    container = HTML if is_web_page(file, clean) else TEXT
    return SourceText(file, content, clean, LineIndex.of(clean), diagnostics, container)


def _count_of_marks(text: str) -> int:
    """Return how many lines, opening tags and bullets a text has; line ends of two characters count once."""
    lines = sum(map(text.count, "\n\r\f")) - text.count("\r\n")
    return lines + text.count("<") - text.count("</") + sum(map(text.count, _BULLETS))
