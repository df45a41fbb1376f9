"""The headings of an authored unit and what stands below each: fields, the competency, sections of its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.positions import Passage, joined
from generator.reading.authored.marks import items_of, label_of
from generator.reading.containers.markdown import Block, is_stated
from generator.reading.items import Item
from generator.reading.labels import Opening, requirements_label
from generator.reading.vocabulary import SECTION

TEXT_THAT_FITS_NO_FIELD = "Text that fits no field"
"""The heading below which the authored form keeps what was not understood in another source."""

UNPLACED, TITLE, FRONT = "unplaced", "title", "front"

_NOTHING = Passage("", ())


@dataclass(slots=True)
class AuthoredSection:
    """A heading with the field it opens, and the blocks below it.

    ``field`` is that of a label; "title" of the first heading of all, "section" of a heading that names no field,
    "unplaced" of `TEXT_THAT_FITS_NO_FIELD`, "front" of what stands before every heading but the title.
    ``value`` is what stands behind the label in the heading itself.
    """

    field: str
    label: Passage
    level: int
    blocks: list[Block] = dataclasses.field(default_factory=list)
    value: Passage = _NOTHING

    @property
    def paragraphs(self) -> list[Passage]:
        """The paragraphs before the first list."""
        found = [self.value] if self.value else []
        for block in self.blocks:
            if not block.lines:
                break
            found.append(block.passage)
        return found

    @property
    def items(self) -> list[Item]:
        return items_of(self.blocks)

    @property
    def texts(self) -> list[Passage]:
        """All that stands below the heading, line by line."""
        return [*([self.value] if self.value else []), *_leaves(self.blocks)]


def _leaves(blocks: Sequence[Block]) -> Iterator[Passage]:
    for block in blocks:
        yield from block.lines
        for parts in block.items:
            yield from _leaves(parts)


def heading_label(passage: Passage) -> Opening | None:
    """Return the label a heading is, where it names a field: "Range", "Level: 4", "Competency 能力"."""
    found = label_of(passage)
    if found is None or found.field == SECTION:
        return None
    colon = found.label.text.rstrip().endswith((":", "："))
    named_twice = found.field == "competency" and requirements_label(found.value) == len(found.value.text)
    return found if not found.value or colon or named_twice else None


def sections_of(blocks: Sequence[Block]) -> list[AuthoredSection]:
    """Return the sections of a document, the front first.

    Below Competency, headings of a lower level belong to its elements.
    """
    sections = [AuthoredSection(FRONT, _NOTHING, 0)]
    for block in blocks:
        if block.kind != "heading":
            sections[-1].blocks.append(block)
            continue
        label = heading_label(block.passage) if block.lines else None
        if label is not None:
            sections.append(_opened(label, block))
        elif sections[-1].field == "competency" and block.level > sections[-1].level:
            sections[-1].blocks.append(block)
        elif block.lines:
            sections += _unlabelled(block, sections)
    return sections


def _opened(label: Opening, block: Block) -> AuthoredSection:
    if label.field == "competency":
        return AuthoredSection(label.field, block.passage, block.level)
    return AuthoredSection(label.field, label.label, block.level, value=label.value)


def _unlabelled(block: Block, sections: Sequence[AuthoredSection]) -> list[AuthoredSection]:
    passage = block.passage
    if is_stated(passage) and passage.text == TEXT_THAT_FITS_NO_FIELD:
        return [AuthoredSection(UNPLACED, passage, block.level)]
    if block.level == 1 and all(section.field == FRONT for section in sections):
        front = AuthoredSection(FRONT, _NOTHING, block.level)
        return [AuthoredSection(TITLE, _NOTHING, block.level, value=joined(block.lines)), front]
    return [AuthoredSection(SECTION, passage, block.level)]
