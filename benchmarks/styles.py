"""Typography that differs from version to version without any change of wording."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_AMERICAN = {"Analyse": "Analyze", "Summarise": "Summarize", "Organise": "Organize", "Minimise": "Minimize"}


@dataclass(frozen=True, slots=True)
class Style:
    """Curly apostrophes, American spelling, and a stop after the last assessment criterion."""

    curly: bool
    american: bool
    stopped: bool

    def printed(self, text: str) -> str:
        if self.american:
            for british, american in _AMERICAN.items():
                text = text.replace(british, american).replace(british.lower(), american.lower())
        return text.replace("'", "’") if self.curly else text


def some_style(random: Random) -> Style:
    return Style(random.random() < 0.4, random.random() < 0.2, random.random() < 0.4)
