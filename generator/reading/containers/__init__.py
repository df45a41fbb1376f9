"""Containers: from the text of a file to lines without markup. Only the container of a file is detected."""

from __future__ import annotations

from generator.reading.containers import text_lines
from generator.reading.contents import Contents


def read_contents(text: str) -> Contents:
    """Return the lines of a raw text."""
    lines, containers, findings = text_lines.read(text)
    return Contents(text, tuple(lines), tuple(containers), tuple(findings))
