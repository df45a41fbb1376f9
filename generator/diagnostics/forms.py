"""Diagnostics as annotations of a pull request, as JSON and in words; as terminal text they stand in `terminal`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.terminal import as_text
from generator.text.wording import counted

__all__ = ["as_github", "as_json", "as_text", "commonest", "counts", "in_order"]

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics by file and line, each once."""
    return tuple(sorted(set(diagnostics), key=lambda found: (found.file, found.line, found.id, found.message)))


def as_github(diagnostics: Iterable[Diagnostic], site_url: str = "") -> str:
    """Return workflow commands that annotate the lines of a pull request, one for each diagnostic.

    ``site_url`` goes before the address that explains an id. Source: GitHub Actions, workflow commands; percent
    signs and line ends of values are escaped as it asks, colons and commas of properties too.
    """
    return "".join(
        f"::{_GITHUB[found.severity]} {','.join(f'{name}={_property(value)}' for name, value in _properties(found))}"
        f"::{_data(f'{found.message}. {found.hint} See {site_url}{found.see}')}\n"
        for found in diagnostics
    )


def _properties(found: Diagnostic) -> Iterable[tuple[str, str]]:
    yield "file", found.file
    yield "line", str(found.line)
    if found.end_line is not None:
        yield "endLine", str(found.end_line)
    # GitHub takes columns only where the spot begins and ends in the same line.
    if found.column is not None and found.end_line in (None, found.line):
        yield "col", str(found.column)
        if found.end_line is not None and found.mark is not None:
            yield "endColumn", str(found.column + found.mark[1] - found.mark[0])
    yield "title", found.id


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
            **({"column": found.column} if found.column else {}),
            "message": found.message,
            "hint": found.hint,
            **({"unit": found.unit} if found.unit else {}),
            "see": found.see,
        }
        for found in diagnostics
    ]


def counts(diagnostics: Iterable[Diagnostic], *, none: bool = True) -> str:
    """Return how many diagnostics there are of each severity, in words: "1 error, 3 warnings, 2 notes".

    Without ``none``, severities of which there are none are left out.
    """
    found = Counter(one.severity for one in diagnostics)
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    return ", ".join(counted(found[level], word) for level, word in words.items() if none or found[level])


def commonest(diagnostics: Iterable[Diagnostic], number: int = 3) -> str:
    """Return the ids found most often with their numbers: "missing-heading 7, missing-field 2"; "" for none."""
    found = Counter(one.id for one in diagnostics)
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{name} {times}" for name, times in ordered[:number])
