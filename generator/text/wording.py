"""Small words around numbers and lists, the same in pages, reports and terminal."""

from __future__ import annotations

from collections.abc import Sequence


def counted(number: int, word: str, plural: str = "") -> str:
    """Return a number with its noun: "1 unit", "2 units"."""
    return f"{number} {word if number == 1 else plural or word + 's'}"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in words: "1, 2 and 3"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
