"""Diagnostics as terminal text, as annotations of a pull request, as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.text.wording import counted

_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.INFO: "\x1b[36m"}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics by file and line, each once."""
    return tuple(sorted(set(diagnostics), key=lambda found: (found.file, found.line, found.id, found.message)))


def as_text(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """Return one paragraph per diagnostic: place, severity, message and id, the line, what to do."""
    return "".join(_paragraph(found, colour=colour) for found in diagnostics)


def _paragraph(found: Diagnostic, *, colour: bool) -> str:
    tint, bold, dim, plain = (_COLOURS[found.severity], _BOLD, _DIM, _PLAIN) if colour else ("", "", "", "")
    place = f"{bold}{_harmless(found.file)}:{found.line}{plain}"
    lines = [f"{place}: {tint}{found.severity}{plain}: {_harmless(found.message)} [{found.id}]"]
    if found.excerpt:
        lines.append(f"    {dim}{found.line} |{plain} {_harmless(found.excerpt)}")
    if found.hint:
        lines.append(f"    {dim}hint:{plain} {found.hint}")
    return "\n".join(lines) + "\n"


def _harmless(text: str) -> str:
    """Return text that cannot steer a terminal: what is not printable is spelled out."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


def as_github(diagnostics: Iterable[Diagnostic], folder: str = "") -> str:
    """Return workflow commands that annotate the lines of a pull request; ``folder`` goes before each file.

    Source: GitHub Actions, workflow commands; percent signs and line ends of values are escaped as it asks.
    """
    return "".join(
        f"::{_GITHUB[found.severity]} file={_property(folder + found.file)},line={found.line},"
        f"title={_property(found.id)}::{_data(f'{found.message}. {found.hint}'.strip())}\n"
        for found in diagnostics
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """Return diagnostics in the form of the public interface."""
    return [
        {
            "id": found.id,
            "severity": str(found.severity),
            "file": found.file,
            "line": found.line,
            "message": found.message,
            "hint": found.hint,
            **({"unit": found.unit} if found.unit else {}),
        }
        for found in diagnostics
    ]


def counts(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many diagnostics there are of each severity, in words: "1 error, 3 warnings, 2 notes"."""
    found = Counter(one.severity for one in diagnostics)
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    return ", ".join(counted(found[level], word) for level, word in words.items())
