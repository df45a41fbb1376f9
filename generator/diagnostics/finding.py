"""A finding before it knows its file: what the readers and parsers of one text yield."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic id, the character offset it points at, and the message.

    ``length`` counts the characters from the offset that the finding is about, where that is known.
    """

    id: str
    offset: int
    message: str
    severity: Severity | None = None
    length: int | None = None
