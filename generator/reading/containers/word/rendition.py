"""From drafts to the text of a document with its lines, pages and what was set aside, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.positions import Passage
from generator.reading.containers.word.drafts import BLANKS, PAGE, Draft
from generator.reading.contents import Contents, SetAside
from generator.reading.lines import Line
from generator.source import Cleaning


class Rendition:
    """The text of a document while it is put together, one line after another."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.cleaning = Cleaning()
        self.pages: list[int] = []

    def append(self, text: str) -> Passage:
        """Append a line and return it without the blanks around it."""
        start = self._length
        plain, *others = self.cleaning.clean(text, start, moves=True).split(PAGE)
        for other in others:
            # A page begins where its first word does.
            self.pages.append(start + len(plain) + len(other) - len(other.lstrip(BLANKS)))
            plain += other
        self._pieces.append(plain)
        self._length += len(plain) + 1
        return Passage.of(plain, start).strip(BLANKS)

    @property
    def text(self) -> str:
        return "".join(f"{piece}\n" for piece in self._pieces)


def rendered(body: Sequence[Draft], aside: Iterable[tuple[str, str]], containers: tuple[str, ...]) -> Contents:
    """Return the contents of a document: its lines, and below them what was set aside, with the rule that did it."""
    rendition = Rendition()
    lines = tuple(line for draft in body if (line := _line(draft, rendition)).text)
    pages = tuple(sorted({0, *rendition.pages})) if rendition.pages else ()
    set_aside = tuple(SetAside(rule, passage) for rule, text in aside if (passage := rendition.append(text)))
    return Contents(rendition.text, lines, containers, tuple(rendition.cleaning.findings()), pages, set_aside)


def _line(draft: Draft, rendition: Rendition) -> Line:
    blanks = re.match(rf"[{BLANKS}]*", draft.text.replace(PAGE, ""))
    before = blanks.group() if blanks else ""
    return Line(
        rendition.append(draft.text),
        indent=draft.indent + len(before.rpartition("\t")[2]) + 4 * max(0, before.count("\t") - 1),
        tabbed=draft.tabbed or "\t" in before,
        item=draft.item,
        depth=draft.depth,
        listing=draft.listing,
        heading=draft.heading,
        bold=draft.bold,
        after_blank=draft.after_blank,
        whole=draft.whole,
        note=draft.note,
    )
