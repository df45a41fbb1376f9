"""Numbers that a browser prints before the items of a list and that stand in no text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

_LISTS = frozenset({"ul", "ol"})
_LETTERS = {"a": "a", "A": "A", "lower-alpha": "a", "upper-alpha": "A", "lower-latin": "a", "upper-latin": "A"}
_ROMAN = {"i": str.lower, "I": str.upper, "lower-roman": str.lower, "upper-roman": str.upper}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_ROMAN_DIGITS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ALPHABET = 26
_MOST_ROMAN = 39
_UNNUMBERED = frozenset({"none", "disc", "circle", "square"})
OWN_NUMBER = re.compile(
    r"[(（]?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivx]{1,5})[.)）、]|[•●○◦▪■♦◆·–—*-]|\d{1,2}(?:\.\d{1,2})+\s"
)
"""An item whose text begins so was numbered by hand; its list prints nothing."""


@dataclass(slots=True)
class Numbering:
    """An open list: how its items are numbered and the number of the next one."""

    style: str
    next: int
    whole: bool

    @classmethod
    def of(cls, node: LexborNode) -> Numbering:
        """Return the numbering of a list node.

        ``whole`` says that the list numbers more than one flat run of items: it goes on from another list, or
        its only item is a heading with further lists behind it.
        """
        attributes = node.attributes
        named = _STYLE.search(attributes.get("style") or "")
        style = named.group(1).lower() if named else attributes.get("type") or "1"
        if node.tag != "ol":
            style = "none"
        start = _number(attributes.get("start"))
        alone = start is not None or sum(child.tag == "li" for child in node.iter()) == 1
        return cls(style, 1 if start is None else start, alone)

    def mark(self, item: LexborNode) -> str:
        """Return what is printed before an item, and count it.

        Of plain numbers only those of headings count: where a list numbers the requirements of an element, its
        numbers would be taken for those of elements.
        """
        if self.style in _UNNUMBERED:
            return ""
        value = _number(item.attributes.get("value"))
        number = self.next if value is None else value
        self.next = number + 1
        if self.style in _LETTERS:
            return f"{chr(ord(_LETTERS[self.style]) + number - 1)}. " if 0 < number <= _ALPHABET else ""
        if self.style in _ROMAN:
            return f"({_ROMAN[self.style](_roman(number))}) " if 0 < number <= _MOST_ROMAN else ""
        headed = self.whole or value is not None or any(child.tag in _LISTS for child in item.iter())
        return f"{number}. " if headed and number >= 0 else ""


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"\d{1,4}", text) else None


def _roman(number: int) -> str:
    text = ""
    for value, digits in _ROMAN_DIGITS:
        text += digits * (number // value)
        number %= value
    return text
