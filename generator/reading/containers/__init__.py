"""Containers: from the bytes or text of a file to lines without markup. Only the container of a file is detected."""

from __future__ import annotations

from dataclasses import replace

from generator.reading.containers import pdf, text_lines, web_pages, word
from generator.reading.containers.column_heads import without_column_heads
from generator.reading.containers.garbling import garbled
from generator.reading.contents import Contents
from generator.source import HTML, PDF, WORD, SourceText

_MARKDOWN_NAMES = (".md", ".markdown", ".mkd")


def read_contents(source: SourceText) -> Contents:
    """Return what a raw file holds; never raises, whatever the file."""
    contents = without_column_heads(_contents(source))
    if any(finding.id == "garbled-text" for finding in contents.findings):
        return contents
    return replace(contents, findings=(*contents.findings, *garbled(contents.lines)))


def _contents(source: SourceText) -> Contents:
    if source.container == PDF:
        return _named(source.file, pdf.read(source.content))
    if source.container == WORD:
        return word.read(source.content)
    if source.container == HTML:
        return web_pages.read(source.text)
    return text_lines.read(source.text, markdown=source.file.lower().endswith(_MARKDOWN_NAMES))


def _named(file: str, contents: Contents) -> Contents:
    """Return the contents of a PDF file; where it is called otherwise and cannot be read, it is a binary file."""
    if contents.text or file.lower().endswith(".pdf"):
        return contents
    findings = (
        replace(finding, id="binary-file") if finding.id == "broken-file" else finding for finding in contents.findings
    )
    return replace(contents, findings=tuple(findings))
