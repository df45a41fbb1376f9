"""Characters of a page with their places, in points from the upper left corner."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.reading.containers.pdf.boxes import Box
from generator.reading.containers.pdf.pages import UNMAPPED, Glyph, PageGlyphs

_FARTHEST = 100_000.0
_BOLD = re.compile(r"bold|black|heavy|demi|semibold|-bd\b|,b\b", re.IGNORECASE)
_SYMBOLS = re.compile(r"dingbat|wingding|webding|symbol", re.IGNORECASE)
_CID = re.compile(r"\(cid:\d+\)")
_BREAKING = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_UNREADABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_NEARLY_LEVEL = 0.1


def sort_glyphs(characters: Iterable[Mapping[str, Any]], width: float, height: float) -> PageGlyphs:
    """Return the characters of a page, each with coordinates in which its text runs from left to right."""
    page = PageGlyphs()
    for character in characters:
        along, across = _direction(character)
        box = Box(*(_finite(character[edge]) for edge in ("x0", "top", "x1", "bottom")))
        if abs(across) <= _NEARLY_LEVEL * abs(along):
            page.level.append(_glyph(character, box.x0, box.x1, _baseline(character, height, box)))
        elif abs(along) > _NEARLY_LEVEL * abs(across):
            page.slanted.append(_glyph(character, box.x0, box.x1, box.bottom))
        elif across > 0:
            page.upwards.append(_glyph(character, height - box.bottom, height - box.top, box.x1))
        else:
            page.downwards.append(_glyph(character, box.top, box.bottom, width - box.x0))
    return page


def _direction(character: Mapping[str, Any]) -> tuple[float, float]:
    matrix = character.get("matrix") or (1, 0, 0, 1, 0, 0)
    return _finite(matrix[0]), _finite(matrix[1])


def _baseline(character: Mapping[str, Any], height: float, box: Box) -> float:
    """Return where a character stands; boxes of different fonts differ below the same baseline."""
    matrix = character.get("matrix")
    if not matrix:
        return box.bottom
    # The box is in page coordinates, the matrix in those of the file: y0 is the box's lower edge in the latter.
    return box.bottom - (_finite(matrix[5]) - _finite(character.get("y0", height - box.bottom)))


def _glyph(character: Mapping[str, Any], x0: float, x1: float, baseline: float) -> Glyph:
    font = str(character.get("fontname") or "").rpartition("+")[2]
    return Glyph(
        _readable(str(character["text"])),
        x0,
        max(x0, x1),
        baseline,
        max(0.1, abs(_finite(character.get("size", 0)))),
        bold=_BOLD.search(font) is not None,
        symbol=_SYMBOLS.search(font) is not None,
    )


def _readable(text: str) -> str:
    """Return the text of a character without line ends and controls, which would tear the lines apart."""
    text = _BREAKING.sub(" ", _CID.sub(UNMAPPED, text))
    return _UNREADABLE.sub(UNMAPPED, text)


def _finite(number: Any) -> float:
    value = float(number)
    return min(_FARTHEST, max(-_FARTHEST, value)) if math.isfinite(value) else 0.0
