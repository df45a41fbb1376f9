"""Say in plain words what a comparison found, for pages, terminal and reports alike. Plain text: callers escape it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.compare.edits import edit_text
from generator.compare.places import move_text, parent_of, place_text, places_text
from generator.compare.result import Change, Comparison, FieldChange, Link
from generator.compare.typography import typographic_difference

STATUS_WORDS: dict[Change, tuple[str, str]] = {
    Change.UNCHANGED: ("=", "Same"),
    Change.TYPOGRAPHIC: ("≈", "Typography"),
    Change.REWORDED: ("Δ", "Reworded"),
    Change.MOVED: ("⇅", "Moved"),
    Change.MOVED_REWORDED: ("⇅Δ", "Moved and reworded"),
    Change.SPLIT: ("1→n", "Split"),
    Change.MERGED: ("n→1", "Merged"),
    Change.ADDED: ("+", "Added"),
    Change.REMOVED: ("−", "Removed"),
}
"""Sign and word of every class, for readers who do not see colours."""

FIELD_NAMES = {
    "level": "Level",
    "credit": "Credit",
    "range": "Range",
    "title": "Title",
    "functional_area": "Functional area",
    "industry": "Industry",
    "assessment_intro": "Introduction of the assessment criteria",
    "remark": "Remark",
    "code": "Code",
}
"""What a reader calls the fields."""

_VALUES = ("level", "credit")
"""Fields that hold a value and no wording."""

_ALERT_WORDS = {"bound": "limit", "obligation": "must or may"}
"""What a reader calls an alert, where its name is a term."""

_DETAILS = {"lead_in": "Lead-in", "range": "Range"}
_NODE = re.compile(r"e\d+(\.r\d+(\.\d+)*)?|c\d+(\.\d+)*")
_UNKNOWN = "?"
"""The sign of what only one source has."""

_WORDING_ONLY = (Change.UNCHANGED, Change.TYPOGRAPHIC, Change.REWORDED)
"""Changes of an element that touch its heading alone."""


def link_status(comparison: Comparison, link: Link, *, versions: bool = True) -> tuple[str, str]:
    """Return sign and word of a link, "Spelling" apart from other typography.

    Where the two are no ``versions`` of one another, nothing was added or removed: one of them alone has it.
    """
    sign = STATUS_WORDS[link.change][0]
    if link.absent_from_source:
        return _UNKNOWN, f"Heading not in the source of {lacking_unit(comparison, link.absent_from_source)}"
    if "spelling" in link.notes:
        word = "Spelling"
    else:
        word = change_word(comparison, link.change, versions=versions)
        word = word[0].upper() + word[1:]
    if link.kind != "element":
        return sign, word
    return sign, f"{'Heading' if link.change in _WORDING_ONLY else 'Element'} {word[0].lower()}{word[1:]}"


def change_word(comparison: Comparison, change: Change, *, versions: bool) -> str:
    """Return what to call a class: "added" between versions, "only in LOCUSM309B" between other units."""
    if versions or change not in (Change.ADDED, Change.REMOVED):
        return STATUS_WORDS[change][1].lower()
    return f"only in {(comparison.new if change is Change.ADDED else comparison.old).code.name}"


def field_status(comparison: Comparison, change: FieldChange) -> tuple[str, str]:
    """Return sign and word of a field, without its name."""
    sign, word = STATUS_WORDS[change.change]
    if change.absent_from_source:
        return _UNKNOWN, f"not in the source of {lacking_unit(comparison, change.absent_from_source)}"
    if change.field == "code" and comparison.old.code != comparison.new.code:
        # That two units have two codes is no news.
        sign = STATUS_WORDS[Change.UNCHANGED][0]
        word = "another version" if _same_but_version(comparison) else "another unit"
    if change.field in _VALUES and change.change is Change.REWORDED:
        word = "changed"
    return sign, word.lower()


def field_is_quiet(change: FieldChange) -> bool:
    """Return whether a reader who looks for substance may pass over a field; two units always have two codes."""
    return change.change.quiet or change.field == "code"


def lacking_unit(comparison: Comparison, side: str) -> str:
    """Return the code of the unit whose source lacks something: that of the "old" or of the "new" side."""
    return (comparison.old if side == "old" else comparison.new).code.name


def link_sentence(comparison: Comparison, link: Link) -> str:
    """Return what happened to the nodes of one link, in one line without a full stop."""
    if link.change is Change.SPLIT:
        return f"now {places_text(link.new)}"
    if link.change is Change.MERGED:
        return f"from {places_text(link.old)}"
    if link.change in (Change.ADDED, Change.REMOVED):
        lacking = comparison.old if link.change is Change.ADDED else comparison.new
        return f"not in {lacking.code.name}"
    moved = link.change in (Change.MOVED, Change.MOVED_REWORDED)
    parts = [_move(comparison, link) if moved else "", _wording(link)]
    return "; ".join(filter(None, parts))


def _move(comparison: Comparison, link: Link) -> str:
    old, new = link.old[0], link.new[0]
    parents = parent_of(old), parent_of(new)
    linked = parents == ("", "") or any(parents[0] in one.old and parents[1] in one.new for one in comparison.links)
    return move_text(old, new, parents_linked=linked)


def _wording(link: Link) -> str:
    if link.absent_from_source:
        return ""
    if link.change in (Change.REWORDED, Change.MOVED_REWORDED):
        return edit_text(link.runs)
    if all(run.kind == "same" for run in link.runs):
        return "" if link.change is Change.MOVED else "word for word the same"
    if "spelling" in link.notes:
        return edit_text(link.runs)
    return typographic_difference(*(_spelled_out(link, kind) for kind in ("removed", "added")))


def _spelled_out(link: Link, kind: str) -> str:
    return "".join(run.text for run in link.runs if run.kind in ("same", kind))


def status_sentence(comparison: Comparison, link: Link, *, versions: bool = True) -> str:
    """Return status word and sentence of a link as one line, without saying anything twice."""
    word = link_status(comparison, link, versions=versions)[1]
    sentence = link_sentence(comparison, link)
    if not sentence or link.change in (Change.UNCHANGED, Change.ADDED, Change.REMOVED):
        return word
    if sentence.startswith(("reworded", "rewritten")):
        return sentence[:1].upper() + sentence[1:]
    return f"{word}: {sentence}"


def field_name(change: FieldChange) -> str:
    """Return what a reader calls a field, a lead-in or local range ("Range of requirement 2 of element 1"), a label."""
    node, _, detail = change.field.rpartition(".")
    if detail in _DETAILS and _NODE.fullmatch(node):
        return f"{_DETAILS[detail]} of {place_text(node)}"
    return FIELD_NAMES.get(change.field, change.field)


def field_status_sentence(comparison: Comparison, change: FieldChange) -> str:
    """Return name, status word and sentence of a field or further text as one line."""
    sentence = change_sentence(comparison, change)
    word = field_status(comparison, change)[1]
    return f"{field_name(change)}: {word}{f'; {sentence}' if sentence else ''}"


def change_sentence(comparison: Comparison, change: FieldChange) -> str:
    """Return what the status of a field does not say, in one line without a full stop; "" where there is no more."""
    if change.absent_from_source or change.field == "code" or change.change is Change.UNCHANGED:
        return ""
    if change.change is Change.REWORDED:
        kept = any(run.kind == "same" for run in change.runs)
        return edit_text(change.runs).removeprefix("reworded ") if kept or change.field in _VALUES else ""
    if change.change is Change.TYPOGRAPHIC:
        return typographic_difference(change.old or "", change.new or "")
    return f"printed empty in {lacking_unit(comparison, 'old' if change.old is None else 'new')}"


def _same_but_version(comparison: Comparison) -> bool:
    """Return whether the two codes are those of versions of one base code."""
    old, new = comparison.old.code, comparison.new.code
    return old.base == new.base or (old.text[:-1] == new.text[:-1] and (old.text + new.text)[-1].isalpha())


def alert_words(alerts: Iterable[str]) -> str:
    """Return what may have changed in the meaning as a list in words."""
    return ", ".join(_ALERT_WORDS.get(alert, alert) for alert in alerts)


def alert_sentence(alerts: tuple[str, ...]) -> str:
    """Return the call to check the meaning; "" where there are no alerts."""
    return f"Check the meaning: {alert_words(alerts)}" if alerts else ""


def field_alert_sentence(change: FieldChange) -> str:
    """Return the call to check the meaning of a field: of a level or credit nothing beyond that it changed."""
    others = tuple(alert for alert in change.alerts if alert != change.field)
    if others or not change.alerts or change.field in _VALUES:
        return alert_sentence(others)
    return "Check the meaning"
