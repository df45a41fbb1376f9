"""The two sides of a comparison as lines with their keys, and how lines stand to one another within a side."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compare.keys import Wording, wordings
from generator.model import Unit, nodes

NO_ELEMENT = -1
"""Element of a line that is no requirement: the assessment criteria count as one group of their own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One node of a unit.

    ``parent`` is the name of the node above it (None for an element and for a criterion at the top), ``element``
    the number of its element counted from 0, ``slot`` its place among the nodes of the same parent from 0,
    ``missing`` says that the source has no text for it.
    """

    name: str
    wording: Wording
    parent: str | None
    element: int
    slot: int
    missing: bool = False

    @property
    def depth(self) -> int:
        return self.name.count(".")


@dataclass(frozen=True, slots=True)
class Side:
    """All lines of a unit by kind, each kind in reading order."""

    elements: tuple[Line, ...]
    requirements: tuple[Line, ...]
    criteria: tuple[Line, ...]

    @property
    def kinds(self) -> tuple[tuple[Line, ...], ...]:
        return self.elements, self.requirements, self.criteria

    @property
    def canon(self) -> tuple[tuple[str, str, bool], ...]:
        """What is compared, in a form that can be ordered: two sides with equal canon have nothing to tell apart."""
        return tuple((line.name, line.wording.text, line.missing) for lines in self.kinds for line in lines)


def side(unit: Unit) -> Side:
    """Return the lines of a unit."""
    found = nodes(unit)
    keys = wordings(node.text or "" for node in found)
    by_kind: dict[str, list[Line]] = {"element": [], "requirement": [], "criterion": []}
    for node, wording in zip(found, keys, strict=True):
        element = NO_ELEMENT if node.kind == "criterion" else int(node.name.split(".")[0][1:]) - 1
        slot = int(node.name.split(".")[-1].lstrip("erc")) - 1
        by_kind[node.kind].append(Line(node.name, wording, node.parent, element, slot, not node.text))
    return Side(tuple(by_kind["element"]), tuple(by_kind["requirement"]), tuple(by_kind["criterion"]))
