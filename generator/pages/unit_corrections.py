"""What a human corrected in a unit: a note beside each spot, and a list of what was there and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model import Correction, Unit
from generator.pages.fragments import Fragment
from generator.pages.unit_facts import Fact

_FIELDS = {
    "title": "Title",
    "code": "Code",
    "level": "Level",
    "credit": "Credit",
    "range": "Range",
    "functional_area": "Functional area",
    "industry": "Industry",
    "remark": "Remark",
    "version": "Version",
    "published": "Published",
    "superseded": "Superseded",
    "last_use": "Last use",
}
_NODES = {"heading": "Heading of", "split": "Split in several:", "join": "Put together from several:"}


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction in words; ``was`` is empty where the source has nothing there."""

    anchor: str
    what: str
    was: str
    now: str
    reason: str
    origin: str


class Corrections:
    """The corrections of one unit by the place they concern."""

    def __init__(self, unit: Unit, address: str) -> None:
        self._address = address
        self._unit = unit
        self._numbers = {one.path: number for number, one in enumerate(unit.corrections, 1)}

    def of(self, path: str) -> str | None:
        """Return where the page explains the correction of a field or node, None where it was not corrected."""
        number = self._numbers.get(path)
        return None if number is None else f"{self._address}#{_anchor(number)}"

    def marked(self, fact: Fact) -> Fact:
        """Return a fact of the page's head with a note where it was corrected."""
        field = next((name for name, label in _FIELDS.items() if label == fact.label), "")
        target = self.of(field)
        if target is None:
            return fact
        before = (Fragment("; "),) if fact.note else ()
        return replace(fact, note=(*fact.note, *before, Fragment("corrected by hand", target)))

    def views(self) -> tuple[CorrectionView, ...]:
        """Return all corrections in the order of the fix files."""
        return tuple(_view(number, one) for number, one in enumerate(self._unit.corrections, 1))


def _anchor(number: int) -> str:
    return f"correction-{number}"


def _view(number: int, correction: Correction) -> CorrectionView:
    what = _FIELDS[correction.path] if correction.kind == "set" else f"{_NODES[correction.kind]} {correction.path}"
    origin = ", ".join(filter(None, (correction.by, correction.date, f"{correction.file}, line {correction.line}")))
    return CorrectionView(_anchor(number), what, correction.was or "", correction.now, correction.reason, origin)
