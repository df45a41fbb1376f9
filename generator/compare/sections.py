"""The links of a comparison by section: the elements of the new unit, removed elements, the assessment criteria."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compare.result import Comparison, Link
from generator.model import Unit

CRITERIA = "Assessment criteria"


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one element, or of the assessment criteria, in reading order.

    ``name`` is the position name of the element in the new unit, or in the old one where it was removed ("c" for
    the criteria); ``head`` is the link of the element, None for the criteria and where an earlier section has it.
    """

    name: str
    title: str
    head: Link | None
    rows: tuple[Link, ...]


def sections(comparison: Comparison, *, versions: bool = True) -> tuple[Section, ...]:
    """Return the sections of a comparison in reading order; every link stands in one, heads included.

    An element without counterpart was removed between ``versions``; of other units only one has it.
    """
    alone = "Removed from" if versions else "Only in"
    found: list[tuple[str, str, Link | None, list[Link]]] = []
    shown: set[str] = set()
    for link in comparison.links:
        if link.kind == "element":
            name = (link.new or link.old)[0]
            title = (
                _title(comparison.new, name)
                if link.new
                else f"{alone} {comparison.old.code.name}: {_title(comparison.old, name)}"
            )
            found.append((name, title, link, []))
            shown.update(link.new[:1])
            continue
        name = _section_name(link)
        if name and name not in shown:
            title = CRITERIA if name == "c" else _title(comparison.new, name)
            found.append((name, title, None, []))
            shown.add(name)
        found[-1][3].append(link)
    return tuple(Section(name, title, head, tuple(rows)) for name, title, head, rows in found)


def _section_name(link: Link) -> str:
    """Return the section a row opens or belongs to; "" for a removed requirement, which stays where it stands."""
    if link.kind == "criterion":
        return "c"
    return link.new[0].split(".")[0] if link.new else ""


def _title(unit: Unit, name: str) -> str:
    heading = unit.elements[int(name[1:]) - 1].heading
    return f"Element {name[1:]}: {heading}" if heading else f"Element {name[1:]} (no heading in this source)"
