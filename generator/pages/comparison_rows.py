"""The rows of a comparison page: words, signs and wording of each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.compare import Change, Comparison, FieldChange, InlineRun, Link
from generator.compare.sentences import FIELD_NAMES, STATUS_WORDS, alert_sentence, change_sentence, link_sentence
from generator.model import Node, anchor

_NOT_IN_SOURCE = "not found in this source"


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a cell with its place in the unit ("1.5")."""

    name: str
    runs: tuple[InlineRun, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One cell; ``absent`` is what it says instead of a text."""

    parts: tuple[Part, ...] = ()
    absent: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row. ``check`` says why its meaning should be checked, ``jump`` is an anchor it leads to."""

    anchor: str
    css: str
    quiet: bool
    sign: str
    word: str
    old: Side
    new: Side
    sentence: str = ""
    note: str = ""
    check: str = ""
    jump: str = ""
    jump_text: str = ""


class ChangeRows:
    """Makes the rows of one comparison."""

    def __init__(self, comparison: Comparison, old_nodes: Mapping[str, Node], new_nodes: Mapping[str, Node]) -> None:
        self._comparison = comparison
        self._old_nodes = old_nodes
        self._new_nodes = new_nodes

    def field_row(self, change: FieldChange) -> ChangeRow:
        """Return the row of a field; a value that one source lacks is no change of wording."""
        sign, word = STATUS_WORDS[change.change]
        absent = change.absent_from_source
        if absent:
            sign, word = "?", f"Not in the source of {'the old' if absent == 'old' else 'the new'} version"
        return ChangeRow(
            anchor=f"field-{change.field.replace('_', '-')}",
            css="absent" if absent else css_class(change.change),
            quiet=change.change.quiet,
            sign=sign,
            word=f"{FIELD_NAMES[change.field]}: {word.lower() if absent else word[0].lower() + word[1:]}",
            sentence="" if absent else change_sentence(self._comparison, change),
            check=alert_sentence(change.alerts),
            old=_field_side(change, "old", "removed"),
            new=_field_side(change, "new", "added"),
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
            old=self._side(link, self._old_nodes, link.old, "removed", missing=link.absent_from_source == "old"),
            new=self._side(link, self._new_nodes, link.new, "added", missing=link.absent_from_source == "new"),
        )

    def pointer(self, link: Link) -> ChangeRow:
        """Return the row that stands where something moved from."""
        sign, _ = STATUS_WORDS[Change.MOVED]
        place = place_name(link.new[0])
        text = self._old_nodes[link.old[0]].text or ""
        return ChangeRow(
            anchor=f"was-{anchor(link.old[0])}",
            css="pointer",
            quiet=False,
            sign=sign,
            word="Moved away",
            old=Side((Part(place_name(link.old[0]), (InlineRun("same", text),)),)),
            new=Side(absent=f"now {place}"),
            jump=row_anchor(link),
            jump_text=f"to {place}",
        )

    def _side(self, link: Link, nodes: Mapping[str, Node], names: tuple[str, ...], kind: str, *, missing: bool) -> Side:
        if missing:
            return Side(absent=_NOT_IN_SOURCE)
        if link.absent_from_source:
            return Side((Part("", _whole(nodes[names[0]].text)),))
        if len(names) == 1 and not link.pieces:
            runs = _shown(link.runs, kind)
            return Side((Part(place_name(names[0]), runs or _whole(nodes[names[0]].text)),))
        several = len(names) > 1
        return Side(
            tuple(
                Part(
                    place_name(name),
                    _shown(link.pieces[at], kind) if several and at < len(link.pieces) else _whole(nodes[name].text),
                )
                for at, name in enumerate(names)
            )
        )


def css_class(change: Change) -> str:
    return change.value.replace("+", "-")


def row_anchor(link: Link) -> str:
    """Return the anchor of a link's row: where it came to, for a removal where it was."""
    return f"to-{anchor(link.new[0])}" if link.new else f"from-{anchor(link.old[0])}"


def place_name(name: str) -> str:
    """Return the place of a node as people count: "1.5" for e1.r5, "2" for c2, nothing for an element."""
    if name.startswith("c"):
        return name[1:]
    return name[1:].replace(".r", ".") if "." in name else ""


def _field_side(change: FieldChange, side: str, kind: str) -> Side:
    """Return one side of a field; what only one source has is shown plainly, since nothing is known to have changed."""
    text = change.old if side == "old" else change.new
    if change.absent_from_source == side:
        return Side(absent=_NOT_IN_SOURCE)
    if text is None:
        return Side(absent="empty")
    runs = () if change.absent_from_source else _shown(change.runs, kind)
    return Side((Part("", runs or _whole(text)),))


def _shown(runs: tuple[InlineRun, ...], kind: str) -> tuple[InlineRun, ...]:
    """Return the runs of one side, with the blanks around a marked run outside of its mark."""
    shown: list[InlineRun] = []
    for run in runs:
        if run.kind == "same":
            shown.append(run)
        elif run.kind == kind:
            bare = run.text.strip()
            before, _, after = run.text.partition(bare) if bare else (run.text, "", "")
            parts = (InlineRun("same", before), InlineRun(kind, bare), InlineRun("same", after))
            shown += [part for part in parts if part.text]
    return tuple(shown)


def _whole(text: str | None) -> tuple[InlineRun, ...]:
    return (InlineRun("same", text or ""),)
