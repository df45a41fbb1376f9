"""The common form every container is brought into: lines of text without markup."""

from __future__ import annotations

from dataclasses import dataclass

from generator.positions import Passage


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a raw file without its markup; a TAB in its text stands for a column or cell border.

    ``indent`` counts the blanks before the text in its column, a TAB behind the column's border as four of them;
    ``tabbed`` says that the text stands in the second column. ``item`` says that markup starts a list item here,
    ``depth`` how deep in lists the text stands (0: outside), ``listing`` which outermost list it is in, counted
    from 1. ``heading`` is the level of a Markdown, HTML or Word heading, 0 for none. ``bold`` says that the whole
    line is emphasised, ``after_blank`` that an empty line or paragraph stands before it, ``whole`` that markup begins
    a paragraph here, ``note`` that the text is a footnote, printed elsewhere than it is read.
    """

    passage: Passage
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

    @property
    def text(self) -> str:
        return self.passage.text
