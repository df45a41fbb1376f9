"""What happened to one row of a history, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.compare import Change, Comparison, Link
from generator.compare.edits import edit_text
from generator.compare.history_rows import Event, Happening, History, Place
from generator.compare.sentences import STATUS_WORDS, alert_sentence, link_sentence
from generator.contents import Contents
from generator.histories import row_anchor
from generator.pages.comparison_cells import place_name
from generator.pages.comparison_rows import css_class, verb_note
from generator.pages.comparison_rows import row_anchor as comparison_anchor
from generator.pages.fragments import Fragment, Text
from generator.pages.lineage_names import VersionName

_WORDS = {
    Happening.TYPOGRAPHIC: "Typography in",
    Happening.REWORDED: "Reworded in",
    Happening.MOVED: "Moved in",
    Happening.MOVED_REWORDED: "Moved and reworded in",
    Happening.SPLIT: "Split in",
    Happening.SPLIT_FROM: "Split off in",
    Happening.SPLIT_INTO: "Split in",
    Happening.MERGED: "Merged in",
    Happening.MERGED_FROM: "Merged in",
    Happening.MERGED_INTO: "Merged in",
    Happening.CONTINUED_FROM: "Continued in",
    Happening.CONTINUED_AS: "Continued in",
    Happening.INTRODUCED: "Introduced in",
    Happening.REINSTATED: "Came back in",
    Happening.DROPPED: "Dropped in",
    Happening.LEFT_OUT: "Not taken into",
    Happening.NOT_THERE: "New in",
}
"""What stands before the newer version of a step. What stayed the same is not told."""

_ENDS = {
    Happening.SPLIT: ("into", False),
    Happening.SPLIT_INTO: ("into", False),
    Happening.SPLIT_FROM: ("from", True),
    Happening.MERGED: ("from", True),
    Happening.MERGED_FROM: ("from", True),
    Happening.MERGED_INTO: ("into", False),
    Happening.CONTINUED_FROM: ("from", True),
    Happening.CONTINUED_AS: ("as", False),
}
"""What is told of the nodes at the other end: the word before them, and whether they are the old ones."""


@dataclass(frozen=True, slots=True)
class EventView:
    """One event: ``words`` lead to the row of the comparison; ``detail`` says what exactly, with ways to other rows.

    An address in ``detail`` that begins with "#" is an anchor of the same page.
    """

    css: str
    sign: str
    words: str
    address: str
    detail: Text
    note: str
    check: str


class EventWords:
    """Tells the events of one history."""

    def __init__(self, found: History, names: Sequence[VersionName], contents: Contents) -> None:
        self._found = found
        self._names = names
        self._contents = contents
        self._row_of: Mapping[Place, int] = found.places()
        self._predecessors = [sum(step.new == version for step in found.steps) for version in range(len(names))]

    def events(self, events: Sequence[Event]) -> tuple[EventView, ...]:
        """Return the events worth telling."""
        return tuple(self._event(event) for event in events if event.happening in _WORDS)

    def _event(self, event: Event) -> EventView:
        step, link = self._found.steps[event.step], event.link
        sign, css = STATUS_WORDS[link.change][0], css_class(link.change)
        spelled = event.happening is Happening.TYPOGRAPHIC and "spelling" in link.notes
        words = "Spelling in" if spelled else _WORDS[event.happening]
        said = f"{words} {self._names[step.new].short}"
        if link.absent_from_source:
            lacking = step.old if link.absent_from_source == "old" else step.new
            sign, css, said = "?", "absent", f"No heading in the source of {self._names[lacking].short}"
        address = self._contents.addresses.comparison(step.comparison.old, step.comparison.new) or ""
        return EventView(
            css=css,
            sign=sign,
            words=said,
            address=f"{address}#{comparison_anchor(link)}",
            detail=tuple(self._detail(event)),
            note=verb_note(event.link),
            check=alert_sentence(link.alerts),
        )

    def _detail(self, event: Event) -> Iterator[Fragment]:
        step, link = self._found.steps[event.step], event.link
        if event.happening not in _ENDS:
            if self._predecessors[step.new] > 1:
                yield Fragment(f", compared with {self._names[step.old].short}")
            if link.old and link.new:
                yield Fragment(_change(step.comparison, link))
            return
        word, backwards = _ENDS[event.happening]
        version, names, own = (step.old, link.old, event.old) if backwards else (step.new, link.new, event.new)
        for number, name in enumerate(names):
            yield Fragment(f" {word} " if number == 0 else " and " if number == len(names) - 1 else ", ")
            yield Fragment(node_place(name), None if name == own else self._row_address(version, name))
        if backwards:
            yield Fragment(f" of {self._names[version].short}")

    def _row_address(self, version: int, name: str) -> str:
        row = self._found.rows[self._row_of[version, name]]
        return f"#{row_anchor(row, self._found, self._contents)}"


def _change(comparison: Comparison, link: Link) -> str:
    """Return what changed in place and wording of a row, to stand behind the event: ": "three" became "five""."""
    if link.change in (Change.MOVED, Change.MOVED_REWORDED) and link.old != link.new:
        moved = f" from {node_place(link.old[0])} to {node_place(link.new[0])}"
        return f"{moved}: {edit_text(link.runs)}" if link.change is Change.MOVED_REWORDED else moved
    said = link_sentence(comparison, link).removeprefix("reworded ")
    return f": {said}" if said else ""


def node_place(name: str) -> str:
    """Return the place of a node as people count: "1.5" for e1.r5, "2" for e2 and c2."""
    return place_name(name) or name[1:]
