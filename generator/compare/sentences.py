"""Say in plain words what a comparison found, for pages, terminal and reports alike. Plain text: callers escape it."""

from __future__ import annotations

from generator.compare.edits import edit_text
from generator.compare.places import move_text, parent_of, places_text
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

_COUNTED = {
    Change.UNCHANGED: "word for word the same",
    Change.TYPOGRAPHIC: "typography or spelling only",
    Change.REWORDED: "reworded",
    Change.MOVED: "moved",
    Change.MOVED_REWORDED: "moved and reworded",
    Change.SPLIT: "split",
    Change.MERGED: "merged",
    Change.ADDED: "added",
    Change.REMOVED: "removed",
}
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

_DECISIVE = ("level", "credit", "range")


def summary_sentence(comparison: Comparison) -> str:
    """Return how many requirements each side has and what became of them."""
    old, new = comparison.old.code.text, comparison.new.code.text
    before, after = _number_of_requirements(comparison)
    counts = comparison.counts()
    found = ", ".join(f"{counts[change]} {words}" for change, words in _COUNTED.items() if counts[change])
    return f"{old} has {_plural(before, 'requirement')}, {new} has {after}{': ' if found else ''}{found}."


def _number_of_requirements(comparison: Comparison) -> tuple[int, int]:
    links = [link for link in comparison.links if link.kind == "requirement"]
    return sum(len(link.old) for link in links), sum(len(link.new) for link in links)


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def field_sentence(comparison: Comparison) -> str:
    """Return what happened to level, credit and range, then to title and headings, then to the other fields."""
    changes = {change.field: change for change in comparison.fields if change.field != "code"}
    parts = [_decisive(name, changes[name]) for name in _DECISIVE if name in changes]
    parts.append(_title(changes.get("title"), comparison))
    others = [
        FIELD_NAMES[name].lower()
        for name, change in changes.items()
        if name not in (*_DECISIVE, "title") and _known(change)
    ]
    parts.append(f"Also changed: {', '.join(others)}." if others else "")
    lacking = [FIELD_NAMES[name].lower() for name, change in changes.items() if change.absent_from_source]
    parts.append(f"Not in both sources: {', '.join(lacking)}." if lacking else "")
    return " ".join(filter(None, parts))


def _known(change: FieldChange) -> bool:
    return not change.change.quiet and change.absent_from_source is None


def _decisive(name: str, change: FieldChange) -> str:
    noun = FIELD_NAMES[name]
    if change.absent_from_source:
        return ""
    if change.change.quiet:
        return f"{noun} unchanged." if change.change is Change.UNCHANGED else f"{noun} the same but for typography."
    if name == "range":
        return f"{noun} {change.change}."
    return f"{noun} {change.old or 'not stated'} became {change.new or 'not stated'}."


def _title(title: FieldChange | None, comparison: Comparison) -> str:
    headings = [link for link in comparison.links if link.kind == "element" and not link.change.quiet]
    reworded = sum(
        link.change in (Change.REWORDED, Change.MOVED_REWORDED) and not link.absent_from_source for link in headings
    )
    parts = ["Title reworded" if title and title.change is Change.REWORDED else ""]
    parts.append(f"{_plural(reworded, 'heading')} reworded" if reworded else "")
    for change in (Change.MOVED, Change.SPLIT, Change.MERGED, Change.ADDED, Change.REMOVED):
        count = sum(link.change in (change, f"{change}+reworded") for link in headings)
        parts.append(f"{_plural(count, 'element')} {change}" if count else "")
    said = "; ".join(filter(None, parts))
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def link_sentence(comparison: Comparison, link: Link) -> str:
    """Return what happened to the nodes of one link, in one line without a full stop."""
    if link.change is Change.SPLIT:
        return f"now {places_text(link.new)}"
    if link.change is Change.MERGED:
        return f"from {places_text(link.old)}"
    if link.change in (Change.ADDED, Change.REMOVED):
        lacking = comparison.old if link.change is Change.ADDED else comparison.new
        return f"not in {lacking.code.text}"
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
        return f"no heading in the {link.absent_from_source} source"
    if link.change in (Change.REWORDED, Change.MOVED_REWORDED):
        return edit_text(link.runs)
    if all(run.kind == "same" for run in link.runs):
        return "" if link.change is Change.MOVED else "word for word the same"
    if "spelling" in link.notes:
        return f"spelling only: {edit_text(link.runs)}"
    old, new = (_spelled_out(link, kind) for kind in ("removed", "added"))
    difference = typographic_difference(old, new)
    return f"typographic only: {difference}" if difference else "typographic only"


def _spelled_out(link: Link, kind: str) -> str:
    return "".join(run.text for run in link.runs if run.kind in ("same", kind))


def status_sentence(comparison: Comparison, link: Link) -> str:
    """Return status word and sentence of a link as one line, without saying anything twice."""
    word = STATUS_WORDS[link.change][1]
    if link.change in (Change.UNCHANGED, Change.ADDED, Change.REMOVED):
        return word
    sentence = link_sentence(comparison, link)
    if link.change is Change.TYPOGRAPHIC or sentence.startswith(("reworded", "rewritten")):
        return sentence[:1].upper() + sentence[1:]
    return f"{word}: {sentence}"


def change_sentence(comparison: Comparison, change: FieldChange) -> str:
    """Return what happened to one field, in one line without a full stop; "" where it is unchanged."""
    if change.absent_from_source:
        return f"not found in the {change.absent_from_source} source"
    if change.change is Change.UNCHANGED:
        return ""
    if change.field == "code" and _same_but_version(comparison):
        return "expected: only the version differs"
    if change.change is Change.REWORDED:
        return edit_text(change.runs)
    if change.change is Change.TYPOGRAPHIC:
        difference = typographic_difference(change.old or "", change.new or "")
        return f"typographic only: {difference}" if difference else "typographic or spelling only"
    return f"printed empty in {(comparison.old if change.old is None else comparison.new).code.text}"


def _same_but_version(comparison: Comparison) -> bool:
    old, new = comparison.old.code, comparison.new.code
    return old.base == new.base or (old.text[:-1] == new.text[:-1] and (old.text + new.text)[-1].isalpha())


def alert_sentence(alerts: tuple[str, ...]) -> str:
    """Return the call to check the meaning; "" where there are no alerts."""
    return f"Check the meaning: {', '.join(alerts)}" if alerts else ""
