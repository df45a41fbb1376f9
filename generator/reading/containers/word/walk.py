"""The state of a walk over a document: open paragraphs, cells and text boxes, and the words met in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.reading.containers.word.drafts import BLANKS, PAGE, Draft, Nesting, paragraph_drafts
from generator.reading.containers.word.fields import OpenFields
from generator.reading.containers.word.looks import PLAIN, Look, Styles
from generator.reading.containers.word.markup import Node
from generator.reading.containers.word.numbering import Mark, Numbering

_STARTS_NO_PAGE = frozenset({"continuous", "nextColumn"})


@dataclass(slots=True)
class Paragraph:
    look: Look
    mark: Mark | None
    style: Look
    pieces: list[str] = field(default_factory=list)
    is_bold: bool = True
    is_gone: bool = False
    ends_section: bool = False
    below: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """A stretch of paragraphs: the body, a cell, a text box. ``carried`` goes before its next paragraph."""

    drafts: list[Draft] = field(default_factory=list)
    paragraph: Paragraph | None = None
    carried: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """The state of one walk: open flows and rows, and what was met that is no line of the text.

    ``notes`` holds the notes not referred to yet by kind and id, ``noted`` the lines of those that were, until the
    paragraph or row with the reference ends; ``hidden`` the words that do not show with the rule that says so.
    """

    styles: Styles
    numbering: Numbering
    sections: Sequence[str] = ()
    flows: list[Flow] = field(default_factory=lambda: [Flow()])
    rows: list[list[list[Draft]]] = field(default_factory=list)
    flattened: int = 0
    run: Look = PLAIN
    fields: OpenFields = field(default_factory=OpenFields)
    nesting: Nesting = field(default_factory=Nesting)
    notes: dict[tuple[str, str], Node] = field(default_factory=dict)
    noted: list[Draft] = field(default_factory=list)
    hidden: list[tuple[str, str]] = field(default_factory=list)
    placeholders: int = 0
    sections_ended: int = 0
    has_tables: bool = False

    def paragraph(self) -> Paragraph:
        """Return the open paragraph; text outside of any gets one of its own."""
        flow = self.flows[-1]
        if flow.paragraph is None:
            flow.paragraph = Paragraph(PLAIN, None, PLAIN)
        return flow.paragraph

    def add(self, text: str) -> None:
        if self.fields.silent or not text:
            return
        paragraph = self.paragraph()
        rule = "placeholder" if self.placeholders else "hidden text" if self.run.over(paragraph.style).hidden else ""
        if rule:
            self.hidden.append((rule, text))
            return
        paragraph.pieces.append(text)
        if text.strip(BLANKS + PAGE + "\n"):
            paragraph.is_bold = paragraph.is_bold and bool(self.run.over(paragraph.style).bold)

    def finish(self) -> None:
        """End the open paragraph; where its end was deleted, its words go on in the next one."""
        flow = self.flows[-1]
        paragraph, flow.paragraph = flow.paragraph, None
        if paragraph is None:
            return
        flow.carried += paragraph.pieces
        if not paragraph.is_gone:
            bold = paragraph.is_bold and any(piece.strip(BLANKS + PAGE) for piece in paragraph.pieces)
            text, flow.carried = "".join(flow.carried), []
            flow.drafts += paragraph_drafts(text, paragraph.look, paragraph.mark, self.nesting, bold=bold)
        flow.drafts += paragraph.below
        if paragraph.ends_section:
            self.sections_ended += 1
            if self.sections_ended < len(self.sections) and self.sections[self.sections_ended] not in _STARTS_NO_PAGE:
                flow.drafts.append(Draft(PAGE))
        self.put_notes()

    def put_notes(self) -> None:
        """Put the notes referred to behind the paragraph or row of the body that just ended."""
        if len(self.flows) == 1:
            self.flows[0].drafts += self.noted
            self.noted = []

    def close(self) -> list[Draft]:
        """End the innermost flow and return its lines."""
        self.finish()
        flow = self.flows.pop()
        return [*flow.drafts, *([Draft("".join(flow.carried).replace("\n", " "))] if flow.carried else [])]
