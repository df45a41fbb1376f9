"""Lines of a document before they have a place in its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.reading.containers.word.looks import Look
from generator.reading.containers.word.numbering import Mark

PAGE = "\f"
"""Stands in the text of a draft where a page begins; XML cannot hold a form feed, so it is no character of the file."""

BLANKS = " \t\u00a0\u3000"
_WIDE_STOPS = ("、", "．", "）", "。")
_TWIPS_OF_A_BLANK = 180
_CLEARLY_FURTHER = 100


@dataclass(slots=True)
class Draft:
    """A line under construction; its fields are those of `Line`. ``is_listed`` says that a list prints its mark."""

    text: str
    indent: int = 0
    tabbed: bool = False
    item: bool = False
    depth: int = 0
    listing: int = 0
    heading: int = 0
    bold: bool = False
    after_blank: bool = False
    whole: bool = False
    note: bool = False
    is_listed: bool = False

    @property
    def words(self) -> str:
        return self.text.replace(PAGE, "").strip(BLANKS)


@dataclass(slots=True)
class Nesting:
    """Which list items stand below which: by level inside one list, by indentation between two.

    ``path`` holds list, level and indentation of the items the next one may stand below.
    """

    path: list[tuple[str, int, int]] = field(default_factory=list)
    listing: int = 0
    outermost: str | None = None

    def enter(self, mark: Mark, left: int) -> int:
        """Return how deep the next item stands, 1 for the outermost."""
        while self.path and not _is_below(mark, left, self.path[-1]):
            self.path.pop()
        self.path.append((mark.list_id, mark.depth, left))
        if len(self.path) == 1 and mark.list_id != self.outermost:
            self.outermost = mark.list_id
            self.listing += 1
        return len(self.path)

    def pass_text(self, left: int) -> None:
        """Note a paragraph of no list: it ends the list, unless it is set in as far as the items are."""
        if not self.path or left < self.path[0][2] or left == 0:
            self.outermost = None

    def pass_heading(self) -> None:
        self.path, self.outermost = [], None


def _is_below(mark: Mark, left: int, other: tuple[str, int, int]) -> bool:
    list_id, depth, indentation = other
    if mark.list_id == list_id or abs(left - indentation) <= _CLEARLY_FURTHER:
        return mark.depth > depth
    return left > indentation


def paragraph_drafts(text: str, look: Look, mark: Mark | None, nesting: Nesting, *, bold: bool) -> list[Draft]:
    """Return the lines of a paragraph; a line break in it begins a line that goes on with the one before."""
    first, *others = text.split("\n")
    left = look.left or 0
    draft = Draft(first, heading=look.heading or 0, bold=bold, whole=True)
    if mark is None or not mark.text:
        draft.indent = max(0, left + (look.first_line or 0)) // _TWIPS_OF_A_BLANK
        nesting.pass_text(left)
    else:
        _list_draft(draft, mark, left, nesting)
    indent = 0 if draft.is_listed else left // _TWIPS_OF_A_BLANK
    return [draft, *(Draft(other, indent, depth=draft.depth, bold=bold) for other in others)]


def _list_draft(draft: Draft, mark: Mark, left: int, nesting: Nesting) -> None:
    """Put the mark of a list before a paragraph. Numbers of sections begin no item: labels and headings have them."""
    words = draft.text.lstrip(PAGE)
    pages = draft.text[: len(draft.text) - len(words)]
    between = "" if mark.text.endswith(_WIDE_STOPS) else " "
    draft.text = f"{pages}{mark.text}{between}{words.lstrip(BLANKS)}".rstrip(" ")
    draft.is_listed = True
    if mark.is_inner and not draft.heading:
        draft.item, draft.depth = True, nesting.enter(mark, left)
        draft.listing = nesting.listing
    else:
        nesting.pass_heading()


def without_empty(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that hold words; the next one knows of the empty ones before it and begins their pages."""
    found: list[Draft] = []
    pages, blank = "", False
    for draft in drafts:
        if not draft.words:
            pages += PAGE * draft.text.count(PAGE)
            blank = blank or PAGE not in draft.text
            continue
        draft.text = pages + draft.text
        draft.after_blank = draft.after_blank or blank
        found.append(draft)
        pages, blank = "", False
    return found
