"""The names of the rules that set text aside because it stands around the units of a file."""

from __future__ import annotations

OUTSIDE = "outside any unit"
CONTENTS = "table of contents"
LIST = "list of units"
DIVIDER = "divider"

AROUND_UNITS = frozenset({OUTSIDE, CONTENTS, LIST, DIVIDER})
"""Rules whose text is no page furniture but has a content of its own."""
