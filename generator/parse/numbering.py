"""Numbers of elements: gaps, repeats, order. They are reported, never repaired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.diagnostics import Finding


def successor(number: str) -> str | None:
    """Return the number that follows: 6.2 after 6.1; None where letters number the elements."""
    *parents, last = number.split(".")
    return ".".join([*parents, str(int(last) + 1)]) if last.isdigit() else None


def numbering_findings(numbers: Sequence[tuple[str, int]], field_number: str | None) -> Iterator[Finding]:
    """Yield what is odd about element numbers, given as printed with the offset of their headings.

    ``field_number`` is the number of the section itself, which needs no heading.
    """
    known = [(tuple(int(part) for part in text.split(".")), text, offset) for text, offset in numbers if text]
    seen = {number for number, _, _ in known}
    yield from _missing_parents(known, seen, field_number)
    for (before, before_text, _), (number, text, offset) in pairwise(known):
        if number == before:
            yield Finding("numbering-repeat", offset, f"element number {text} appears twice in a row")
        elif number < before:
            yield Finding("numbering-order", offset, f"element {text} comes after element {before_text}")
        elif not _follows(before, number):
            yield Finding("numbering-gap", offset, f"element {text} follows element {before_text}")


def _follows(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Tell whether a number may stand after another: 2, 2.1 or 2.1 without 2 after 1; 3 after 2.4."""
    for depth in range(min(len(before), len(number))):
        if before[depth] != number[depth]:
            return number[depth] == before[depth] + 1 and all(part == 1 for part in number[depth + 1 :])
    return all(part == 1 for part in number[len(before) :])


def _missing_parents(
    known: Sequence[tuple[tuple[int, ...], str, int]], seen: set[tuple[int, ...]], field_number: str | None
) -> Iterator[Finding]:
    children: dict[tuple[int, ...], list[tuple[str, int]]] = {}
    for number, text, offset in known:
        if len(number) > 1 and number[:-1] not in seen:
            children.setdefault(number[:-1], []).append((text, offset))
    for parent, found in children.items():
        name = ".".join(map(str, parent))
        if name != field_number:
            first, last = found[0], found[-1]
            which = f"{first[0]} has" if first == last else f"{first[0]} to {last[0]} have"
            yield Finding("missing-parent-heading", first[1], f"{which} no heading {name} above")
