"""Say in plain words what a comparison found, for pages, terminal and reports alike. Plain text: callers escape it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compare.edits import edit_text
from generator.compare.places import move_text, parent_of, places_text
from generator.compare.result import Change, Comparison, FieldChange, Link
from generator.compare.typography import typographic_difference
from generator.text.wording import counted, listed

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
    Change.TYPOGRAPHIC: "typography only",
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
    found = ", ".join(_counts(comparison))
    return f"{old} has {counted(before, 'requirement')}, {new} has {after}{': ' if found else ''}{found}."


def _counts(comparison: Comparison) -> Iterator[str]:
    """Yield how many requirements each class has, spelling variants apart from other typography."""
    counts = comparison.counts()
    spelled = sum(link.kind == "requirement" and "spelling" in link.notes for link in comparison.links)
    for change, words in _COUNTED.items():
        count = counts[change] - spelled if change is Change.TYPOGRAPHIC else counts[change]
        if count:
            yield f"{count} {words}"
        if change is Change.TYPOGRAPHIC and spelled:
            yield counted(spelled, "spelling variant")


def _number_of_requirements(comparison: Comparison) -> tuple[int, int]:
    links = [link for link in comparison.links if link.kind == "requirement"]
    return sum(len(link.old) for link in links), sum(len(link.new) for link in links)


def field_sentence(comparison: Comparison) -> str:
    """Return what happened to level, credit and range, then to title and headings, then to the other fields."""
    changes = {change.field: change for change in comparison.fields if change.field != "code"}
    decisive = [changes[name] for name in _DECISIVE if name in changes]
    others = [
        FIELD_NAMES[name].lower()
        for name, change in changes.items()
        if name not in (*_DECISIVE, "title") and _known(change)
    ]
    lacking = [FIELD_NAMES[name].lower() for name, change in changes.items() if change.absent_from_source]
    unchanged = [FIELD_NAMES[change.field].lower() for change in decisive if change.change.quiet]
    verbs = sum("verb" in link.notes for link in comparison.links)
    parts = [
        *(_decisive(change) for change in decisive if _known(change)),
        _sentence(f"{listed(unchanged)} unchanged" if unchanged else ""),
        _title(changes.get("title"), comparison),
        _missing_headings(comparison),
        f"The action verb changed in {counted(verbs, 'requirement')}." if verbs else "",
        f"Also changed: {', '.join(others)}." if others else "",
        f"Not in both sources: {', '.join(lacking)}." if lacking else "",
    ]
    return " ".join(filter(None, parts))


def _missing_headings(comparison: Comparison) -> str:
    """Return which headings only one source has; whether they changed cannot be said."""
    said = []
    for link in comparison.links:
        if link.kind == "element" and link.absent_from_source:
            lacking = comparison.old if link.absent_from_source == "old" else comparison.new
            name = (link.old if link.absent_from_source == "old" else link.new)[0]
            said.append(f"The heading of element {name[1:]} is not in the source of {lacking.code.text}.")
    return " ".join(said)


def _known(change: FieldChange) -> bool:
    return not change.change.quiet and change.absent_from_source is None


def _decisive(change: FieldChange) -> str:
    noun = FIELD_NAMES[change.field]
    if change.field == "range":
        return f"{noun} {change.change}."
    return f"{noun} {change.old or 'not stated'} became {change.new or 'not stated'}."


def _title(title: FieldChange | None, comparison: Comparison) -> str:
    headings = [link for link in comparison.links if link.kind == "element" and not link.change.quiet]
    reworded = [
        link.new[0][1:]
        for link in headings
        if link.change in (Change.REWORDED, Change.MOVED_REWORDED) and not link.absent_from_source
    ]
    rewritten = ["title"] if title and title.change is Change.REWORDED else []
    if reworded:
        rewritten.append(f"the {_noun('heading', reworded)} of {_noun('element', reworded)} {listed(reworded)}")
    parts = [f"{listed(rewritten)} reworded" if rewritten else ""]
    for change in (Change.MOVED, Change.SPLIT, Change.MERGED, Change.ADDED, Change.REMOVED):
        count = sum(link.change in (change, f"{change}+reworded") for link in headings)
        parts.append(f"{counted(count, 'element')} {change}" if count else "")
    return _sentence("; ".join(filter(None, parts)))


def _noun(word: str, things: Sequence[str]) -> str:
    return word if len(things) == 1 else f"{word}s"


def _sentence(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}." if said else ""


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
