"""The changes of a comparison as counts, as a list, and as a way from each to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.compare import Change, Comparison, Link
from generator.compare.sentences import STATUS_WORDS, change_word
from generator.compare.summaries import COUNTED
from generator.pages.comparison_cells import Cell
from generator.pages.comparison_rows import POINTER, ChangeRow, TableView, css_class, row_anchor

_LONGEST_EXCERPT = 90


@dataclass(frozen=True, slots=True)
class CountView:
    """How many requirements changed in one way, and the anchor of the first."""

    css: str
    sign: str
    word: str
    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A change in the list of changes: ``excerpt`` are the first words of its text on one ``side``, or both texts."""

    row: ChangeRow
    excerpt: str
    side: str


def counts(comparison: Comparison, *, versions: bool) -> tuple[CountView, ...]:
    """Return the counts of requirements, changes before what stayed the same; last what calls for a check."""
    links = [link for link in comparison.links if link.kind == "requirement"]
    quiet = [link for link in links if link.change is Change.TYPOGRAPHIC]
    spelled = [link for link in quiet if "spelling" in link.notes]

    def count(change: Change) -> CountView | None:
        word = change_word(comparison, change, versions=versions)
        return _counted(change, word, [link for link in links if link.change is change])

    found = (
        *(count(change) for change in COUNTED),
        _counted(Change.TYPOGRAPHIC, "spelling", spelled),
        _counted(Change.TYPOGRAPHIC, "typography", [link for link in quiet if link not in spelled]),
        count(Change.UNCHANGED),
    )
    return tuple(one for one in found if one)


def _counted(change: Change, word: str, links: Sequence[Link]) -> CountView | None:
    return (
        CountView(css_class(change), STATUS_WORDS[change][0], word, len(links), row_anchor(links[0])) if links else None
    )


def change_entries(tables: Sequence[TableView]) -> tuple[ChangeEntry, ...]:
    """Return an entry for every row with a change, in the order of the page."""
    return tuple(_entry(row) for row in _changed(tables))


def _entry(row: ChangeRow) -> ChangeEntry:
    """Return the first words of the new text, or of the old one where there is no new one; of a short field both."""
    side = "new" if row.new.wordings else "old"
    texts = [text for text in (_text(row.old), _text(row.new)) if text]
    both = " → ".join(texts)
    if not row.place and len(both) <= _LONGEST_EXCERPT:
        return ChangeEntry(row, both, side)
    return ChangeEntry(row, _excerpt(texts[-1] if texts else ""), side)


def _text(cell: Cell) -> str:
    """Return the texts of a cell in one line."""
    texts = ("".join(piece.text for piece in wording.pieces) for wording in cell.wordings)
    return " / ".join(" ".join(text.split()) for text in texts if text.strip())


def _excerpt(text: str) -> str:
    """Return the first words of a text; one without blanks is cut between characters."""
    if len(text) <= _LONGEST_EXCERPT:
        return text
    head = text[:_LONGEST_EXCERPT]
    return f"{head.rpartition(' ')[0] or head} …"


def with_neighbours(tables: Sequence[TableView]) -> tuple[TableView, ...]:
    """Return tables whose rows with a change know the anchors of the change before and of the one after."""
    anchors = [row.anchor for row in _changed(tables)]
    before = {later: earlier for earlier, later in pairwise(anchors)}
    after = dict(pairwise(anchors))
    return tuple(
        replace(
            table,
            rows=tuple(
                replace(row, previous=before.get(row.anchor, ""), following=after.get(row.anchor, ""))
                for row in table.rows
            ),
        )
        for table in tables
    )


def _changed(tables: Sequence[TableView]) -> Iterator[ChangeRow]:
    """Yield the rows with a change in the order of the page; pointers only repeat one."""
    for table in tables:
        yield from (row for row in table.rows if not row.quiet and row.css != POINTER)
