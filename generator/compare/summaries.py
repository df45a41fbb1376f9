"""Sum a comparison up in plain words: what decides first, then the requirements, then the rest. Plain text.

Where the two are no ``versions`` of one another, nothing changed from one to the other: they differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from generator.compare.result import Change, Comparison, FieldChange, Link
from generator.compare.sentences import FIELD_NAMES, alert_words, change_word, lacking_unit
from generator.compare.verb_words import verb_words
from generator.text.wording import counted, listed

DECISIVE = ("level", "credit", "range")
"""Fields that decide whether a course or an assessment stays valid."""

COUNTED = (
    Change.ADDED,
    Change.REMOVED,
    Change.REWORDED,
    Change.MOVED,
    Change.MOVED_REWORDED,
    Change.SPLIT,
    Change.MERGED,
)
"""The classes of substance in the order in which they are counted."""


def summary_sentence(comparison: Comparison, *, versions: bool = True) -> str:
    """Return how many requirements each side has and what became of them, changes first."""
    old, new = comparison.old.code.name, comparison.new.code.name
    before, after = _number_of_requirements(comparison)
    found = ", ".join(_counts(comparison, versions))
    return f"{old} has {counted(before, 'requirement')}, {new} has {after}{': ' if found else ''}{found}."


def _number_of_requirements(comparison: Comparison) -> tuple[int, int]:
    links = _links(comparison, "requirement")
    return sum(len(link.old) for link in links), sum(len(link.new) for link in links)


def _counts(comparison: Comparison, versions: bool) -> Iterator[str]:
    """Yield how many requirements each class has, spelling variants apart from other typography."""
    counts = comparison.counts()
    for change in COUNTED:
        if counts[change]:
            yield f"{counts[change]} {change_word(comparison, change, versions=versions)}"
    spelled = sum("spelling" in link.notes for link in _links(comparison, "requirement"))
    if spelled:
        yield counted(spelled, "spelling variant")
    if counts[Change.TYPOGRAPHIC] > spelled:
        yield f"{counts[Change.TYPOGRAPHIC] - spelled} typography only"
    if counts[Change.UNCHANGED]:
        yield f"{counts[Change.UNCHANGED]} word for word the same"


def decisive_sentence(comparison: Comparison, *, versions: bool = True) -> str:
    """Return what happened to level, credit and range: "Level 2, credit 6 and range unchanged."."""
    changes = [change for change in comparison.fields if change.field in DECISIVE]
    same = [_named(change, comparison) for change in changes if change.change.quiet]
    said = _changed if versions else _different
    parts = [said(change, comparison) for change in changes if not change.change.quiet]
    kept = "unchanged" if versions else "the same"
    return " ".join([*parts, *([_sentence(f"{listed(same)} {kept}")] if same else [])])


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
    before, after = _values(change, comparison)
    return f"{noun} {before} became {after}."


def _different(change: FieldChange, comparison: Comparison) -> str:
    noun, codes = FIELD_NAMES[change.field], (comparison.old.code.name, comparison.new.code.name)
    if change.absent_from_source:
        return _changed(change, comparison)
    if change.field == "range":
        return "Range not the same."
    before, after = _values(change, comparison)
    return f"{noun}: {before} in {codes[0]}, {after} in {codes[1]}."


def _values(change: FieldChange, comparison: Comparison) -> tuple[str, str]:
    """Return both values of a field; of credits that are other numbers without their notes."""
    before, after = comparison.old.credit.value, comparison.new.credit.value
    if change.field == "credit" and before != after and before is not None and after is not None:
        return f"{before:g}", f"{after:g}"
    return change.old or "not stated", change.new or "not stated"


def further_sentences(comparison: Comparison, *, versions: bool = True) -> tuple[str, ...]:
    """Return what else a reader should know at first glance, the weightiest first."""
    said = (
        _alerts(comparison),
        _verbs(comparison, versions),
        _title_and_headings(comparison, versions),
        _missing_headings(comparison),
        _other_fields(comparison, versions),
        _lacking_fields(comparison),
    )
    return tuple(filter(None, said))


def _alerts(comparison: Comparison) -> str:
    texts = (change for change in (*comparison.fields, *comparison.further) if change.field not in DECISIVE)
    said = [link.alerts for link in comparison.links if link.alerts]
    said += [text.alerts for text in texts if text.alerts]
    if not said:
        return ""
    rows = counted(len(said), "row")
    return f"Check the meaning of {rows}: {alert_words(dict.fromkeys(chain.from_iterable(said)))}."


def _verbs(comparison: Comparison, versions: bool) -> str:
    """Return how many action verbs changed, with the verbs where it is one that can be told."""
    links = [link for link in _links(comparison, "requirement") if "verb" in link.notes]
    if not links:
        return ""
    words = verb_words(links[0]) if len(links) == 1 else None
    verb, between = ("changed", "became") if versions else ("differs", "and")
    said = f": {words[0]} {between} {words[1]}" if words else ""
    return f"The action verb {verb} in {counted(len(links), 'requirement')}{said}."


def _title_and_headings(comparison: Comparison, versions: bool) -> str:
    title = next((change for change in comparison.fields if change.field == "title"), None)
    headings = [link for link in _links(comparison, "element") if not link.change.quiet and not link.absent_from_source]
    reworded = [link.new[0][1:] for link in headings if link.change in (Change.REWORDED, Change.MOVED_REWORDED)]
    rewritten = ["title"] if title and title.change is Change.REWORDED else []
    if reworded:
        rewritten.append(f"{_noun('heading', reworded)} of {_noun('element', reworded)} {listed(reworded)}")
    verb = "reworded" if versions else "not the same"
    parts = [f"{listed(rewritten)} {verb}" if rewritten else ""]
    for change in (Change.MOVED, Change.SPLIT, Change.MERGED, Change.ADDED, Change.REMOVED):
        count = sum(link.change in (change, f"{change}+reworded") for link in headings)
        word = change_word(comparison, change, versions=versions)
        parts.append(f"{counted(count, 'element')} {word}" if count else "")
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


def _other_fields(comparison: Comparison, versions: bool) -> str:
    names = [
        FIELD_NAMES[change.field].lower()
        for change in comparison.fields
        if change.field not in (*DECISIVE, "title", "code") and not (change.change.quiet or change.absent_from_source)
    ]
    further = sum(not (change.change.quiet or change.absent_from_source) for change in comparison.further)
    names += [counted(further, "further text")] if further else []
    return f"Also {'changed' if versions else 'not the same'}: {listed(names)}." if names else ""


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
