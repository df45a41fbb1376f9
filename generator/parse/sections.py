"""What the model has no field for, kept under the label as printed: sections with items, and single values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.diagnostics import Finding
from generator.model import Section
from generator.parse.claims import Claims
from generator.parse.requirements import to_requirements
from generator.positions import joined
from generator.reading import RawField
from generator.reading.labels import COLONS
from generator.reading.outline import nest, read_items
from generator.text.folding import folded_blanks


def label_text(raw: RawField) -> str:
    """Return the label of a field as printed, without what sets it apart from its value."""
    printed = folded_blanks(raw.label.text).rstrip(f"{COLONS} -–—")
    return printed or raw.field.replace("_", " ").capitalize()


def parse_section(raw: RawField, claims: Claims) -> Section:
    """Return a section: what stands before its first item is its introduction."""
    items, before = read_items(raw.lines)
    introduction = joined(line.passage for line in before)
    roots, _ = nest(items)
    place = claims.place(raw.label)
    return Section(label_text(raw), claims.take(introduction) or None, to_requirements(roots, claims), place)


def extra_fields(printed: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return single values by their labels; what is printed under one label twice stands together, once if the same."""
    values: dict[str, list[str]] = {}
    for label, value in printed:
        under = values.setdefault(label, [])
        if value and value not in under:
            under.append(value)
    return tuple((label, "; ".join(under)) for label, under in values.items())


def printed_fields(printed: Sequence[RawField], claims: Claims) -> Iterator[tuple[str, str]]:
    """Yield label and value of fields that the model does not have."""
    for raw in printed:
        yield label_text(raw), claims.take(joined(line.passage for line in raw.lines))


def unknown_fields(printed: Sequence[RawField]) -> Iterator[Finding]:
    """Yield a finding for every label that no field of the model takes."""
    for raw in printed:
        yield Finding("unknown-field", raw.label.span.start, f"the field {label_text(raw)!r} is kept as an extra field")
