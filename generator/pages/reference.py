"""Reference pages made from the program's own tables: diagnostics, labels, code grammars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import CODES, LABELS
from generator.contents import Contents
from generator.model.codes import GRAMMARS
from generator.pages.page import Page
from generator.pages.reference_diagnostics import diagnostics_page
from generator.reading.vocabulary import EXTRA_FIELD, SECTION
from generator.reading.vocabulary import LABELS as VOCABULARY
from generator.text.slugs import slug

_FIELD_NAMES = {SECTION: "A section of its own", EXTRA_FIELD: "A further field", "header": "Heading of a sheet"}


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A row: what it is about, a sentence on it, and what is typed exactly so in a raw file or in the program."""

    anchor: str
    head: str
    words: str
    typed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReferenceTable:
    heading: str
    anchor: str
    caption: str
    rows: tuple[ReferenceRow, ...]


@dataclass(frozen=True, slots=True)
class ReferenceView:
    introduction: str
    columns: tuple[str, ...]
    parts: tuple[ReferenceTable, ...]


def pages(contents: Contents) -> Iterator[Page]:  # noqa: ARG001 - every page kind is called alike
    """Yield the reference pages."""
    yield diagnostics_page()
    yield _page(
        CODES, "Codes", "The grammars of codes the program knows, in the order in which they are tried.", _codes()
    )
    yield _page(LABELS, "Labels", "The labels the reader recognises, by who prints them.", _labels())


def _page(
    address: str, title: str, introduction: str, table: tuple[tuple[str, ...], tuple[ReferenceTable, ...]]
) -> Page:
    columns, parts = table
    view = ReferenceView(introduction, columns, parts)
    return Page(address, "reference.md.jinja", title, introduction, view, search_boost=0.2)


def _codes() -> tuple[tuple[str, ...], tuple[ReferenceTable, ...]]:
    rows = tuple(
        ReferenceRow(grammar.name, grammar.name, grammar.publisher, (grammar.pattern.pattern,)) for grammar in GRAMMARS
    )
    return ("Grammar", "Publisher and parts", "Pattern"), (ReferenceTable("", "", "Code grammars", rows),)


def _labels() -> tuple[tuple[str, ...], tuple[ReferenceTable, ...]]:
    publishers: dict[str, dict[str, list[str]]] = {}
    for label in VOCABULARY:
        publishers.setdefault(label.publisher, {}).setdefault(label.field, []).append(label.text)
    parts = []
    for publisher, fields in publishers.items():
        anchor = slug(publisher)
        rows = tuple(
            ReferenceRow(f"{anchor}-{slug(field)}", _field_name(field), "", tuple(labels))
            for field, labels in fields.items()
        )
        parts.append(ReferenceTable(_begun(publisher), anchor, f"Labels, {publisher}", rows))
    return ("Field", "Labels"), tuple(parts)


def _field_name(field: str) -> str:
    return _FIELD_NAMES.get(field, _begun(field.replace("_", " ")))


def _begun(words: str) -> str:
    """Return words as they begin a line."""
    return f"{words[:1].upper()}{words[1:]}"
