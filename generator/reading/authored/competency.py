"""The competency of an authored unit: elements with heading, number, lead-in, requirements and own range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from generator.positions import Passage
from generator.reading.authored.marks import begins_like_an_item, heading_number, items_of, range_label
from generator.reading.containers.markdown import Block
from generator.reading.items import Item
from generator.reading.labels import requirements_label

_NOTHING = Passage("", ())


@dataclass(slots=True)
class AuthoredElement:
    """An element as typed; ``heading`` is empty where it has none, ``number`` None where none is printed."""

    heading: Passage
    number: str | None = None
    mark: Passage = _NOTHING
    lead_in: list[Passage] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    range: Passage | None = None


def elements_of(blocks: Sequence[Block]) -> list[AuthoredElement] | None:
    """Return the elements of a competency section, None where it is not in the authored form.

    Headings are those of Markdown, lines that are bold as a whole, or the items of an outer list that stands above
    lists of requirements. Paragraphs that belong to no element, or begin like items, are another program's text.
    """
    elements: list[AuthoredElement] = []
    typed_headings = any(block.kind == "heading" for block in blocks)
    for block, follower in zip_longest(blocks, blocks[1:]):
        if block.kind == "heading" or (block.bold and not typed_headings):
            elements.append(_headed(block.passage))
        elif block.kind == "paragraph":
            if not _take_paragraph(elements, block):
                return None
        elif not typed_headings and _is_list_of_headings(block, follower):
            elements += _listed(block)
        else:
            if not elements:
                elements.append(AuthoredElement(_NOTHING))
            elements[-1].items += items_of([block])
    return elements


def _headed(passage: Passage, number: str = "") -> AuthoredElement:
    marker, rest = heading_number(passage)
    if marker.kind == "list":
        return AuthoredElement(passage, number or None)
    return AuthoredElement(rest, marker.text, passage.slice(0, len(passage.text) - len(rest.text)))


def _take_paragraph(elements: list[AuthoredElement], block: Block) -> bool:
    """Put a paragraph where it belongs; tell whether the form has a place for it."""
    if not elements:
        return requirements_label(block.passage) == len(block.passage.text)
    if range_label(block.passage) and elements[-1].range is None:
        elements[-1].range = block.passage
        return True
    if any(map(begins_like_an_item, block.lines)):
        return False
    if not elements[-1].items:
        elements[-1].lead_in.append(block.passage)
    return True


def _is_list_of_headings(block: Block, follower: Block | None) -> bool:
    """Tell whether a list holds headings: all of it bold, or each numbered item above a list of its own."""
    first = [parts[0] if parts and parts[0].lines else None for parts in block.items]
    if all(one is not None and one.bold for one in first):
        return True
    above = [len(parts) > 1 for parts in block.items]
    above[-1] = above[-1] or (follower is not None and follower.kind == "list")
    return block.kind == "numbered list" and all(one is not None for one in first) and all(above)


def _listed(block: Block) -> Iterator[AuthoredElement]:
    for parts, number in zip(block.items, block.numbers, strict=True):
        element = _headed(parts[0].passage, number)
        element.lead_in += [part.passage for part in parts[1:] if part.lines]
        element.items += items_of(parts[1:])
        yield element
