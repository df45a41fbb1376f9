"""The action verbs of a link whose verb changed, as printed."""

from __future__ import annotations

import re

from generator.compare.result import Link
from generator.compare.verbs import verb_changed

_FIRST_WORD = re.compile(r"\s*([A-Za-z]+)\b")
_ANOTHER_VERB = ("zzz",)


def verb_words(link: Link) -> tuple[str, str] | None:
    """Return old and new verb of a link with the note "verb" whose lines both begin with the verb, else None."""
    if "verb" not in link.notes:
        return None
    old, new = (_leading_verb(link, kind) for kind in ("removed", "added"))
    return (old, new) if old and new else None


def _leading_verb(link: Link, kind: str) -> str:
    """Return the first word of one side; "" where a lead-in ("be able to"), an adverb or an article stands there."""
    text = "".join(run.text for run in link.runs if run.kind in ("same", kind))
    match = _FIRST_WORD.match(text)
    word = match.group(1) if match else ""
    return word if word and verb_changed((word.casefold(),), _ANOTHER_VERB) else ""
