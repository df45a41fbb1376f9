"""Characters that no sheet prints are taken out of a text: control characters, invisible ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Finding
from generator.text.folding import INVISIBLE

# Vertical tab and form feed are blank; U+0095 before a blank is a bullet of Windows-1252 read as Latin-1.
_REMOVED = (
    (
        "control-characters-removed",
        "control",
        re.compile(
            "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x94\x96-\x9f\U0010fffc\U0010fffd\ufffe\uffff]|\x95(?![ \t\u00a0])"
        ),
    ),
    ("invisible-characters-removed", "invisible", re.compile("[" + "".join(sorted(INVISIBLE)) + "]")),
)
_WIDEST_GAP = 256
_TOO_WIDE = re.compile(rf"[ \t\u00a0\u3000]{{{_WIDEST_GAP + 1},}}")
"""Blanks in a row; no page is wider, and rules that look for what follows blanks would try at every one of them."""
_SOFT_HYPHEN_AT_LINE_END = re.compile(r"(?<=\w)\u00ad(?=[ \t]*(?:[\r\n]|\Z))")


@dataclass(slots=True)
class Cleaning:
    """What was taken out of a text so far: the characters of each kind, and where the first of them stood.

    ``wide`` is where the first stretch of too many blanks stood, and how many there were.
    """

    removed: dict[str, Counter[str]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    wide: tuple[int, int] | None = None

    def clean(self, text: str, offset: int = 0, *, moves: bool = False) -> str:
        """Return a text that begins at an offset of its file without control and invisible characters.

        A soft hyphen at the end of a line is printed: it becomes a hyphen. ``moves`` says that offsets count in the
        clean text, where what was removed has no place but that of the text's start.
        """
        if "\u00ad" in text:
            text = _SOFT_HYPHEN_AT_LINE_END.sub("-", text)
        if gap := _TOO_WIDE.search(text):
            self.wide = self.wide or (offset if moves else offset + gap.start(), len(gap.group()))
            text = _TOO_WIDE.sub(lambda gap: gap.group()[:_WIDEST_GAP], text)
        found = [(kind, pattern, pattern.search(text)) for kind, _, pattern in _REMOVED]
        for kind, pattern, first in found:
            if first:
                self.removed.setdefault(kind, Counter()).update(match.group() for match in pattern.finditer(text))
                self.first.setdefault(kind, offset if moves else offset + first.start())
                text = pattern.sub("", text)
        return text

    def findings(self) -> Iterator[Finding]:
        if self.wide:
            message = f"{self.wide[1]} blanks in a row; read as {_WIDEST_GAP}"
            yield Finding("line-too-long", self.wide[0], message)
        for kind, words, _ in _REMOVED:
            if kind in self.removed:
                points = ", ".join(sorted(f"U+{ord(character):04X}" for character in self.removed[kind]))
                message = f"{self.removed[kind].total()} {words} character(s) removed: {points}"
                yield Finding(kind, self.first[kind], message)
