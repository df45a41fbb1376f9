"""One diagnostic: a finding about one place of one raw file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics.kinds import KINDS

REFERENCE = "reference/diagnostics/"
"""The page of the site that explains every id, below the site's root."""


class Severity(StrEnum):
    """How much a finding matters: an error keeps something from being published."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_ORDER = (Severity.INFO, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: its id, severity, raw file and 1-based line, what is wrong and what to do.

    ``unit`` is the code of the unit concerned, where there is one. ``column`` is the 1-based character of the
    line at which the spot begins; ``end_line`` the line in which it ends, where its length is known. ``excerpt``
    is the offending line as printed, of a long line the words around the spot, and ``mark`` the characters of
    the excerpt that are the spot (start and end, counted from 0).
    """

    file: str
    line: int
    id: str
    severity: Severity
    message: str
    hint: str
    unit: str | None = None
    excerpt: str | None = None
    column: int | None = None
    end_line: int | None = None
    mark: tuple[int, int] | None = None

    @property
    def see(self) -> str:
        """Where the site explains the id, below its root."""
        return f"{REFERENCE}#{self.id}"


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
    column: int | None = None,
    end_line: int | None = None,
    mark: tuple[int, int] | None = None,
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
        column=column,
        end_line=end_line,
        mark=mark,
    )


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """Return the highest severity among the diagnostics, None where there are none."""
    return max((d.severity for d in diagnostics), key=_ORDER.index, default=None)
