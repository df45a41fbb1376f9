"""A text made ready for an HTML parser that gives no positions.

A mark with its offset is put wherever the text may stop being verbatim: behind tags, around entities and line
ends. What the parser would misread is settled before: active content is left out, "<" and "&" that begin no
tag and no entity are written as entities, and tags nested without end are cut off at a limit.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from generator.diagnostics import Finding
from generator.reading.containers.attributes import active_attributes, read_attributes, set_aside_by, written
from generator.reading.containers.tags import CLOSE, NAMES, OPEN, PAGE_BREAK, TEXT_BREAK
from generator.text.folding import INVISIBLE

DEEPEST_LIST = 12
_DEEPEST_TAG = 100

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "col", "embed"})
_CODE = frozenset({"script", "style"})
_ACTIVE = frozenset({"iframe", "object", "embed", "svg", "form", "input", "textarea", "video", "audio", "button"})
_LISTS = frozenset({"ul", "ol"})
_CLOSED_BY_THE_NEXT = frozenset({"li", "p", "tr", "td", "th", "dt", "dd", "tbody", "thead", "tfoot"})
_DROPPED = frozenset({"html", "head", "body", "iframe", "object", "embed", "input", "video", "audio", "a"})
_HARMFUL = frozenset({"iframe", "object", "embed"})
_AS_BLOCKS = frozenset(
    {"title", "form", "select", "noscript", "template", "svg", "textarea", "option", "fieldset", "button"}
)
"""Tags of a page that a parser treats in a way of its own; what they hold is read as that of any block."""

_BETWEEN_CELLS = re.compile(r"(?:<hr>)?<(?:/t[dhr]|/?t(?:body|head|foot)|tr|table|/caption|/?colgroup|col)\b[^<>]*>")


@dataclass(slots=True)
class _Marking:
    """The state of one walk over the tags of a text.

    ``code`` holds the style sheets of a page, ``links`` the texts of its links, both from and to where; ``link`` is
    where the text of an open link begins.
    """

    source: str
    page: bool
    findings: list[Finding] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    link: int | None = None
    open_lists: int = 0
    open_tags: int = 0
    too_deep: bool = False
    unclosed: set[str] = field(default_factory=set)
    reported: set[str] = field(default_factory=set)

    def report(self, kind: str, offset: int, message: str) -> None:
        if self.page and message in self.reported:
            return
        self.reported.add(message)
        self.findings.append(Finding(kind, offset, message))


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with marks for the parser, what was found, and where style sheets and the texts of links stand.

    Offsets count from the start of the text.
    """

    text: str
    findings: tuple[Finding, ...]
    code: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, int], ...]


def marked(source: str, *, page: bool = False) -> Marked:
    """Return a text, or a whole web page, with marks for the parser."""
    marking = _Marking(source, page)
    breaks, tag_of = (PAGE_BREAK, _page_tag) if page else (TEXT_BREAK, _tag)
    parts: list[str] = []
    last, between = 0, False
    while match := breaks.search(source, last):
        start, end = match.span()
        _add_text(parts, source[last:start], last, between=between)
        last = end
        if match.group("tag"):
            tag, last = tag_of(marking, match)
            parts.append(tag)
            between = _BETWEEN_CELLS.fullmatch(tag) is not None if tag else between
        else:
            _add_text(parts, _character(marking, match), start, between=between)
    _add_text(parts, source[last:], last, between=between)
    return Marked("".join(parts), tuple(marking.findings), tuple(marking.code), tuple(marking.links))


def _add_text(parts: list[str], text: str, start: int, *, between: bool) -> None:
    """Add text with its mark; blanks ``between`` the cells of a table need none, they would be moved out of it."""
    if text:
        parts.append(text if between and text.isspace() else f"{OPEN}{start}{CLOSE}{text}")


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
    """Return a tag in a text as the parser shall see it, and where the text goes on behind it."""
    name, end = (match.group("name") or "").lower(), match.end()
    if name == "title":
        return "<br>", end
    if not name or name in _CODE | _ACTIVE:
        return "", _left_out(marking, name, match)
    _report_active(marking, name, match)
    return _written(marking, name, match, read_attributes(match.group("attributes"))), end


