"""The rows of a comparison page: words, signs and wording of each change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.compare import Change, Comparison, FieldChange, InlineRun, Link
from generator.compare.places import place_text
from generator.compare.sentences import (
    STATUS_WORDS,
    alert_sentence,
    change_sentence,
    field_alert_sentence,
    field_is_quiet,
    field_name,
    field_status,
    link_sentence,
    link_status,
)
from generator.compare.verb_words import verb_words
from generator.model import anchor
from generator.pages.comparison_cells import Cell, Cells, place_name

POINTER, _ABSENT = "pointer", "absent"
"""Style classes of rows that are no change of their own."""

_WITH_BOTH_ENDS = (Change.MOVED, Change.MOVED_REWORDED, Change.SPLIT, Change.MERGED)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row.

    ``place`` says where it stands ("1.5 → 1.9"), ``check`` why its meaning should be checked, ``reason`` why old and
    new were taken for the same. ``jump`` is an anchor it leads to, ``previous`` and ``following`` are the anchors of
    the changes before and after it.
    """

    anchor: str
    css: str
    quiet: bool
    sign: str
    word: str
    old: Cell
    new: Cell
    place: str = ""
    sentence: str = ""
    note: str = ""
    check: str = ""
    reason: str = ""
    jump: str = ""
    jump_text: str = ""
    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: ``lead`` and ``heading`` are its title, the heading in the language of the unit."""

    lead: str
    heading: str
    anchor: str
    caption: str
    rows: tuple[ChangeRow, ...]


class ChangeRows:
    """Makes the rows of one comparison, of two versions or of two units of which none became the other."""

    def __init__(self, comparison: Comparison, old: Cells, new: Cells, *, versions: bool) -> None:
        self._comparison = comparison
        self._versions = versions
        self._old = old
        self._new = new

    def field_row(self, change: FieldChange) -> ChangeRow:
        """Return the row of a field; a value that one source lacks is no change of wording."""
        return self._text_row(change, f"field-{change.field.replace('_', '-')}")

    def further_row(self, number: int, change: FieldChange) -> ChangeRow:
        """Return the row of a lead-in, local range, extra field or section, counted from 1."""
        return self._text_row(change, f"further-{number}")

    def _text_row(self, change: FieldChange, row_anchor: str) -> ChangeRow:
        sign, word = field_status(self._comparison, change)
        sentence, quiet = change_sentence(self._comparison, change), field_is_quiet(change)
        if change.change is Change.REWORDED and not (self._versions or quiet or change.absent_from_source):
            # What differs is marked; none of the two became the other.
            word, sentence = "not the same", ""
        marked = self._marked(change.runs)
        css = css_class(Change.UNCHANGED if quiet else change.change)
        return ChangeRow(
            anchor=row_anchor,
            css=_ABSENT if change.absent_from_source else css,
            quiet=quiet,
            sign=sign,
            word=f"{field_name(change)}: {word}",
            sentence=sentence,
            check=field_alert_sentence(change),
            old=self._old.of_field(change, marked=marked),
            new=self._new.of_field(change, marked=marked),
        )

    def row(self, link: Link) -> ChangeRow:
        """Return the row of a link."""
        sign, word = link_status(self._comparison, link, versions=self._versions)
        marked = self._marked(link.runs) or bool(link.pieces)
        return ChangeRow(
            anchor=row_anchor(link),
            css=_ABSENT if link.absent_from_source else css_class(link.change),
            quiet=link.change.quiet,
            sign=sign,
            word=word,
            place=_place(link),
            sentence=self._sentence(link),
            note=verb_note(link, versions=self._versions),
            check=alert_sentence(link.alerts),
            reason="" if link.change.quiet else _reason(link),
            old=self._old.of_link(link, marked=marked),
            new=self._new.of_link(link, marked=marked),
        )

    def pointer(self, link: Link) -> ChangeRow:
        """Return the row that stands where something moved from."""
        place = place_name(link.new[0])
        return ChangeRow(
            anchor=f"was-{anchor(link.old[0])}",
            css=POINTER,
            quiet=False,
            sign=STATUS_WORDS[Change.MOVED][0],
            word="Moved away" if self._versions else "In another place",
            old=self._old.plain(link.old[0]),
            new=Cell(absent=f"{'now' if self._versions else 'in'} {place}"),
            jump=row_anchor(link),
            jump_text=f"to {place}",
        )

    def _marked(self, runs: Iterable[InlineRun]) -> bool:
        """Return whether to mark runs: what two units do not share at all is neither struck out nor inserted."""
        return self._versions or any(run.kind == "same" for run in runs)

    def _sentence(self, link: Link) -> str:
        """Return what the status word does not say."""
        one_sided = link.change in (Change.ADDED, Change.REMOVED)
        if link.change is Change.UNCHANGED or (one_sided and not self._versions):
            return ""
        said = link_sentence(self._comparison, link)
        if link.change is not Change.REWORDED:
            return said
        return said.removeprefix("reworded ") if self._marked(link.runs) else ""


def _place(link: Link) -> str:
    """Return where a link stands: "1.5 → 1.9" where it moved, "element 2", "criterion 1"."""
    names = link.new or link.old
    if link.kind != "requirement":
        return place_text(names[0])
    ends = [", ".join(map(place_name, side)) for side in (link.old, link.new) if side]
    return " → ".join(dict.fromkeys(ends) if link.change in _WITH_BOTH_ENDS else ends[-1:])


def verb_note(link: Link, *, versions: bool = True) -> str:
    """Return that the action verb is another one, with both verbs where they can be told."""
    if "verb" not in link.notes:
        return ""
    words = verb_words(link)
    verb, between = ("changed", "became") if versions else ("differs", "and")
    return f"The action verb {verb}{f': {words[0]} {between} {words[1]}' if words else ''}."


def _reason(link: Link) -> str:
    """Return why old and new were taken for the same, with how alike they are.

    A heading with no word in common is linked by its requirements alone: "0% alike" would speak against that.
    """
    if not link.reason:
        return ""
    alike = f", {link.similarity:.0%} alike" if link.similarity else ""
    return f"{link.reason[0].upper()}{link.reason[1:]}{alike}."


def css_class(change: Change) -> str:
    return change.value.replace("+", "-")


def row_anchor(link: Link) -> str:
    """Return the anchor of a link's row: where it came to, for a removal where it was."""
    return f"to-{anchor(link.new[0])}" if link.new else f"from-{anchor(link.old[0])}"
