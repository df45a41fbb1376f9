"""Form feeds: each ends a page."""

from __future__ import annotations

import re


def page_starts(text: str) -> tuple[int, ...]:
    """Return the offset at which each page of a text begins, nothing where there is only one."""
    last = len(text.rstrip())
    ends = [match.end() for match in re.finditer("\f", text) if match.end() < last]
    return (0, *ends) if ends else ()
