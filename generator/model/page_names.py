"""Codes as names of pages: the slug, and the codes that can have none."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

LONGEST = 64
"""Characters a code may have and still name a page; the longest known grammar needs 25."""

RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index", "readme", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that are no folder on Windows, or that MkDocs takes for the page of the folder above."""

_NOT_IN_SLUG = re.compile(r"[^A-Za-z0-9._]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_DRIVE = re.compile(r"[A-Za-z]:[/\\]")
_FOLDERS = re.compile(r"[/\\]")
_SHOWN = 40


def page_slug(code: str) -> str:
    """Return the code as the name of a page: every character outside ``A-Z a-z 0-9 . _`` is a hyphen."""
    return _NOT_IN_SLUG.sub("-", code)


_UNSAFE: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("it is empty", lambda code: not code),
    (f"it is longer than {LONGEST} characters", lambda code: len(code) > LONGEST),
    ("it has control characters", lambda code: bool(_CONTROL.search(code))),
    ("it is an absolute path", lambda code: code[0] in "/\\" or bool(_DRIVE.match(code))),
    ("it climbs folders", lambda code: any(part in (".", "..") for part in _FOLDERS.split(code))),
    ("it starts with a dot, hyphen or tilde", lambda code: code[0] in ".-~"),
    ("it has neither a letter from A to Z nor a digit", lambda code: not page_slug(code).strip("-._")),
    ("it is a reserved name", lambda code: page_slug(code).split(".")[0].lower() in RESERVED),
)


def unsafe_reason(code: str) -> str | None:
    """Return why a code cannot name a page even as a slug, None where it can (``QX/N0104`` is ``QX-N0104``).

    Percent signs are read as a browser would read them: ``%2e%2e%2f`` climbs too.
    """
    return next((why for why, applies in _UNSAFE if applies(code) or applies(unquote(code))), None)


def unsafe_message(name: str, why: str) -> str:
    """Return the words that say why a unit is not published."""
    if not name:
        return "no code says what to call the page; the unit is not published"
    return f"the code “{shortened(name)}” cannot name a page: {why}; the unit is not published"


def shortened(code: str) -> str:
    """Return a code as it is shown in messages, however long it is."""
    return code if len(code) <= _SHOWN else f"{code[:_SHOWN]}…"
