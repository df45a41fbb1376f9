"""Text in the authored form: escaped where Markdown, or the reader, would take it for more than text.

What is escaped is text: a character typed with a backslash or as an entity is never part of a mark, a number or a
label. So one escape at the right place keeps "Level: 4" or "(i) ..." from being read as one.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable

from generator.positions import Passage
from generator.reading.authored import (
    TEXT_THAT_FITS_NO_FIELD,
    begins_like_an_item,
    heading_label,
    heading_number,
    own_number,
    range_label,
    title_fields,
)
from generator.reading.items import Marker
from generator.text.escape import yaml_string

_INLINE = re.compile(r"[\\`*_\[<~#]|&(?=#|[A-Za-z])")
_BLOCK = re.compile(r"[-+>=]")
_LIST_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_PLAIN_IN_YAML = re.compile(r"[^\W\d_](?:[\w ()（）/.,'’、-]*[\w)）])?")
_WORDS_OF_YAML = frozenset("true false yes no on off null y n".split())


def inline(text: str) -> str:
    """Return text as Markdown in which nothing is a mark."""
    return _INLINE.sub(r"\\\g<0>", text)


def paragraph(text: str) -> str:
    """Return text as a paragraph of its own or the start of an item: it opens no block."""
    numbered = _LIST_NUMBER.match(text)
    if numbered:
        return rf"{numbered.group(1)}\{numbered.group(2)}{inline(text[numbered.end() :])}"
    return f"\\{inline(text)}" if _BLOCK.match(text) else inline(text)


def lead_in(text: str) -> str:
    """Return the clause before the requirements of an element as a paragraph."""
    passage = Passage.of(text, 0)
    return guarded(text) if begins_like_an_item(passage) or range_label(passage) else paragraph(text)


def item(text: str, number: str | None = None) -> str:
    """Return the text of an item behind its bullet, with its own number where it has one."""
    for mark in (f"{number} ", f"{number}. ", f"{number}: ") if number else ():
        if not _LIST_NUMBER.match(mark) and _gives(f"{mark}{text}".strip(), number, text):
            return f"{inline(mark)}{inline(text)}".rstrip()
    if number:
        return item(f"{number} {text}".rstrip())
    return paragraph(text) if _gives(text, None, text) else guarded(text)


def element_heading(text: str, number: str | None) -> str:
    """Return the heading of an element, with its number where it has one."""
    whole = f"{number} {text}".strip() if number else text
    for mark in (f"{number}. ", f"{number} ", f"{number}: ") if number else ("",):
        if _gives(f"{mark}{text}".strip(), number, text, heading_number):
            free = heading_label(Passage.of(f"{mark}{text}".strip(), 0)) is None
            return f"{inline(mark)}{inline(text) if free else guarded(text)}".rstrip()
    return inline(whole) if _gives(whole, None, whole) and not _is_section(whole) else guarded(whole)


def own_range(text: str) -> str:
    """Return the range of one element or requirement, with its label."""
    return f"**Range:** {inline(text)}"


def section_heading(text: str) -> str:
    """Return the heading of a section that no field of the model takes."""
    return guarded(text) if _is_section(text) else inline(text)


def title_heading(text: str) -> str:
    """Return the title of a unit, which names no field and begins with no code."""
    alone = not _is_section(text) and len(title_fields(Passage.of(text, 0))) == 1
    return inline(text) if alone else guarded(text)


def _is_section(text: str) -> bool:
    return text == TEXT_THAT_FITS_NO_FIELD or heading_label(Passage.of(text, 0)) is not None


def _gives(
    text: str, number: str | None, rest: str, read: Callable[[Passage], tuple[Marker, Passage]] = own_number
) -> bool:
    """Tell whether a text is read back as this number and what stands behind it."""
    marker, behind = read(Passage.of(text, 0))
    return (marker.text or None) == number and behind.text == rest


def guarded(text: str) -> str:
    """Return text whose first character says that all of it is text."""
    first = text[:1]
    if _LIST_NUMBER.match(text):
        return paragraph(text)
    return f"\\{first}{inline(text[1:])}" if first in string.punctuation else f"&#{ord(first)};{inline(text[1:])}"


def scalar(text: str) -> str:
    """Return text as a YAML value: plain where every YAML reader takes it for text, else in double quotes."""
    plain = _PLAIN_IN_YAML.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML
    return text if plain else yaml_string(text)
