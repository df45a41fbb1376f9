"""One file in the authored form: its front matter, its sections, its words line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model.codes import read_code
from generator.positions import Passage, joined
from generator.reading.authored.competency import AuthoredElement, elements_of
from generator.reading.authored.keys import SINGLE, field_of_key
from generator.reading.authored.marks import label_of
from generator.reading.authored.sections import FRONT, TITLE, UNPLACED, AuthoredSection, sections_of
from generator.reading.containers.front_matter import Entry, FrontMatter, read_front_matter
from generator.reading.containers.markdown import Block, Markdown, is_stated, read_markdown
from generator.reading.contents import SetAside
from generator.reading.fields import RawField
from generator.reading.headers import is_header
from generator.reading.labels import label_rank
from generator.reading.lines import Line
from generator.reading.vocabulary import EXTRA_FIELD, SECTION

_LINE = re.compile(r"[^\r\n]+")
_HEADING_LINE = re.compile(r"^#{1,6}[ \t]+\S|^(?:-{3,}|={3,})[ \t]*$", re.MULTILINE)
_CODE_IN_TITLE = re.compile(r"(?P<code>[A-Z0-9][A-Z0-9./]{3,24})(?:\s*[:：]\s*|\s+[-–—]\s+|\s+)(?=\S)")
_NO_DISTINCTIVE_CODE = frozenset({"unknown", "plain-number", "hk-register"})
_SINGLE_FIELDS = frozenset(SINGLE)
_RULE_OF_A_TABLE = re.compile(r"[\s|:-]+")
_DRAWN_TABLE = re.compile(
    r"^[ \t]*(?:(?:-{2,}|={2,})(?:[ \t]+(?:-{2,}|={2,}))+|\+(?:[-=:]+\+)+)[ \t]*\r?$", re.MULTILINE
)
_BETWEEN_FIELDS = re.compile(r"[ \t]+[|·•;/–—][ \t]+|[;,；，][ \t]*|[ \t]{2,}")
_LABELLING = "front matter"


@dataclass(frozen=True, slots=True)
class AuthoredUnit:
    """A unit whose structure is stated.

    ``fields`` are the fields typed in the body; ``elements`` and ``criteria`` are None where their section is not
    there. ``sections`` are those that the model has no field for, ``unplaced`` what the author marked as fitting no
    field. ``around`` holds every line of the file, so that no word of it is overlooked.
    """

    front_matter: tuple[Entry, ...]
    fields: tuple[RawField, ...]
    elements: tuple[AuthoredElement, ...] | None
    criteria: AuthoredSection | None
    sections: tuple[AuthoredSection, ...]
    unplaced: tuple[Passage, ...]
    marks: tuple[Passage, ...]
    around: tuple[Line, ...]
    set_aside: tuple[SetAside, ...]
    labelling: str = _LABELLING

    def lines(self) -> tuple[Line, ...]:
        return self.around


def read_authored(text: str) -> AuthoredUnit | None:
    """Return the unit of a file in the authored form, None where the file is in another one.

    The form has front matter or a Markdown heading that says Competency; all of its competency is headings, lead-ins
    and lists; it holds no HTML but comments, and no table drawn with rules; and no header of a sheet is its title.
    """
    front, broken = read_front_matter(text)
    if broken or (front is None and not _HEADING_LINE.search(text)) or _DRAWN_TABLE.search(text):
        return None
    read = read_markdown(text, front.end if front else 0)
    if read is None:
        return None
    unit = _unit(text, front or FrontMatter((), (), 0), read)
    return unit if unit is not None and _is_whole(unit, front) else None


def _is_whole(unit: AuthoredUnit, front: FrontMatter | None) -> bool:
    named = {raw.field for raw in unit.fields} | {field_of_key(entry.key) for entry in unit.front_matter}
    if any(raw.field == "title" and _is_below_a_header(raw) for raw in unit.fields):
        return False
    return bool(named & {"title", "code"}) and (front is not None or unit.elements is not None)


def _is_below_a_header(title: RawField) -> bool:
    """Tell whether the heading of the title is the header of a sheet, below which the title has a label of its own."""
    return is_header(title.label or joined(line.passage for line in title.lines))


def _unit(text: str, front: FrontMatter, markdown: Markdown) -> AuthoredUnit | None:
    sections = sections_of(markdown.blocks)
    competency = [section for section in sections if section.field == "competency"]
    others = [section for section in sections if section.field != "competency"]
    if any(_is_table(block) for section in others if section.field != FRONT for block in section.blocks):
        return None
    elements = elements_of([block for section in competency for block in section.blocks])
    if elements is None:
        return None
    fields, further = _fields(others)
    criteria = [section for section in others if section.field == "assessment_criteria"]
    return AuthoredUnit(
        front_matter=front.entries,
        fields=tuple(fields),
        elements=tuple(elements) if competency else None,
        criteria=_joined(criteria) if criteria else None,
        sections=tuple(further),
        unplaced=tuple(text for section in others if section.field == UNPLACED for text in _pieces(section)),
        marks=(*markdown.marks, *(section.label for section in sections if section.field != SECTION)),
        around=tuple(Line(Passage.of(match.group(), match.start())) for match in _LINE.finditer(text)),
        set_aside=(*front.comments, *markdown.comments),
    )


def _joined(sections: Sequence[AuthoredSection]) -> AuthoredSection:
    first = sections[0]
    return replace(first, blocks=[block for section in sections for block in section.blocks])


def _pieces(section: AuthoredSection) -> Iterator[Passage]:
    """Yield the pieces of text below a heading, one for each item or paragraph."""
    yield from section.paragraphs
    yield from (passage for block in section.blocks for parts in block.items if (passage := _whole(parts)))


def _whole(parts: Sequence[Block]) -> Passage:
    return joined(block.passage for block in parts if block.lines)


def _fields(sections: Sequence[AuthoredSection]) -> tuple[list[RawField], list[AuthoredSection]]:
    """Return the single fields and the sections that are none.

    Of several labels of one field, the one that says it best opens the field, the others are sections.
    """
    labelled = [section for section in sections if section.field in _SINGLE_FIELDS and section.label]
    best = {
        name: min(label_rank(section.label.text) for section in labelled if section.field == name)
        for name in {section.field for section in labelled}
    }
    fields: list[RawField] = []
    further: list[AuthoredSection] = []
    for section in sections:
        if section.field == FRONT:
            fields += _front_fields(section.blocks)
        elif section.field == TITLE and not section.label:
            fields += title_fields(section.value)
        elif best.get(section.field) == label_rank(section.label.text):
            fields.append(_raw(section.field, section.label, section.texts))
        elif section.field == EXTRA_FIELD and not section.items:
            fields.append(_raw(EXTRA_FIELD, section.label, section.texts))
        elif section.field not in (UNPLACED, "assessment_criteria"):
            further.append(section)
    return fields, further


def _raw(field: str, label: Passage, values: Sequence[Passage]) -> RawField:
    return RawField(field, label, tuple(Line(value) for value in values))


def title_fields(passage: Passage) -> list[RawField]:
    """Return the title, and the code that may stand before it ("CODE: Title")."""
    nothing = Passage("", ())
    match = _CODE_IN_TITLE.match(passage.text)
    if match is not None and is_stated(passage.slice(0, match.end("code"))):
        code = passage.slice(0, match.end("code"))
        if read_code(code.text).grammar not in _NO_DISTINCTIVE_CODE:
            return [_raw("code", nothing, [code]), _raw("title", nothing, [passage.slice(match.end())])]
    return [_raw("title", nothing, [passage])]


def _front_fields(blocks: Sequence[Block]) -> Iterator[RawField]:
    """Yield the fields of lines and items such as "Level: 4", of definition lists and of rows of two columns."""
    for lines in _front_paragraphs(blocks):
        for line, follower in zip(lines, [*lines[1:], Passage("", ())], strict=False):
            cells = _cells(line)
            label = label_of(joined(cells, "\t") if len(cells) == 2 else line)
            several = _labelled_pieces(line)
            if several:
                yield from several
            elif label is not None and label.value:
                yield _raw(label.field, label.label, [label.value])
            elif label is not None and follower.text.startswith(":"):
                yield _raw(label.field, label.label, [follower.slice(1).strip()])
            elif len(cells) == 2 and cells[0] and not _RULE_OF_A_TABLE.fullmatch(line.text):
                yield _raw(EXTRA_FIELD, cells[0], [cells[1]])


def _front_paragraphs(blocks: Sequence[Block]) -> Iterator[Sequence[Passage]]:
    """Yield the lines of paragraphs and of the items of lists; of an item all lines are one."""
    for block in blocks:
        yield block.lines
        for parts in block.items:
            yield [text] if (text := _whole(parts)) else []


def _labelled_pieces(line: Passage) -> list[RawField]:
    """Return the fields of a line that holds several, nothing where not each piece of it begins with a label."""
    borders = [(0, 0), *(match.span() for match in _BETWEEN_FIELDS.finditer(line.text)), (len(line.text),) * 2]
    pieces = _cells(line) or [line.slice(end, start) for (_, end), (start, _) in pairwise(borders)]
    labels = [label_of(piece) for piece in pieces] if len(pieces) > 1 else []
    found = [_raw(label.field, label.label, [label.value]) for label in labels if label is not None and label.value]
    return found if len(found) == len(pieces) else []


def _is_table(block: Block) -> bool:
    return len(block.lines) > 1 and any(
        "|" in line.text and _RULE_OF_A_TABLE.fullmatch(line.text) for line in block.lines
    )


def _cells(line: Passage) -> list[Passage]:
    """Return the cells of a table row, nothing for a line that is none."""
    if not line.text.startswith("|") or not line.text.endswith("|"):
        return []
    borders = [place for place, character in enumerate(line.text) if character == "|"]
    return [line.slice(left + 1, right).strip() for left, right in pairwise(borders)]
