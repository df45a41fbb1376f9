"""One diagnostic: a finding about one place of one raw file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics.kinds import KINDS


class Severity(StrEnum):
    """How much a finding matters: an error keeps something from being published."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_ORDER = (Severity.INFO, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: its id, severity, raw file and 1-based line, what is wrong and what to do.

    ``unit`` is the code of the unit concerned, where there is one; ``excerpt`` the offending line as printed.
    """

    file: str
    line: int
    id: str
    severity: Severity
    message: str
    hint: str
    unit: str | None = None
    excerpt: str | None = None


def diagnostic(
    id: str,  # noqa: A002 - the public name of the field
    file: str,
    line: int,
    message: str,
    *,
    severity: Severity | None = None,
    hint: str | None = None,
    unit: str | None = None,
    excerpt: str | None = None,
) -> Diagnostic:
    """Return a diagnostic of a known id; severity and hint are those of its kind unless given.

    Raises `KeyError` for an id that is not in the table of kinds.
    """
    kind = KINDS[id]
    return Diagnostic(
        file=file,
        line=line,
        id=id,
        severity=severity or Severity(kind.severity),
        message=message,
        hint=kind.hint if hint is None else hint,
        unit=unit,
        excerpt=excerpt,
    )


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """Return the highest severity among the diagnostics, None where there are none."""
    return max((d.severity for d in diagnostics), key=_ORDER.index, default=None)
