"""Codes of both Hong Kong grammars, each given out once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

_VERSIONS = "ABCDEFGH"
_SERIALS = 99


@dataclass(frozen=True, slots=True)
class GivenCode:
    """A code and what its grammar says about it."""

    text: str
    base: str
    version: str | None
    level: int


class CodeRegister:
    """Gives out codes; serial numbers count up in each area and level, registration numbers over all."""

    def __init__(self) -> None:
        self._serials: Counter[tuple[str, int]] = Counter()
        self._registered = 410_000

    def lettered(self, prefix: str, level: int, versions: int) -> list[GivenCode]:
        """Return one code a version (YCKFPR204A, ...B); registration numbers where an area has no serial left."""
        self._serials[prefix, level] += 1
        serial = self._serials[prefix, level]
        if serial > _SERIALS:
            return [self.numeric(level) for _ in range(versions)]
        base = f"{prefix}{level}{serial:02}"
        return [GivenCode(base + letter, base, letter, level) for letter in _VERSIONS[:versions]]

    def numeric(self, level: int) -> GivenCode:
        """Return a code of the younger grammar (410001L2), which has no version."""
        self._registered += 1
        base = f"{self._registered:06}"
        return GivenCode(f"{base}L{level}", base, None, level)
