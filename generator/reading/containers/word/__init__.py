"""Word documents (WordprocessingML, ISO/IEC 29500): read as Word shows them, with the numbers its lists print.

A reader of our own: list numbers stand in a part of their own, tracked changes, content controls and text boxes
hold words, and libraries that turn documents into HTML lose some of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Finding
from generator.reading.containers.word.body import drafts_of
from generator.reading.containers.word.drafts import PAGE, Draft
from generator.reading.containers.word.looks import read_styles
from generator.reading.containers.word.markup import Node, Unreadable
from generator.reading.containers.word.numbering import read_numbering
from generator.reading.containers.word.package import Package, open_package
from generator.reading.containers.word.rendition import rendered
from generator.reading.containers.word.walk import Walk
from generator.reading.contents import Contents

__all__ = ["read"]

_CONTAINER = "Word document"


def read(content: bytes) -> Contents:
    """Return the contents of a Word document; never raises, whatever the bytes."""
    try:
        return _read(open_package(content))
    except Unreadable as problem:
        return Contents("", (), (_CONTAINER,), (Finding(problem.kind, 0, problem.message),))


def _read(package: Package) -> Contents:
    root = package.part(package.main)
    body = root.find("w:body") if root else None
    if body is None:
        raise Unreadable("broken-file", f"the part {package.main} with the text of the document is missing")
    styles = read_styles(next(package.related("styles"), None))
    numbering = read_numbering(next(package.related("numbering"), None), styles)
    walk = Walk(styles, numbering, [section.value("w:type") or "" for section in _sections(body)])
    walk.notes = _notes(package)
    drafts = drafts_of(body, walk)
    aside = [*_gathered(walk.hidden), *_comments(package, walk), *_running_heads(package, walk)]
    containers = (_CONTAINER, "Word table") if walk.has_tables else (_CONTAINER,)
    return rendered(drafts, aside, containers)


def _sections(body: Node) -> Iterator[Node]:
    """Yield the properties of the sections, in their order: each stands in its last paragraph."""
    pending = [body]
    while pending:
        node = pending.pop()
        if node.name == "w:sectPr":
            yield node
        elif node.name != "w:r":
            pending += reversed(node.children)


def _notes(package: Package) -> dict[tuple[str, str], Node]:
    """Return the footnotes and endnotes by kind and id."""
    return {
        (kind, node.attributes.get("w:id", "")): node
        for kind in ("footnote", "endnote")
        for root in package.related(f"{kind}s")
        for node in root.nodes(f"w:{kind}")
    }


def _comments(package: Package, walk: Walk) -> Iterator[tuple[str, str]]:
    for root in package.related("comments"):
        for node in root.nodes("w:comment"):
            yield from (("comment", text) for text in _texts(node, walk))


def _running_heads(package: Package, walk: Walk) -> Iterator[tuple[str, str]]:
    """Yield the lines of headers and footers, each distinct one once."""
    roots = [root for kind in ("header", "footer") for root in package.related(kind)]
    lines = dict.fromkeys(text for root in roots for text in _texts(root, walk))
    return (("running head", text) for text in lines)


def _texts(root: Node, walk: Walk) -> list[str]:
    drafts: list[Draft] = drafts_of(root, Walk(walk.styles, walk.numbering))
    return [draft.text.replace(PAGE, "") for draft in drafts]


def _gathered(hidden: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield words that do not show, runs of one rule as one line."""
    text, last = "", ""
    for rule, piece in [*hidden, ("", "")]:
        if rule != last and text.strip():
            yield last, " ".join(text.split())
        text = piece if rule != last else text + piece
        last = rule
