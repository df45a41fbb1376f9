"""Containers: from the text of a file to lines without markup. Only the container of a file is detected."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Finding
from generator.reading.containers import text_lines
from generator.reading.lines import Line


@dataclass(frozen=True, slots=True)
class Contents:
    """The lines of a file, the names of the containers they came in, and what was found on the way."""

    lines: tuple[Line, ...]
    containers: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def read_contents(text: str) -> Contents:
    """Return the lines of a raw text."""
    lines, containers, findings = text_lines.read(text)
    return Contents(tuple(lines), tuple(containers), tuple(findings))
