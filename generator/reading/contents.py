"""What a container gives: the text of a file, its lines without markup, and what was no part of the text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Finding
from generator.positions import Passage
from generator.reading.lines import Line


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words that belong to no unit, and the name of the rule that put them aside ("page number", ...)."""

    rule: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Contents:
    """A file read: its text, the lines in it, and what was found on the way.

    Every span refers to ``text``: of a text file the decoded text, of a PDF or Word file the text taken out of
    it, one paragraph or table row a line. ``containers`` names the containers met ("plain text", "HTML lists",
    "PDF", ...). ``pages`` holds the offset in the text at which each page begins, nothing where there are no
    pages. ``set_aside`` holds what a container knows to be no part of the document (menus of a web page, running
    heads of a Word file).
    """

    text: str
    lines: tuple[Line, ...]
    containers: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    pages: tuple[int, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
