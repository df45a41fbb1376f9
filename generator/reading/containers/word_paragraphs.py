"""Paragraphs of saved pages that are list items by their style only, as Word and LibreOffice write them."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from generator.reading.containers.tags import MARK
from generator.reading.containers.walk import Walk

_LEVEL = re.compile(r"mso-list\s*:\s*\w+\s+level(\d)", re.IGNORECASE)
_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_SYMBOLS = re.compile(r"font(?:-family)?\s*:[^;]*(?:symbol|wingdings|courier)", re.IGNORECASE)
_LIST_CLASS = re.compile(r"(?:^|\s)MsoList", re.IGNORECASE)
_HANGING = re.compile(r"text-indent\s*:\s*-", re.IGNORECASE)
_MARGIN = re.compile(r"(?:^|;)\s*margin-left\s*:\s*([\d.]{1,8})(pt|in|cm|mm|px|em)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "em": 12.0}
_POINTS_OF_A_BLANK = 9


def enter(walk: Walk, node: LexborNode, tag: str) -> None:
    """Note that a paragraph begins, or the mark of a list paragraph, which is no text unless it is a number."""
    if tag == "p":
        _enter_paragraph(walk, node)
    elif tag == "span":
        if walk.muted:
            walk.muted += 1
        elif _is_bullet(walk, node):
            walk.muted = 1
            walk.item, walk.level = True, max(walk.level, not walk.lists)


def leave(walk: Walk, tag: str) -> None:
    if tag == "p":
        walk.listed = walk.level > 0
        walk.level = walk.indent = 0
        walk.item = walk.item and bool(walk.lists)
    elif tag == "span" and walk.muted:
        walk.muted -= 1


def _enter_paragraph(walk: Walk, node: LexborNode) -> None:
    attributes = node.attributes
    style = attributes.get("style") or ""
    margin = _MARGIN.search(style)
    walk.indent = _blanks(margin.group(1), margin.group(2)) if margin else 0
    level = _LEVEL.search(style)
    if level:
        walk.level = int(level.group(1))
    elif _LIST_CLASS.search(attributes.get("class") or "") and _HANGING.search(style):
        walk.level = 1
    if walk.level:
        walk.item = True
        walk.listings += not (walk.listed or walk.lists)


def _blanks(number: str, unit: str) -> int:
    try:
        return min(99, round(float(number) * _POINTS[unit.lower()] / _POINTS_OF_A_BLANK))
    except ValueError:
        return 0


def _is_bullet(walk: Walk, node: LexborNode) -> bool:
    """Tell whether a span at the start of a paragraph holds a bullet and no number."""
    if walk.length:
        return False
    style = node.attributes.get("style") or ""
    if not (_MARK.search(style) or _SYMBOLS.search(style)):
        return False
    text = "".join(MARK.sub("", node.text(deep=True)).split())
    return len(text) <= 1 and not text.isdigit()
