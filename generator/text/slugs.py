"""Slugs: names as parts of addresses."""

from __future__ import annotations

import re
import unicodedata

_OTHER = re.compile(r"[^\w]+|_+")
_LONGEST = 60


def slug(name: str) -> str:
    """Return a name as part of an address: folded, words joined by hyphens, at most 60 characters, never empty.

    Letters of any script stay as they are; nothing that could climb a folder or start a query is left.
    """
    words = _OTHER.sub("-", unicodedata.normalize("NFKC", name).casefold()).strip("-")
    return words[:_LONGEST].rstrip("-") or "unnamed"
