"""One kind of finding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding; ``severity`` is the usual one, "error", "warning" or "info"."""

    id: str
    severity: str
    meaning: str
    hint: str
