"""The text of a notice: what a secretariat can publish about two units, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compare import Change, FieldChange
from generator.compare.sentences import FIELD_NAMES, alert_words, field_name
from generator.compare.summaries import DECISIVE
from generator.consequences.decisive import change_text, same_text
from generator.consequences.matter import Matter, heading_reworded
from generator.consequences.places import change_of_place, runs_of_shifts, short_place, short_places
from generator.consequences.result import Relation
from generator.consequences.rows import Row
from generator.model import Unit
from generator.text.wording import counted, listed

_MOST_QUOTED = 5
"""Up to so many requirements are quoted; more are named by their places."""

_SAID_ELSEWHERE = (*DECISIVE, "code", "title", "assessment_intro")
"""Fields of which a notice speaks in a sentence of their own, or that carry no news."""

_KEPT = (Change.UNCHANGED, Change.TYPOGRAPHIC)
_WORDS = (
    (Change.REWORDED, "reworded"),
    (Change.MOVED, "moved"),
    (Change.MOVED_REWORDED, "moved and reworded"),
    (Change.SPLIT, "split"),
    (Change.MERGED, "merged from several"),
    (Change.ADDED, "added"),
    (Change.REMOVED, "removed"),
)


def notice(matter: Matter) -> tuple[str, ...]:
    """Return the paragraphs: names, level, credit and range; counts; what may have changed in the meaning."""
    requirements, criteria = matter.of_kind("requirement"), matter.of_kind("criterion")
    middle = (
        _requirements(requirements, matter),
        *_named_ones(requirements),
        _typography(requirements),
        _criteria(criteria, matter),
        *_named_ones(criteria),
        _headings(matter),
        _other_fields(matter),
    )
    return tuple(filter(None, (_opening(matter), " ".join(filter(None, middle)), _meaning(matter))))


def _opening(matter: Matter) -> str:
    old, new = matter.comparison.old, matter.comparison.new
    older = _named(old) if old.title != new.title else old.code.name
    comma = "," if new.title else ""
    if matter.relation is Relation.SUCCESSION:
        said = f"{_named(new)}{comma} supersedes {older}."
    else:
        said = f"What is different in {_named(new)}{comma} compared with {older}."
    changed = [change_text(field) for field in matter.fields if not field.same]
    return " ".join(filter(None, (said, *changed, same_text(matter.fields))))


def _named(unit: Unit) -> str:
    return f"{unit.code.name}, “{unit.title}”" if unit.title else unit.code.name


def _requirements(found: Sequence[Row], matter: Matter) -> str:
    if not found:
        lacking = matter.lacking("requirement")
        return f"Requirements: not found in the source of {lacking}." if lacking else ""
    before, after = sum(len(row.old) for row in found), sum(len(row.new) for row in found)
    return f"{matter.old} has {counted(before, 'requirement')}, {matter.new} has {after}. {_changes(found)}"


def _criteria(found: Sequence[Row], matter: Matter) -> str:
    if not found:
        lacking = matter.lacking("criterion")
        return f"Assessment criteria: not found in the source of {lacking}." if lacking else ""
    if all(row.link.change in _KEPT for row in found):
        return "The assessment criteria are the same."
    return f"Assessment criteria: {_changes(found)}"


def _changes(found: Sequence[Row]) -> str:
    """Return how many rows each kind of change has: "16 keep their words, 1 is reworded and 1 is added."."""
    kept = sum(row.link.change in _KEPT for row in found)
    if kept == len(found):
        return "Every one keeps its words and its place."
    said = [f"{kept} {'keeps its words' if kept == 1 else 'keep their words'}"] if kept else []
    for change, words in _WORDS:
        number = sum(row.link.change is change for row in found)
        said += [f"{number} {'is' if number == 1 else 'are'} {words}"] if number else []
    return f"{listed(said)}."


def _named_ones(found: Sequence[Row]) -> Iterator[str]:
    """Yield what was added and what was removed, each in a sentence."""
    for change, word in ((Change.ADDED, "Added"), (Change.REMOVED, "Removed")):
        rows = [row for row in found if row.link.change is change]
        if len(rows) > _MOST_QUOTED:
            names = [(row.link.new or row.link.old)[0] for row in rows]
            yield f"{word}: {runs_of_shifts(zip(names, names, strict=True))}."
        elif rows:
            yield f"{word}: {'; '.join(map(_quoted, rows))}."


def _quoted(row: Row) -> str:
    return f"{short_places(row.link.new or row.link.old)} “{(row.new or row.old)[0]}”"


def _typography(found: Sequence[Row]) -> str:
    number = sum(row.link.change is Change.TYPOGRAPHIC for row in found)
    if not number:
        return ""
    return f"{counted(number, 'requirement')} {'differs' if number == 1 else 'differ'} in typography or spelling only."


def _headings(matter: Matter) -> str:
    names = [link.new[0] for link in matter.comparison.links if heading_reworded(link)]
    if not names:
        return ""
    one = len(names) == 1
    return f"The {'heading' if one else 'headings'} of {_elements(names)} {'is' if one else 'are'} reworded."


def _elements(names: Sequence[str]) -> str:
    return short_place(names[0]) if len(names) == 1 else f"elements {listed([name[1:] for name in names])}"


def _other_fields(matter: Matter) -> str:
    names = [
        FIELD_NAMES[change.field].lower()
        for change in matter.comparison.fields
        if change.field not in _SAID_ELSEWHERE and matter.field(change.field)
    ]
    names += [_quoted_name(change) for change in matter.further]
    return f"Also changed: {listed(names)}." if names else ""


def _quoted_name(change: FieldChange) -> str:
    """Return what a further text is called, the label of an extra field or section as printed."""
    name = field_name(change)
    return f"“{name}”" if name == change.field else name[0].lower() + name[1:]


def _meaning(matter: Matter) -> str:
    found = [row for row in matter.rows if row.check]
    if not found:
        return ""
    if len(found) > _MOST_QUOTED:
        said = "; ".join(f"{_place(row)} ({alert_words(row.check)})" for row in found)
    else:
        said = "; ".join(f"{_place(row)} “{row.new[0]}” ({alert_words(row.check)})" for row in found)
    return f"The meaning may have changed in {counted(len(found), 'place')}: {said}."


def _place(row: Row) -> str:
    return change_of_place(row.link.old, row.link.new)