def _page_tag(marking: _Marking, match: re.Match[str]) -> tuple[str, int]:
    """Return a tag of a web page as the parser shall see it; what it holds may be set aside by a rule."""
    name, start, end = (match.group("name") or "").lower(), match.start(), match.end()
    if not name:
        return _comment(marking, match)
    if name == "style" and not match.group("close"):
        after = _left_out(marking, name, match)
        marking.code.append((start, after))
        return "", after
    if name in _CODE | _HARMFUL:
        return "", _left_out(marking, name, match)
    _report_active(marking, name, match)
    if name == "a":
        _note_link(marking, match)
    if name in _DROPPED or name not in NAMES | _AS_BLOCKS:
        return "", end
    attributes = read_attributes(match.group("attributes"))
    if not match.group("close") and name not in _VOID and (rule := set_aside_by(name, attributes)):
        attributes["rule"] = rule
    return _written(marking, "div" if name in _AS_BLOCKS else name, match, attributes), end


def _note_link(marking: _Marking, match: re.Match[str]) -> None:
    """Note where the text of a link begins or ends; the name of a place in the page is no link."""
    if match.group("close"):
        if marking.link is not None:
            marking.links.append((marking.link, match.start()))
        marking.link = None
    elif "href" in match.group("attributes").lower():
        marking.link = match.end()


def _comment(marking: _Marking, match: re.Match[str]) -> tuple[str, int]:
    """Leave out a comment or declaration; a comment that is never closed holds text."""
    if match.group() != "<!--":
        return "", match.end()
    end = -1 if "comment" in marking.unclosed else marking.source.find("-->", match.end())
    if end < 0:
        marking.unclosed.add("comment")
        return "", match.end()
    return "", end + len("-->")


def _report_active(marking: _Marking, name: str, match: re.Match[str]) -> None:
    for attribute in active_attributes(match.group("attributes")):
        marking.report("active-content-removed", match.start(), f"attribute {attribute} of <{name}> removed")


def _left_out(marking: _Marking, name: str, match: re.Match[str]) -> int:
    """Leave out a comment, an active tag, or code together with its end tag; return where the text goes on."""
    end = match.end()
    if not name or match.group("close"):
        return end
    words = ""
    closing = _end_of_code(marking, name, end)
    if closing:
        words = f" with {len(marking.source[end : closing.start()].split())} words of code"
        end = closing.end()
    if not (marking.page and name == "style"):
        marking.report("active-content-removed", match.start(), f"<{name}> removed{words}")
    return end


def _end_of_code(marking: _Marking, name: str, start: int) -> re.Match[str] | None:
    """Return the end tag of a script or style sheet; a tag that is never closed holds text, not code."""
    if name not in _CODE or name in marking.unclosed:
        return None
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(marking.source, start)
    if closing is None:
        marking.unclosed.add(name)
    return closing


def _written(marking: _Marking, name: str, match: re.Match[str], attributes: dict[str, str]) -> str:
    """Return a tag; one that may hold others of its kind is only a break beyond the deepest place."""
    close = match.group("close")
    whole = f"<{close}{name}{'' if close else written(attributes)}>"
    if name in _VOID or name in _CLOSED_BY_THE_NEXT:
        return whole
    if _is_too_deep(marking, name, match):
        return "<br>"
    # HTML moves text that stands in a table outside its cells to before the table: keep it a line of its own.
    return f"<hr>{whole}" if name == "table" and not close else whole


def _is_too_deep(marking: _Marking, name: str, match: re.Match[str]) -> bool:
    step = -1 if match.group("close") else 1
    if name not in _LISTS:
        depth = max(marking.open_tags, marking.open_tags + step)
        marking.open_tags = max(0, marking.open_tags + step)
        return depth > _DEEPEST_TAG
    depth = max(marking.open_lists, marking.open_lists + step)
    marking.open_lists = max(0, marking.open_lists + step)
    if depth > DEEPEST_LIST and not marking.too_deep:
        marking.too_deep = True
        message = f"lists below level {DEEPEST_LIST} are kept at that level"
        marking.report("nesting-too-deep", match.start(), message)
    return depth > DEEPEST_LIST
