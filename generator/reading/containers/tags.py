"""Tags in a text: which there are, and the text made ready for an HTML parser that gives no positions.

A mark with its offset is put wherever the text may stop being verbatim: behind tags, around entities and line
ends. What the parser would misread is settled before: attributes and active content are left out, "<" and "&"
that begin no tag and no entity are written as entities, and tags nested without end are cut off at a limit.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Finding
from generator.text.folding import INVISIBLE

OPEN, CLOSE = "\U0010fffc", "\U0010fffd"
MARK = re.compile(f"{OPEN}([0-9]+){CLOSE}")
DEEPEST_LIST = 12
_DEEPEST_TAG = 100

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "col", "embed"})
_CODE = frozenset({"script", "style"})
_ACTIVE = frozenset({"iframe", "object", "embed", "svg", "form", "input", "textarea", "video", "audio", "button"})
_LISTS = frozenset({"ul", "ol"})
_CLOSED_BY_THE_NEXT = frozenset({"li", "p", "tr", "td", "th", "dt", "dd", "tbody", "thead", "tfoot"})
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

_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
_TAG = re.sub(r"\?P<\w+>", "?:", HTML_TAG.pattern)
_BREAK = re.compile(
    rf"(?P<tag>{HTML_TAG.pattern})|(?P<entity>{_ENTITY})|(?:(?!{_TAG}|{_ENTITY})[<&])+|\r\n?|\n", re.IGNORECASE
)
_ACTIVE_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(?:(?P<handler>on\w+)\s*=|(?P<link>[\w-]+)\s*=\s*["']?\s*(?:javascript|vbscript|data)\s*:)""",
    re.IGNORECASE,
)


def has_markup(text: str) -> bool:
    """Tell whether a text holds tags or entities."""
    return HTML_TAG.search(text) is not None or re.search(_ENTITY, text) is not None


def break_at(source: str, offset: int) -> int:
    """Return how many characters the entity, line end or mark at an offset takes."""
    match = _BREAK.match(source, offset)
    return match.end() - offset if match else 1


@dataclass(slots=True)
class _Marking:
    """The state of one walk over the tags of a text."""

    source: str
    findings: list[Finding] = field(default_factory=list)
    open_lists: int = 0
    open_tags: int = 0
    too_deep: bool = False
    unclosed: set[str] = field(default_factory=set)

    def report(self, kind: str, offset: int, message: str) -> None:
        self.findings.append(Finding(kind, offset, message))


def marked(source: str) -> tuple[str, list[Finding]]:
    """Return a text with marks for the parser, and what was left out; offsets count from the text's start."""
    marking = _Marking(source)
    parts, last = [f"{OPEN}0{CLOSE}"], 0
    while match := _BREAK.search(source, last):
        start, end = match.span()
        parts.append(source[last:start])
        if match.group("tag"):
            tag, last = _tag(marking, match)
            parts.append(tag)
        else:
            parts += [f"{OPEN}{start}{CLOSE}", _character(marking, match)]
            last = end
        parts.append(f"{OPEN}{last}{CLOSE}")
    return "".join([*parts, source[last:]]), marking.findings


def _character(marking: _Marking, match: re.Match[str]) -> str:
    """Return an entity, line end, "<" or "&" as the parser shall see it."""
    text = match.group()
    if match.group("entity"):
        meaning = html.unescape(text)
        if all(character in INVISIBLE for character in meaning):
            marking.report("invisible-characters-removed", match.start(), f"{text} removed")
            return ""
        return text if _is_printable(meaning) else f"&amp;{text[1:]}"
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _is_printable(text: str) -> bool:
    return all(character.isprintable() or character.isspace() for character in text)


def _tag(marking: _Marking, match: re.Match[str]) -> tuple[str, int]:
    """Return a tag as the parser shall see it, and where the text goes on behind it."""
    name, start, end = (match.group("name") or "").lower(), match.start(), match.end()
    if not name or name in _CODE | _ACTIVE | {"title"}:
        return _left_out(marking, name, match)
    for attribute in _active_attributes(match.group("attributes")):
        marking.report("active-content-removed", start, f"attribute {attribute} of <{name}> removed")
    if name in _VOID or name in _CLOSED_BY_THE_NEXT:
        return f"<{match.group('close')}{name}>", end
    return _nested_tag(marking, name, match), end


def _left_out(marking: _Marking, name: str, match: re.Match[str]) -> tuple[str, int]:
    """Leave out a comment, an active tag, or code together with its end tag."""
    end = match.end()
    if name == "title":
        return "<br>", end
    if not name or match.group("close"):
        return "", end
    words = ""
    closing = _end_of_code(marking, name, end)
    if closing:
        words = f" with {len(marking.source[end : closing.start()].split())} words of code"
        end = closing.end()
    marking.report("active-content-removed", match.start(), f"<{name}> removed{words}")
    return "", end


def _end_of_code(marking: _Marking, name: str, start: int) -> re.Match[str] | None:
    """Return the end tag of a script or style sheet; a tag that is never closed holds text, not code."""
    if name not in _CODE or name in marking.unclosed:
        return None
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(marking.source, start)
    if closing is None:
        marking.unclosed.add(name)
    return closing


def _nested_tag(marking: _Marking, name: str, match: re.Match[str]) -> str:
    """Return a tag that may hold others of its kind; beyond the deepest place it is only a break."""
    step = -1 if match.group("close") else 1
    if name in _LISTS:
        depth = max(marking.open_lists, marking.open_lists + step)
        marking.open_lists = max(0, marking.open_lists + step)
        limit = DEEPEST_LIST
        if depth > limit and not marking.too_deep:
            marking.too_deep = True
            marking.report("nesting-too-deep", match.start(), f"lists below level {limit} are kept at that level")
    else:
        depth = max(marking.open_tags, marking.open_tags + step)
        marking.open_tags = max(0, marking.open_tags + step)
        limit = _DEEPEST_TAG
    if depth > limit:
        return "<br>"
    # HTML moves text that stands in a table outside its cells to before the table: keep it a line of its own.
    return "<br><table>" if name == "table" and step > 0 else f"<{match.group('close')}{name}>"


def _active_attributes(attributes: str | None) -> Iterator[str]:
    for found in _ACTIVE_ATTRIBUTE.finditer(html.unescape(attributes or "")):
        yield (found.group("handler") or found.group("link")).lower()
