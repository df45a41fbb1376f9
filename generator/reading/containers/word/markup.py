"""The XML of one part as a tree of nodes, without document types, entities or recursion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

MOST_NODES = 1_000_000
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
}
"""Prefixes for the names of both editions of the standard (ISO/IEC 29500 transitional and strict)."""
_HOLD_TEXT = frozenset({"w:t", "w:instrText", "m:t"})
_OFF = frozenset({"0", "false", "off"})


class Unreadable(Exception):  # noqa: N818 - it is a state of the file, reported as a finding
    """The file cannot be read; ``kind`` is the id of the finding that says so."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


@dataclass(slots=True)
class Node:
    """An element: its name with the usual prefix ("w:p"), its attributes, the elements and the text in it."""

    name: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def nodes(self, name: str) -> Iterator[Node]:
        """Yield the children of a name."""
        return (child for child in self.children if child.name == name)

    def find(self, *path: str) -> Node | None:
        """Return the first element down a path of names."""
        node: Node | None = self
        for name in path:
            node = next(node.nodes(name), None) if node else None
        return node

    def value(self, *path: str) -> str | None:
        """Return the value (``w:val``) of the first element down a path of names."""
        node = self.find(*path)
        return node.attributes.get("w:val") if node else None

    def flag(self, *path: str) -> bool | None:
        """Return whether a switch is on or off, None where it is not mentioned."""
        node = self.find(*path)
        return None if node is None else node.attributes.get("w:val", "1") not in _OFF

    def number(self, *path: str) -> int | None:
        return whole_number(self.value(*path))


def whole_number(text: str | None) -> int | None:
    """Return a number written in an attribute, None where it is none or far too large."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


@dataclass(slots=True)
class Budget:
    """How many elements may still be read from the parts of one file."""

    nodes: int = MOST_NODES


@dataclass(slots=True)
class _Building:
    part: str
    budget: Budget
    root: Node = field(default_factory=lambda: Node("", {}))
    path: list[Node] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.budget.nodes -= 1
        if self.budget.nodes < 0:
            raise Unreadable("broken-file", f"the document holds more than {MOST_NODES} elements")
        node = Node(self.name(name), {self.name(key): value for key, value in attributes.items()})
        (self.path[-1] if self.path else self.root).children.append(node)
        self.path.append(node)

    def end(self, _name: str) -> None:
        node = self.path.pop()
        if self.pieces:
            node.text, self.pieces = "".join(self.pieces), []

    def characters(self, text: str) -> None:
        if self.path and self.path[-1].name in _HOLD_TEXT:
            self.pieces.append(text)

    def document_type(self, *_: object) -> None:
        raise Unreadable("broken-file", f"the part {self.part} declares a document type, which Word never does")

    def name(self, name: str) -> str:
        if name not in self.names:
            space, _, local = name.rpartition("}")
            self.names[name] = _PREFIXES.get(space, "other:" if space else "") + local
        return self.names[name]


def parse(content: bytes, part: str, budget: Budget) -> Node:
    """Return the root of a part; raises `Unreadable` where it is no XML, declares entities or is too large."""
    building = _Building(part, budget)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = building.start
    parser.EndElementHandler = building.end
    parser.CharacterDataHandler = building.characters
    parser.StartDoctypeDeclHandler = building.document_type
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Unreadable("broken-file", f"the part {part} is no well-formed XML: {error}") from error
    return building.root.children[0]


def events(root: Node, shown: Callable[[Node], Sequence[Node]]) -> Iterator[tuple[Node, bool]]:
    """Yield a node and all below it when they begin and when they end; ``shown`` gives the children to visit."""
    pending = [(root, True)]
    while pending:
        node, entering = pending.pop()
        yield node, entering
        if entering:
            pending.append((node, False))
            pending += [(child, True) for child in reversed(shown(node))]
