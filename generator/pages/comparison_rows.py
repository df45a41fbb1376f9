"""The rows of a comparison page: words, signs and wording of each change."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compare import Change, Comparison, FieldChange, Link
from generator.compare.sentences import FIELD_NAMES, STATUS_WORDS, alert_sentence, change_sentence, link_sentence
from generator.model import anchor
from generator.pages.comparison_cells import Cell, Cells, place_name

_VALUES = ("level", "credit")
"""Fields that hold a value and no wording."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row. ``check`` says why its meaning should be checked, ``jump`` is an anchor it leads to."""

    anchor: str
    css: str
    quiet: bool
    sign: str
    word: str
    old: Cell
    new: Cell
    sentence: str = ""
    note: str = ""
    check: str = ""
    jump: str = ""
    jump_text: str = ""


class ChangeRows:
    """Makes the rows of one comparison."""

    def __init__(self, comparison: Comparison, old: Cells, new: Cells) -> None:
        self._comparison = comparison
        self._old = old
        self._new = new

    def field_row(self, change: FieldChange) -> ChangeRow:
        """Return the row of a field; a value that one source lacks is no change of wording."""
        sign, word = STATUS_WORDS[change.change]
        absent = change.absent_from_source
        # That two versions have two codes is no news.
        quiet = change.change.quiet or change.field == "code"
        if change.field == "code":
            sign, word = STATUS_WORDS[Change.UNCHANGED][0], "Another version"
        if change.field in _VALUES and change.change is Change.REWORDED:
            word = "Changed"
        if absent:
            sign, word = "?", f"Not in the source of {'the old' if absent == 'old' else 'the new'} version"
        return ChangeRow(
            anchor=f"field-{change.field.replace('_', '-')}",
            css="absent" if absent else css_class(Change.UNCHANGED if quiet else change.change),
            quiet=quiet,
            sign=sign,
            word=f"{FIELD_NAMES[change.field]}: {word.lower() if absent else word[0].lower() + word[1:]}",
            sentence="" if absent else change_sentence(self._comparison, change),
            check=alert_sentence(change.alerts),
            old=self._old.of_field(change),
            new=self._new.of_field(change),
        )

    def row(self, link: Link) -> ChangeRow:
        """Return the row of a link."""
        sign, word = STATUS_WORDS[link.change]
        return ChangeRow(
            anchor=row_anchor(link),
            css=css_class(link.change),
            quiet=link.change.quiet,
            sign=sign,
            word=f"Heading {word.lower()}" if link.kind == "element" else word,
            sentence="" if link.change is Change.UNCHANGED else link_sentence(self._comparison, link),
            note="The action verb changed." if "verb" in link.notes else "",
            check=alert_sentence(link.alerts),
            old=self._old.of_link(link),
            new=self._new.of_link(link),
        )

    def pointer(self, link: Link) -> ChangeRow:
        """Return the row that stands where something moved from."""
        sign, _ = STATUS_WORDS[Change.MOVED]
        place = place_name(link.new[0])
        return ChangeRow(
            anchor=f"was-{anchor(link.old[0])}",
            css="pointer",
            quiet=False,
            sign=sign,
            word="Moved away",
            old=self._old.plain(link.old[0]),
            new=Cell(absent=f"now {place}"),
            jump=row_anchor(link),
            jump_text=f"to {place}",
        )


def css_class(change: Change) -> str:
    return change.value.replace("+", "-")


def row_anchor(link: Link) -> str:
    """Return the anchor of a link's row: where it came to, for a removal where it was."""
    return f"to-{anchor(link.new[0])}" if link.new else f"from-{anchor(link.old[0])}"
