"""The links of a comparison with what they weigh: whether the same is asked for, and who asks for more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.compare import Change, Comparison, Link
from generator.compare.edits import edit_text
from generator.compare.keys import wordings
from generator.compare.stems import stem
from generator.compare.verb_words import verb_words
from generator.compare.vocabulary import STOP_WORDS
from generator.consequences.places import short_places
from generator.model import FieldState, Unit, nodes

REWRITTEN_BELOW = 0.6
"""Below this similarity a reworded line is another line on the same subject: its meaning has to be checked.

Source: the pairs aligned by hand in tests/cases/gold. Above it stand edits of a line, below it "Know the storage
temperature of shrimp filling" that became "Know the storage conditions of vermouth".
"""

_RANGE = ".range"
_STATED = (FieldState.PRESENT, FieldState.EMPTY)


class Weight(StrEnum):
    """What a link weighs. SAME: the same words; WORDING: other words; MEANING: what is asked for may have changed."""

    SAME = "same"
    WORDING = "wording"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Row:
    """The link of requirements or criteria with the texts of both sides and its weight.

    ``gained`` are the new nodes that say something which no old node of the link says. ``lacking`` is "old" or
    "new" where that source has nothing of the kind at all, so that nothing can be said about what came or went;
    ``another_range`` tells that the range printed for it alone has other words.
    """

    link: Link
    old: tuple[str, ...]
    new: tuple[str, ...]
    weight: Weight
    gained: frozenset[str] = frozenset()
    another_range: bool = False
    lacking: str | None = None

    @property
    def check(self) -> tuple[str, ...]:
        """What may have changed in the meaning, in words for readers."""
        if self.weight is not Weight.MEANING:
            return ()
        own_range = ("its own range",) if self.another_range else ()
        return (*self.link.alerts, *_verb(self.link), *own_range) or ("mostly rewritten",)

    @property
    def difference(self) -> str:
        """How the new texts differ from the old ones, in words; empty where only one side has any."""
        link = self.link
        if link.change is Change.SPLIT:
            return f"one of {len(link.new)} parts of {short_places(link.old)}"
        if link.change is Change.MERGED:
            return f"{short_places(link.old)} in one"
        if self.weight is not Weight.SAME and not link.change.quiet:
            return edit_text(link.runs)
        if not (link.old and link.new) or self.old == self.new:
            return ""
        return "other spelling" if "spelling" in link.notes else "other typography"


def _verb(link: Link) -> tuple[str, ...]:
    if "verb" not in link.notes:
        return ()
    words = verb_words(link)
    return (f"the verb {words[0]} became {words[1]}" if words else "the action verb",)


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """Return a row for every link of requirements and criteria, in the order of the comparison."""
    old, new = _texts(comparison.old), _texts(comparison.new)
    lacking = {kind: lacking_side(comparison, kind) for kind in ("requirement", "criterion")}
    ranged = _with_another_range(comparison)
    return tuple(
        replace(
            _row(link, tuple(old[name] for name in link.old), tuple(new[name] for name in link.new), ranged),
            lacking=lacking[link.kind],
        )
        for link in comparison.links
        if link.kind != "element"
    )


def _with_another_range(comparison: Comparison) -> frozenset[tuple[str, str]]:
    """Return the nodes whose own range is known to have other words, each behind the side it is named after."""
    return frozenset(
        ("new" if change.new else "old", change.field.removesuffix(_RANGE))
        for change in comparison.further
        if change.field.endswith(_RANGE) and not change.change.quiet and change.absent_from_source is None
    )


def lacking_side(comparison: Comparison, kind: str) -> str | None:
    """Return "old" or "new" where that source has no requirements, or no criteria, and does not print that field."""
    field = "elements" if kind == "requirement" else "assessment_criteria"
    old, new = comparison.old, comparison.new
    in_old, in_new = (any(node.kind == kind for node in nodes(unit)) for unit in (old, new))
    if in_old == in_new:
        return None
    side, unit = ("new", new) if in_old else ("old", old)
    return None if unit.state(field) in _STATED else side


def _texts(unit: Unit) -> Mapping[str, str]:
    return {node.name: node.text or "" for node in nodes(unit)}


def _row(link: Link, old: tuple[str, ...], new: tuple[str, ...], ranged: frozenset[tuple[str, str]]) -> Row:
    sides = (*(("old", name) for name in link.old), *(("new", name) for name in link.new))
    another_range = bool(old and new and ranged.intersection(sides))
    if not (old and new) or link.change.quiet or link.change is Change.MOVED:
        return Row(link, old, new, Weight.MEANING if another_range else Weight.SAME, another_range=another_range)
    before, after = _substance(old), _substance(new)
    gained, lost = _saying_more(link.new, after, before), _saying_more(link.old, before, after)
    rewritten = (link.similarity or 0) < REWRITTEN_BELOW
    if link.alerts or "verb" in link.notes or rewritten or another_range:
        weight = Weight.MEANING
    else:
        weight = Weight.SAME if link.pieces and not (gained or lost) else Weight.WORDING
    return Row(link, old, new, weight, gained, another_range=another_range)


def _substance(texts: Iterable[str]) -> list[frozenset[str]]:
    """Return what each text says: the stems of its words, without those that only hold a sentence together."""
    return [frozenset(stem(word) for word in wording.words if word not in STOP_WORDS) for wording in wordings(texts)]


def _saying_more(
    names: Sequence[str], said: Sequence[frozenset[str]], others: Iterable[frozenset[str]]
) -> frozenset[str]:
    known = frozenset[str]().union(*others)
    return frozenset(name for name, words in zip(names, said, strict=True) if words - known)
