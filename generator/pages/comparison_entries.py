"""Comparisons in lists: which two units, what they are called, and what changed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compare import Comparison
from generator.compare.sentences import FIELD_NAMES
from generator.compare.summaries import DECISIVE, summary_sentence
from generator.contents import Contents
from generator.pages.names import language_note, title_of
from generator.published import Why
from generator.text.wording import listed


@dataclass(frozen=True, slots=True)
class ComparisonEntry:
    """A comparison in a list: the two codes, its address, what the units are called, and what changed.

    ``language_note`` names the language where it is not English; ``decisive`` says which of level, credit and
    range differ, which decide whether a course or an assessment stays valid.
    """

    title: str
    address: str
    names: str
    language: str
    language_note: str
    decisive: str
    summary: str


def comparison_entry(comparison: Comparison, contents: Contents) -> ComparisonEntry:
    """Return the entry of a comparison of the site."""
    old, new = comparison.old, comparison.new
    pair = contents.pair_of(old, new)
    if pair is None:
        raise ValueError(f"{old.code.name} and {new.code.name} are not compared in the site")
    word, sign = ("and", "–") if pair.why is Why.NEAREST else ("to", "→")
    return ComparisonEntry(
        title=f"{old.code.name} {word} {new.code.name}",
        address=contents.addresses.published(pair),
        names=f"{title_of(old)} {sign} {title_of(new)}" if old.title != new.title else title_of(new),
        language=new.language,
        language_note=language_note(new.language),
        decisive=_decisive(comparison, versions=pair.why is not Why.NEAREST),
        summary=summary_sentence(comparison, versions=pair.why is not Why.NEAREST),
    )


def _decisive(comparison: Comparison, *, versions: bool) -> str:
    changed = [
        FIELD_NAMES[change.field].lower()
        for change in comparison.fields
        if change.field in DECISIVE and not change.change.quiet and change.absent_from_source is None
    ]
    verb = "changed" if versions else "differs" if len(changed) == 1 else "differ"
    return f"{listed(changed).capitalize()} {verb}." if changed else ""
