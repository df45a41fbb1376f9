"""What a human corrected in a unit: a note beside each spot, and a list of what was there and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import Correction, Unit, anchor, nodes
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
_HEAD = ("title", "code")
_LAST_NUMBER = re.compile(r"\d+$")
_NODES = {"heading": "Heading of {}", "split": "{} split in several", "join": "{} put together from several"}


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction in words; ``was`` is empty where the source has nothing there, ``place`` the anchor it concerns."""

    anchor: str
    what: str
    place: str | None
    was: tuple[str, ...]
    now: tuple[str, ...]
    reason: str
    origin: str


class Corrections:
    """The corrections of one unit by the place they concern."""

    def __init__(self, unit: Unit, address: str) -> None:
        self._address = address
        self._unit = unit
        self._numbers = {path: number for number, one in enumerate(unit.corrections, 1) for path in _made(unit, one)}

    def of(self, path: str) -> str | None:
        """Return where the page explains the correction of a field or node, None where it was not corrected."""
        number = self._numbers.get(path)
        return None if number is None else f"{self._address}#{_anchor(number)}"

    def of_head(self) -> tuple[tuple[str, str], ...]:
        """Return what was corrected of the page's heading, each with where the page explains it."""
        return tuple((_FIELDS[field], target) for field in _HEAD if (target := self.of(field)))

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


def _made(unit: Unit, correction: Correction) -> Iterator[str]:
    """Yield what a correction made: a field or a node, of a split every piece."""
    yield correction.path
    if correction.kind != "split":
        return
    texts = {node.name: node.text or "" for node in nodes(unit)}
    name, together = correction.path, texts.get(correction.path, "")
    while together != correction.now:
        name = _LAST_NUMBER.sub(lambda number: str(int(number.group()) + 1), name)
        if name not in texts:
            return
        yield name
        together += f" | {texts[name]}"


def _anchor(number: int) -> str:
    return f"correction-{number}"


def _view(number: int, correction: Correction) -> CorrectionView:
    is_field = correction.kind == "set"
    what = _FIELDS[correction.path] if is_field else _NODES[correction.kind].format(_node_words(correction.path))
    origin = ", ".join(filter(None, (correction.by, correction.date, f"{correction.file}, line {correction.line}")))
    return CorrectionView(
        anchor=_anchor(number),
        what=f"{what[0].upper()}{what[1:]}",
        place=None if is_field else anchor(correction.path),
        was=_pieces(correction.was, several=correction.kind == "join"),
        now=_pieces(correction.now, several=correction.kind == "split"),
        reason=correction.reason,
        origin=origin,
    )


def _pieces(text: str | None, *, several: bool) -> tuple[str, ...]:
    return tuple((text or "").split(" | ")) if several else (text,) if text else ()


def _node_words(name: str) -> str:
    """Return what a reader calls a node: "e2" is element 2, "e1.r5.2" requirement 5.2 of element 1, "c1" outcome 1."""
    first, _, rest = name.partition(".")
    if first.startswith("c"):
        return f"outcome {name[1:]}"
    element = f"element {first[1:]}"
    return f"requirement {rest[1:]} of {element}" if rest else element
