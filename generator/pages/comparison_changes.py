"""The changes of a comparison as counts, as a list, and as a way from each to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.compare import Change, Comparison, Link
from generator.compare.sentences import STATUS_WORDS
from generator.pages.comparison_rows import POINTER, ChangeRow, TableView, css_class, row_anchor

_COUNTED = (
    Change.ADDED,
    Change.REMOVED,
    Change.REWORDED,
    Change.MOVED,
    Change.MOVED_REWORDED,
    Change.SPLIT,
    Change.MERGED,
)
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
    """A change in the list of changes: ``excerpt`` are the first words of its text on one ``side``."""

    row: ChangeRow
    excerpt: str
    side: str


def counts(comparison: Comparison) -> tuple[CountView, ...]:
    """Return the counts of requirements, changes before what stayed the same; last what calls for a check."""
    links = [link for link in comparison.links if link.kind == "requirement"]
    quiet = [link for link in links if link.change is Change.TYPOGRAPHIC]
    spelled = [link for link in quiet if "spelling" in link.notes]
    sign = STATUS_WORDS[Change.TYPOGRAPHIC][0]
    found = (
        *(_count(change, [link for link in links if link.change is change]) for change in _COUNTED),
        _counted(Change.TYPOGRAPHIC, sign, "spelling", spelled),
        _counted(Change.TYPOGRAPHIC, sign, "typography", [link for link in quiet if link not in spelled]),
        _count(Change.UNCHANGED, [link for link in links if link.change is Change.UNCHANGED]),
    )
    return tuple(count for count in found if count)


def _count(change: Change, links: Sequence[Link]) -> CountView | None:
    sign, word = STATUS_WORDS[change]
    return _counted(change, sign, word.lower(), links)


def _counted(change: Change, sign: str, word: str, links: Sequence[Link]) -> CountView | None:
    return CountView(css_class(change), sign, word, len(links), row_anchor(links[0])) if links else None


def change_entries(tables: Sequence[TableView]) -> tuple[ChangeEntry, ...]:
    """Return an entry for every row with a change, in the order of the page."""
    return tuple(_entry(row) for row in _changed(tables))


def _entry(row: ChangeRow) -> ChangeEntry:
    side, cell = ("new", row.new) if row.new.wordings else ("old", row.old)
    text = " ".join("".join(piece.text for piece in wording.pieces) for wording in cell.wordings)
    return ChangeEntry(row, _excerpt(" ".join(text.split())), side)


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
