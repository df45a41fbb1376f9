"""What a built page or style sheet refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Attributes that hold an address. What is not a link to follow is loaded together with the page.
_LINKS = (("a", "href"), ("area", "href"), ("form", "action"), ("button", "formaction"), ("blockquote", "cite"))
_LOADS = (
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("frame", "src"),
    ("source", "src"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("track", "src"),
    ("embed", "src"),
    ("input", "src"),
    ("object", "data"),
    ("use", "href"),
    ("image", "href"),
)
# Kinds of <link> that only name another page.
_NAMING = frozenset({"alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"})
_CSS_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """An address as it stands in a page; ``loads`` says that the browser fetches it by itself."""

    link: str
    loads: bool = False


def anchors_of(page: bytes) -> frozenset[str]:
    """Return every name that a link with # may give in a page."""
    tree = LexborHTMLParser(page)
    named = {node.attributes.get("name") for node in tree.css("a[name]")}
    return frozenset(filter(None, {node.attributes.get("id") for node in tree.css("[id]")} | named))


def references_in_page(page: bytes) -> tuple[Reference, ...]:
    """Return the references of an HTML page, each once, sorted."""
    return tuple(sorted(set(_references(LexborHTMLParser(page)))))


def references_in_css(text: str) -> tuple[Reference, ...]:
    """Return the references of a style sheet, each once, sorted."""
    return tuple(sorted(set(_in_css(text))))


def _references(tree: LexborHTMLParser) -> Iterator[Reference]:
    for tag, attribute in _LINKS:
        yield from (Reference(value) for _, value in _values(tree, tag, attribute))
    for tag, attribute in _LOADS:
        yield from (Reference(value, loads=True) for _, value in _values(tree, tag, attribute))
    for node, value in _values(tree, "link", "href"):
        kinds = (node.attributes.get("rel") or "").lower().split()
        yield Reference(value, loads=not _NAMING.intersection(kinds))
    for tag in ("img", "source"):
        for _, value in _values(tree, tag, "srcset"):
            yield from (Reference(part.split()[0], loads=True) for part in value.split(",") if part.strip())
    for _, value in _values(tree, "*", "style"):
        yield from _in_css(value)
    for node in tree.css("style"):
        yield from _in_css(node.text())
    for node, value in _values(tree, "meta", "content"):
        if (node.attributes.get("http-equiv") or "").lower() == "refresh" and "url=" in value.lower():
            yield Reference(value[value.lower().index("url=") + 4 :].strip("'\" "))


def _values(tree: LexborHTMLParser, tag: str, attribute: str) -> Iterator[tuple[LexborNode, str]]:
    for node in tree.css(f"{tag}[{attribute}]"):
        value = node.attributes.get(attribute)
        if value is not None:
            yield node, value


def _in_css(text: str) -> Iterator[Reference]:
    for match in _CSS_URL.finditer(_CSS_COMMENT.sub("", text)):
        address = next(filter(None, match.groups()), "")
        if address:
            yield Reference(address, loads=True)
