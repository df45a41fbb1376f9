"""Sum a comparison up in plain words: what decides first, then the requirements, then the rest. Plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compare.result import Change, Comparison, FieldChange, Link
from generator.compare.sentences import FIELD_NAMES, lacking_unit
from generator.compare.verb_words import verb_words
from generator.text.wording import counted, listed

DECISIVE = ("level", "credit", "range")
"""Fields that decide whether a course or an assessment stays valid."""

_COUNTED = (
    (Change.ADDED, "added"),
    (Change.REMOVED, "removed"),
    (Change.REWORDED, "reworded"),
    (Change.MOVED, "moved"),
    (Change.MOVED_REWORDED, "moved and reworded"),
    (Change.SPLIT, "split"),
    (Change.MERGED, "merged"),
)


def summary_sentence(comparison: Comparison) -> str:
    """Return how many requirements each side has and what became of them, changes first."""
    old, new = comparison.old.code.text, comparison.new.code.text
    before, after = _number_of_requirements(comparison)
    found = ", ".join(_counts(comparison))
    return f"{old} has {counted(before, 'requirement')}, {new} has {after}{': ' if found else ''}{found}."


def _number_of_requirements(comparison: Comparison) -> tuple[int, int]:
    links = _links(comparison, "requirement")
    return sum(len(link.old) for link in links), sum(len(link.new) for link in links)


def _counts(comparison: Comparison) -> Iterator[str]:
    """Yield how many requirements each class has, spelling variants apart from other typography."""
    counts = comparison.counts()
    for change, words in _COUNTED:
        if counts[change]:
            yield f"{counts[change]} {words}"
    spelled = sum("spelling" in link.notes for link in _links(comparison, "requirement"))
    if spelled:
        yield counted(spelled, "spelling variant")
    if counts[Change.TYPOGRAPHIC] > spelled:
        yield f"{counts[Change.TYPOGRAPHIC] - spelled} typography only"
    if counts[Change.UNCHANGED]:
        yield f"{counts[Change.UNCHANGED]} word for word the same"


def decisive_sentence(comparison: Comparison) -> str:
    """Return what happened to level, credit and range: "Level 2, credit 6 and range unchanged."."""
    changes = [change for change in comparison.fields if change.field in DECISIVE]
    same = [_named(change, comparison) for change in changes if change.change.quiet]
    parts = [_changed(change, comparison) for change in changes if not change.change.quiet]
    return " ".join([*parts, *([_sentence(f"{listed(same)} unchanged")] if same else [])])


def _named(change: FieldChange, comparison: Comparison) -> str:
    """Return a field with its value where that is a number: "credit 6"."""
    name = FIELD_NAMES[change.field].lower()
    if change.field == "level":
        return f"{name} {change.new}"
    value = comparison.new.credit.value if change.field == "credit" else None
    return name if value is None else f"{name} {value:g}"


def _changed(change: FieldChange, comparison: Comparison) -> str:
    noun = FIELD_NAMES[change.field]
    if change.absent_from_source:
        return f"{noun} not found in the source of {lacking_unit(comparison, change.absent_from_source)}."
    if change.field == "range":
        return f"{noun} {change.change}."
    before, after = comparison.old.credit.value, comparison.new.credit.value
    if change.field == "credit" and before != after and None not in (before, after):
        return f"{noun} {before:g} became {after:g}."
    return f"{noun} {change.old or 'not stated'} became {change.new or 'not stated'}."


def further_sentences(comparison: Comparison) -> tuple[str, ...]:
    """Return what else a reader should know at first glance, the weightiest first."""
    said = (
        _alerts(comparison),
        _verbs(comparison),
        _title_and_headings(comparison),
        _missing_headings(comparison),
        _other_fields(comparison),
        _lacking_fields(comparison),
    )
    return tuple(filter(None, said))


def _alerts(comparison: Comparison) -> str:
    links = [link for link in comparison.links if link.alerts]
    kinds = dict.fromkeys(alert for link in links for alert in link.alerts)
    if not links:
        return ""
    rows = counted(len(links), "row")
    return f"Check the meaning of {rows}: {', '.join(kinds)}."


def _verbs(comparison: Comparison) -> str:
    """Return how many action verbs changed, with the verbs where it is one that can be told."""
    links = [link for link in _links(comparison, "requirement") if "verb" in link.notes]
    if not links:
        return ""
    words = verb_words(links[0]) if len(links) == 1 else None
    said = f": {words[0]} became {words[1]}" if words else ""
    return f"The action verb changed in {counted(len(links), 'requirement')}{said}."


def _title_and_headings(comparison: Comparison) -> str:
    title = next((change for change in comparison.fields if change.field == "title"), None)
    headings = [link for link in _links(comparison, "element") if not link.change.quiet and not link.absent_from_source]
    reworded = [link.new[0][1:] for link in headings if link.change in (Change.REWORDED, Change.MOVED_REWORDED)]
    rewritten = ["title"] if title and title.change is Change.REWORDED else []
    if reworded:
        rewritten.append(f"the {_noun('heading', reworded)} of {_noun('element', reworded)} {listed(reworded)}")
    parts = [f"{listed(rewritten)} reworded" if rewritten else ""]
    for change in (Change.MOVED, Change.SPLIT, Change.MERGED, Change.ADDED, Change.REMOVED):
        count = sum(link.change in (change, f"{change}+reworded") for link in headings)
        parts.append(f"{counted(count, 'element')} {change}" if count else "")
    return _sentence("; ".join(filter(None, parts)))


def _missing_headings(comparison: Comparison) -> str:
    """Return which headings only one source has; whether they changed cannot be said."""
    said = []
    for link in _links(comparison, "element"):
        if link.absent_from_source:
            name = (link.old if link.absent_from_source == "old" else link.new)[0]
            code = lacking_unit(comparison, link.absent_from_source)
            said.append(f"The heading of element {name[1:]} is not found in the source of {code}.")
    return " ".join(said)


def _other_fields(comparison: Comparison) -> str:
    names = [
        FIELD_NAMES[change.field].lower()
        for change in comparison.fields
        if change.field not in (*DECISIVE, "title", "code") and not (change.change.quiet or change.absent_from_source)
    ]
    return f"Also changed: {listed(names)}." if names else ""


def _lacking_fields(comparison: Comparison) -> str:
    said = []
    for side in ("old", "new"):
        names = [
            FIELD_NAMES[change.field].lower()
            for change in comparison.fields
            if change.absent_from_source == side and change.field not in DECISIVE
        ]
        if names:
            said.append(_sentence(f"{listed(names)} not found in the source of {lacking_unit(comparison, side)}"))
    return " ".join(said)


def _links(comparison: Comparison, kind: str) -> list[Link]:
    return [link for link in comparison.links if link.kind == kind]


def _noun(word: str, things: Sequence[str]) -> str:
    return word if len(things) == 1 else f"{word}s"


def _sentence(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}." if said else ""
