"""Reference pages made from the program's own tables: diagnostics, labels, code grammars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.addresses import CODES, LABELS
from generator.contents import Contents
from generator.model.codes import GRAMMARS
from generator.pages.page import Page
from generator.pages.reference_diagnostics import diagnostics_page
from generator.reading.vocabulary import LABELS as VOCABULARY
from generator.text.slugs import slug


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    anchor: str
    cells: tuple[str, ...]


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
        ReferenceRow(grammar.name, (grammar.name, grammar.publisher, grammar.pattern.pattern)) for grammar in GRAMMARS
    )
    return ("Grammar", "Publisher and parts", "Pattern"), (ReferenceTable("", "", "Code grammars", rows),)


def _labels() -> tuple[tuple[str, ...], tuple[ReferenceTable, ...]]:
    parts = []
    for publisher, labels in groupby(VOCABULARY, key=lambda label: label.publisher):
        anchor = slug(publisher)
        rows = tuple(
            ReferenceRow(f"{anchor}-{number}", (label.text, label.field.replace("_", " ")))
            for number, label in enumerate(labels, 1)
        )
        parts.append(ReferenceTable(publisher, anchor, f"Labels, {publisher}", rows))
    return ("Label", "Field"), tuple(parts)
