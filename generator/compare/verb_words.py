"""The action verbs of a link whose verb changed, as printed."""

from __future__ import annotations

from generator.compare.keys import folded
from generator.compare.result import Link
from generator.compare.tokens import tokens
from generator.compare.verbs import leading_verb, marks_before


def verb_words(link: Link) -> tuple[str, str] | None:
    """Return old and new verb of a link with the note "verb" where both can be told, else None."""
    if "verb" not in link.notes:
        return None
    old, new = (_printed_verb(link, kind) for kind in ("removed", "added"))
    return (old, new) if old and new else None


def _printed_verb(link: Link, kind: str) -> str:
    """Return the leading verb of one side as printed, behind a lead-in ("be able to") or an adverb if need be."""
    text = "".join(run.text for run in link.runs if run.kind in ("same", kind))
    words = [token.core for token in tokens(text[len(marks_before(text)) :]) if token.is_word]
    keys = [folded(word) for word in words]
    verb = leading_verb(keys)
    start = next((at for at in range(len(keys)) if verb and keys[at : at + len(verb)] == verb), len(keys))
    return "".join(words[start : start + len(verb)])
