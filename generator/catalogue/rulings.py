"""What humans decided about units: which supersedes which, whether they are equivalent, dates, other names."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Equivalence(StrEnum):
    """Whether holders of the old unit hold the new one too."""

    EQUIVALENT = "equivalent"
    MINOR_CHANGES = "equivalent with minor changes"
    NOT_EQUIVALENT = "not equivalent"


@dataclass(frozen=True, slots=True)
class SuccessionRuling:
    """A decision that ``new`` supersede ``old``: several new codes are a split, several old ones a merger.

    ``published`` is a date of the new units, ``superseded`` and ``last_use`` are dates of the old ones;
    ``date`` and ``who`` say when and by whom it was ruled. ``line`` is where it stands in the file.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    date: datetime.date
    who: str
    equivalence: Equivalence | None = None
    published: datetime.date | None = None
    superseded: datetime.date | None = None
    last_use: datetime.date | None = None
    why: str | None = None
    line: int = 1

    @property
    def sentence(self) -> str:
        return f"ruled on {self.date.isoformat()} by {self.who}"


@dataclass(frozen=True, slots=True)
class UnitRuling:
    """Facts about one unit that its sheet does not print: its other names, its dates."""

    code: str
    aliases: tuple[str, ...] = ()
    published: datetime.date | None = None
    last_use: datetime.date | None = None
    why: str | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class Rulings:
    """A rulings file, entries in the order of the file."""

    file: str = ""
    successions: tuple[SuccessionRuling, ...] = ()
    units: tuple[UnitRuling, ...] = ()


NO_RULINGS = Rulings()
