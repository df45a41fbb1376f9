"""Markdown written by people for this program: headings, paragraphs and lists, each character with its place.

The structure comes from a real Markdown parser. Only what the authored form needs is enabled: links, images and
fences stay the text they are, so no word can vanish into an address. HTML is no part of the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.positions import LineIndex, Passage, Run, joined
from generator.reading.containers.tags import HTML_TAG
from generator.reading.contents import SetAside

LARGEST = 300_000
DEEPEST_LIST = 12
"""Characters of a text and levels of lists; what is larger or deeper is not read as authored Markdown."""

_OPTIONS = {"maxNesting": 4 * DEEPEST_LIST}
_BLOCKS = MarkdownIt("zero", _OPTIONS).enable(["heading", "lheading", "list", "hr", "blockquote"]).disable("inline")
_INLINE = (
    MarkdownIt("zero", _OPTIONS).enable(["newline", "escape", "backticks", "emphasis", "entity"]).disable("text_join")
)
_HASHES = re.compile(r"[ \t]*#{1,6}[ \t]*")
_TASK_BOX = re.compile(r"\[[ xX]\][ \t]+")
_NOT_IN_THE_FORM = frozenset({"blockquote_open"})


@dataclass(slots=True)
class Block:
    """A heading (``level`` 1 to 6), a paragraph, or a list with its items.

    ``lines`` are the lines of a heading or paragraph without markup; ``bold`` says that all of it is emphasised.
    ``numbers`` holds the number of each item as typed where the list is numbered.
    """

    kind: str
    level: int = 0
    lines: tuple[Passage, ...] = ()
    bold: bool = False
    items: list[list[Block]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    @property
    def passage(self) -> Passage:
        return joined(self.lines)


@dataclass(frozen=True, slots=True)
class Markdown:
    """The blocks of a text, the comments in it, and the marks that hold letters or digits ("2.", "[x]")."""

    blocks: list[Block]
    comments: tuple[SetAside, ...]
    marks: tuple[Passage, ...]


def read_markdown(text: str, start: int) -> Markdown | None:
    """Return the Markdown of a text from an offset on.

    None where the text is too large, nested too deep, or holds HTML or quotations: then it is no Markdown of the
    authored form.
    """
    if len(text) > LARGEST:
        return None
    body, comments = _without_comments(text, start)
    if any(not _is_escaped(body, match.start()) for match in HTML_TAG.finditer(body)):
        return None
    walk = _Walk(body)
    blocks = walk.blocks()
    return None if blocks is None else Markdown(blocks, comments, tuple(walk.marks))


def _without_comments(text: str, start: int) -> tuple[str, tuple[SetAside, ...]]:
    """Return a text with blanks for everything before an offset and for each comment behind it; line ends stay."""
    pieces, comments = [blanked(text[:start])], []
    at = search = start
    while (opening := text.find("<!--", search)) >= 0 and (closing := text.find("-->", opening + 4)) >= 0:
        search = closing + 3
        if _is_escaped(text, opening):
            search = opening + 4
            continue
        pieces += [text[at:opening], blanked(text[opening:search])]
        words = Passage.of(text[opening + 4 : closing], opening + 4).strip()
        comments += [SetAside("comment", words)] if words else []
        at = search
    return "".join([*pieces, text[at:]]), tuple(comments)


def blanked(text: str) -> str:
    """Return blanks in place of a text; its line ends stay."""
    return re.sub(r"[^\r\n]", " ", text)


def _is_escaped(text: str, offset: int) -> bool:
    before = text[max(0, offset - 64) : offset]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


class _Walk:
    """One walk over the block tokens of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._index = LineIndex.of(text)
        self._open: list[list[Block]] = [[]]
        self._lists: list[Block] = []
        self._level = 0
        self.marks: list[Passage] = []

    def blocks(self) -> list[Block] | None:
        for token in _BLOCKS.parse(self._text):
            if token.type in _NOT_IN_THE_FORM or len(self._lists) > DEEPEST_LIST:
                return None
            self._take(token)
        return self._open[0]

    def _take(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                block = Block("numbered list" if token.type.startswith("ordered") else "list")
                self._open[-1].append(block)
                self._lists.append(block)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._lists[-1].items.append([])
                self._lists[-1].numbers.append(token.info)
                self._mark(token)
                self._open.append(self._lists[-1].items[-1])
            case "list_item_close":
                self._open.pop()
            case "heading_open":
                self._level = int(token.tag[1])
            case "heading_close":
                self._level = 0
            case "inline":
                self._open[-1].append(self._leaf(token))

    def _leaf(self, token: Token) -> Block:
        first = (token.map or [0])[0]
        content = token.content.split("\n")
        lines = [self._line(first + number, piece.strip()) for number, piece in enumerate(content)]
        if self._lists and len(self._open) > 1 and not self._open[-1] and lines:
            box = _TASK_BOX.match(lines[0].text)
            if box:
                self.marks.append(lines[0].slice(0, box.end()))
                lines[0] = lines[0].slice(box.end())
        spoken, bold = inline_lines(joined(lines, "\n"))
        return Block("heading" if self._level else "paragraph", self._level, spoken, bold)

    def _mark(self, token: Token) -> None:
        """Note where the number of an item stands; several lists may begin on one line."""
        if token.info and token.map:
            start = self._index.starts[token.map[0]]
            last = self.marks[-1].span.end if self.marks else 0
            at = self._text.find(f"{token.info}{token.markup}", max(start, last))
            self.marks.append(Passage.of(token.info, at))

    def _line(self, number: int, content: str) -> Passage:
        """Return the content of a line as a passage; of a heading it is what follows the first marks."""
        if not content:
            return Passage("", ())
        starts = self._index.starts
        start, end = starts[number], starts[number + 1] if number + 1 < len(starts) else len(self._text)
        line = self._text[start:end]
        if self._level and (hashes := _HASHES.match(line)):
            at = line.find(content, hashes.end())
        else:
            at = line.rfind(content)
        return Passage.of(content, start + at)


def inline_lines(source: Passage) -> tuple[tuple[Passage, ...], bool]:
    """Return the lines of inline Markdown without its marks, and whether all of it is bold."""
    children = _INLINE.parseInline(source.text)[0].children or []
    lines: list[list[Passage]] = [[]]
    for child, start, end in _placed(children, source.text):
        if child.type in ("softbreak", "hardbreak"):
            lines.append([])
        elif child.type == "text_special":
            lines[-1].append(_decoded(source, child.content, start, end))
        else:
            lines[-1].append(source.slice(start, end))
    found = tuple(joined(pieces, "").strip() for pieces in lines)
    types = [child.type for child in children if child.content or child.nesting]
    bold = types[:1] == ["strong_open"] and types[-1:] == ["strong_close"] and types.count("strong_open") == 1
    return tuple(line for line in found if line), bold


def _placed(children: Sequence[Token], text: str) -> Iterator[tuple[Token, int, int]]:
    """Yield the tokens that hold text with the stretch of the source they stand for.

    Parsers give no positions inside a line; but every token's own characters stand in the source, in order.
    """
    at = 0
    for child in children:
        own = {"text_special": child.markup, "softbreak": "\n", "hardbreak": "\n"}.get(child.type, child.content)
        if child.type == "code_inline":
            opening = text.find(child.markup, at) + len(child.markup)
            closing = text.find(child.markup, opening + len(own))
            yield child, opening, closing
            at = closing + len(child.markup)
        elif child.nesting:
            at = text.find(child.markup, at) + len(child.markup)
        elif own:
            start = text.find(own, at)
            yield child, start, start + len(own)
            at = start + len(own)


def _decoded(source: Passage, meaning: str, start: int, end: int) -> Passage:
    """Return an escape or entity as the character it stands for; one that cannot be printed stays as typed."""
    if not all(character.isprintable() or character.isspace() for character in meaning):
        return source.slice(start, end)
    span = source.slice(start, end).span
    return Passage(meaning, (Run(0, len(meaning), span.start, span.end - span.start),))


def is_stated(passage: Passage) -> bool:
    """Tell whether all characters of a passage are typed as they are.

    An escape or entity says that a character is text: it is never part of a mark, a number or a label.
    """
    return all(run.length == run.source_length for run in passage.runs)
