"""Attributes of tags: which matter for reading, which are active, and which say that words are no part of the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")
_KEPT = ("class", "style", "type", "start", "value", "rowspan", "colspan", "role", "rule")
_ACTIVE_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(?:(?P<handler>on\w+)\s*=|(?P<link>[\w-]+)\s*=\s*["']?\s*(?:javascript|vbscript|data)\s*:)""",
    re.IGNORECASE,
)
_PICTURE_LINK = re.compile(r"""\bsrc(?:set)?\s*=\s*["']?\s*data:image/""", re.IGNORECASE)

_RULES_OF_TAGS = {
    "nav": "navigation",
    "aside": "sidebar",
    "header": "page header",
    "footer": "page footer",
    "form": "form",
    "select": "form",
    "button": "form",
    "noscript": "hidden text",
    "template": "hidden text",
    "title": "window title",
    "svg": "picture",
}
_RULES_OF_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "page header",
    "contentinfo": "page footer",
    "complementary": "sidebar",
    "search": "search",
    "dialog": "dialog",
    "alertdialog": "dialog",
}
_RULES_OF_NAMES = (
    (
        re.compile(r"nav(?:bar|igation)?|(?:main-|site-|top-)?(?:menu|nav)|mw-(?:navigation|jump-link|panel)"),
        "navigation",
    ),
    (re.compile(r"(?:site-|page-|main-)?footer|catlinks|printfooter"), "page footer"),
    (re.compile(r"(?:entry|post|article)-(?:footer|meta|tags)|cat-links|tags-links|edit-link"), "article footer"),
    (re.compile(r"(?:post|posts|comment)-navigation|pagination|breadcrumbs?|share(?:-links|-buttons)?"), "navigation"),
    (re.compile(r"(?:site-|page-)header"), "page header"),
    (re.compile(r"side-?bar"), "sidebar"),
    (re.compile(r"cookie-?(?:banner|notice|consent|bar)"), "dialog"),
    (re.compile(r"skip-?(?:link|to-content|nav)|mw-editsection"), "navigation"),
)
"""What names of classes and ids say; whole names only."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
ONLY_OUTSIDE_MAIN = frozenset({"page header", "page footer"})
"""Rules that hold for a tag outside the main part only: an article may have a header of its own."""


def read_attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag by their names in small letters."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match.group(1).lower(), html.unescape(value))
    return found


def written(attributes: Mapping[str, str]) -> str:
    """Return the attributes that matter for reading, as they stand in a tag."""
    return "".join(f' {name}="{html.escape(attributes[name])}"' for name in _KEPT if name in attributes)


def active_attributes(text: str) -> Iterator[str]:
    """Yield the names of attributes that hold code or links to code."""
    if "=" not in text:
        return
    for found in _ACTIVE_ATTRIBUTE.finditer(html.unescape(text)):
        if not _PICTURE_LINK.match(found.string, found.start()):
            yield (found.group("handler") or found.group("link")).lower()


def set_aside_by(name: str, attributes: Mapping[str, str]) -> str | None:
    """Return the rule by which what a tag holds is no part of the text of a page, None where it is."""
    hidden = "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true"
    if hidden or _HIDDEN.search(attributes.get("style", "")):
        return "hidden text"
    named = _by_name(f"{attributes.get('id', '')} {attributes.get('class', '')}".lower().split())
    return named or _RULES_OF_TAGS.get(name) or _RULES_OF_ROLES.get(attributes.get("role", "").lower())


def _by_name(names: list[str]) -> str | None:
    return next((rule for name in names for pattern, rule in _RULES_OF_NAMES if pattern.fullmatch(name)), None)
