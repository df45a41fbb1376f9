"""How paragraphs and runs look: what styles say, and what is said on the spot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from generator.reading.containers.word.markup import Node, whole_number

_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
_BODY_TEXT = 9


@dataclass(frozen=True, slots=True)
class Look:
    """What matters of the properties of a paragraph or run; None where nothing is said.

    Lengths are in twips, a twentieth of a point. ``first_line`` is how much further right the first line begins.
    """

    heading: int | None = None
    list_id: str | None = None
    level: int | None = None
    left: int | None = None
    first_line: int | None = None
    page_before: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None

    def over(self, other: Look) -> Look:
        """Return this look with what it does not say taken from another."""
        return Look(*(getattr(other, name) if (own := getattr(self, name)) is None else own for name in _NAMES))


_NAMES = tuple(one.name for one in fields(Look))
PLAIN = Look()


def paragraph_look(properties: Node | None) -> Look:
    """Return what the properties (``w:pPr``) of a paragraph or its style say."""
    if properties is None:
        return PLAIN
    left, first_line = _indents(properties.find("w:ind"))
    outline = properties.number("w:outlineLvl")
    return Look(
        heading=None if outline is None else (outline + 1 if 0 <= outline < _BODY_TEXT else 0),
        list_id=properties.value("w:numPr", "w:numId"),
        level=properties.number("w:numPr", "w:ilvl"),
        left=left,
        first_line=first_line,
        page_before=properties.flag("w:pageBreakBefore"),
    )


def run_look(properties: Node | None) -> Look:
    """Return what the properties (``w:rPr``) of a run or its style say."""
    if properties is None:
        return PLAIN
    return Look(bold=properties.flag("w:b"), hidden=properties.flag("w:vanish"))


def _indents(node: Node | None) -> tuple[int | None, int | None]:
    if node is None:
        return None, None
    names = node.attributes
    left = whole_number(names.get("w:left", names.get("w:start")))
    hanging, first = whole_number(names.get("w:hanging")), whole_number(names.get("w:firstLine"))
    return left, first if hanging is None else -hanging


@dataclass(slots=True)
class Styles:
    """The looks of the named styles of a document, those they are based on worked in."""

    looks: dict[str, Look] = field(default_factory=dict)
    default: str | None = None

    def look(self, name: str | None) -> Look:
        return self.looks.get(name or self.default or "", PLAIN)


def read_styles(root: Node | None) -> Styles:
    """Return the styles of a styles part; a style based on itself ends where the circle closes."""
    nodes = {node.attributes.get("w:styleId", ""): node for node in root.nodes("w:style")} if root else {}
    looks: dict[str, Look] = {}
    for start in nodes:
        for name in reversed(list(_bases(start, nodes, looks))):
            below = looks.get(nodes[name].value("w:basedOn") or "", PLAIN)
            looks[name] = _own(nodes[name]).over(below)
    kinds = (
        name
        for name, node in nodes.items()
        if node.attributes.get("w:type") == "paragraph" and node.attributes.get("w:default") in ("1", "true")
    )
    return Styles(looks, next(kinds, None))


def _bases(name: str, nodes: dict[str, Node], done: dict[str, Look]) -> Iterator[str]:
    """Yield a style and those it is based on as far as their looks are not known yet."""
    seen: set[str] = set()
    while name in nodes and name not in done and name not in seen:
        seen.add(name)
        yield name
        name = nodes[name].value("w:basedOn") or ""


def _own(node: Node) -> Look:
    name = node.value("w:name") or ""
    match = _HEADING.fullmatch(name)
    named = Look(heading=int(match.group(1)) if match else 1 if name.casefold() == "title" else None)
    said = paragraph_look(node.find("w:pPr")).over(run_look(node.find("w:rPr")))
    return named.over(said)
