"""Tags and entities in a text: in a text file only those that HTML knows, in a web page whatever looks like one."""

from __future__ import annotations

import re

OPEN, CLOSE = "\U0010fffc", "\U0010fffd"
MARK = re.compile(f"{OPEN}([0-9]+){CLOSE}")

_NAMES = (
    "a|abbr|address|article|aside|audio|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|"
    "div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|"
    "label|li|link|main|mark|meta|nav|object|ol|o:p|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|"
    "svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|video|wbr"
)
HTML_TAG = re.compile(
    rf"<(?P<close>/?)(?P<name>{_NAMES})(?=[\s/>])(?P<attributes>[^<>]*)>"
    r"|<!(?:--[^<>]*--|doctype[^<>]*|\[[^<>]*\])>",
    re.IGNORECASE,
)
"""A tag that HTML knows, or a comment; "3 < 4" and "<name of client>" are text."""

ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
_TAG = re.sub(r"\?P<\w+>", "?:", HTML_TAG.pattern)
NAMES = frozenset((*_NAMES.replace("h[1-6]|", "").split("|"), *(f"h{level}" for level in range(1, 7))))
TEXT_BREAK = re.compile(
    rf"(?P<tag>{HTML_TAG.pattern})|(?P<entity>{ENTITY})|(?:(?!{_TAG}|{ENTITY})[<&])+|\r\n?|\n", re.IGNORECASE
)

_PAGE_TAG = (
    r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*)"
    r"(?P<attributes>(?:[^<>\"'=]++|=\s*+(?:\"[^\"]{0,4000}\"|'[^']{0,4000}')|[\"'=])*+)>"
    r"|<!--|<[!?][^<>]*>"
)
PAGE_BREAK = re.compile(rf"(?P<tag>{_PAGE_TAG})|(?P<entity>{ENTITY})|<+(?=<)|&+(?=&)|[<&]|\r\n?|\n", re.IGNORECASE)
"""Where the text of a web page stops being verbatim; of a comment only its beginning is matched."""


UNFINISHED_TAG = "unfinished tag"
_UNFINISHED = re.compile(rf"<(?:/?(?:{_NAMES})(?:\s[^<>]*)?|/|[a-z]{{1,10}})?\s*\Z", re.IGNORECASE)
_LONGEST_UNFINISHED = 500


def unfinished_tag(text: str) -> int | None:
    """Return where the tag begins in whose middle a text ends, None where it does not end so."""
    begins = text.rfind("<", max(0, len(text) - _LONGEST_UNFINISHED))
    return begins if begins >= 0 and _UNFINISHED.match(text, begins) else None


def has_markup(text: str) -> bool:
    """Tell whether a text holds tags or entities."""
    return HTML_TAG.search(text) is not None or re.search(ENTITY, text) is not None


def break_at(source: str, offset: int) -> int:
    """Return how many characters the entity, line end or mark at an offset takes."""
    match = TEXT_BREAK.match(source, offset)
    return match.end() - offset if match else 1
