"""Marks of items in the writing systems of wikis and manuals: stars for depth, signs that stand for numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from generator.positions import Passage, joined
from generator.reading.items import NONE, read_marker
from generator.reading.lines import Line

_STARS = re.compile(r"\*{2,6}(?=[ \t])")
_AUTOMATIC = re.compile(r"#\.(?=[ \t]+\S)")
_OTHER_MARK = re.compile(r"(?:#\.?|[ivx]{1,5}[.)]|\*{2,6})[ \t]+\S")
_BLANKS_OF_A_LEVEL = 4


def begins_item(text: str) -> bool:
    """Tell whether a line begins with the mark of an item."""
    stripped = text.strip()
    marker, _ = read_marker(Line(Passage.of(stripped, 0)))
    return marker != NONE or _OTHER_MARK.match(stripped) is not None


@dataclass(slots=True)
class Counter:
    """Counts items that print a sign instead of their number, by their indent."""

    counts: dict[int, int] = field(default_factory=dict)

    def numbered(self, place: Line, rest: Passage) -> tuple[Line, Passage]:
        """Return the place and text of a line with its number for ``#.``, with its depth for ``**``."""
        stars = _STARS.match(rest.text)
        if stars:
            return replace(place, indent=place.indent + _BLANKS_OF_A_LEVEL * (stars.end() - 1)), rest.slice(
                stars.end() - 1
            )
        automatic = _AUTOMATIC.match(rest.text)
        if automatic is None:
            return place, rest
        self.counts = {indent: count for indent, count in self.counts.items() if indent <= place.indent}
        self.counts[place.indent] = self.counts.get(place.indent, 0) + 1
        number = Passage(f"{self.counts[place.indent]}.", ())
        return place, joined([number, rest.slice(automatic.end())], "")
