"""Whether a file seems to end in the middle of a unit."""

from __future__ import annotations

import re

from generator.diagnostics import Finding
from generator.reading import RawUnit

_OPEN_END = re.compile(r"(?:[,，、;；(（/&-]|\b(?:a|an|and|as|by|for|in|of|on|or|the|to|with))$", re.IGNORECASE)
_LAST_FIELDS = frozenset({"remark", "section", "extra_field"})
"""Fields a unit may end with, whatever their text."""


def truncation(raw: RawUnit, text: str) -> Finding | None:
    """Return a finding where the last unit of a file breaks off.

    A unit ends with its assessment criteria, a remark or sections of its own. It breaks off where it ends before
    them in a line that was not ended, and anywhere where its last line ends openly ("; and").
    """
    last = raw.fields[-1]
    if last.field in _LAST_FIELDS or not last.lines:
        return None
    line = last.lines[-1].passage
    end = line.text.rstrip()
    unfinished = last.field != "assessment_criteria" and not text.endswith(("\n", "\r"))
    if not unfinished and not _OPEN_END.search(end):
        return None
    if end.endswith((".", "。")):
        return None
    at = max(line.span.start, line.span.end - 1)
    return Finding("truncated-unit", at, f"the file seems to end here in the middle of a unit: {end[-60:]!r}")
