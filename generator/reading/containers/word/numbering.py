"""Numbers and bullets of lists, which stand in the numbering part only: definitions, counters, printed text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.reading.containers.word.looks import PLAIN, Look, Styles, paragraph_look
from generator.reading.containers.word.markup import Node, whole_number
from generator.reading.containers.word.number_formats import formatted
from generator.reading.containers.word.symbols import BULLET, bullet

_MOST_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_INNER_STYLES = frozenset({"lowerLetter", "lowerRoman"})


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: number style, printed form ("%1.%2"), first number, and after which levels it restarts.

    ``restart`` is the number of the highest level below which it goes on counting (0: it never restarts).
    """

    style: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    plain_digits: bool = False
    paragraph_style: str | None = None
    look: Look = PLAIN

    @property
    def is_inner(self) -> bool:
        """Tell whether its numbers letter items inside a text ("(i)") rather than number its sections."""
        return self.style in _INNER_STYLES


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """A list of a document: whose counters it shares, its levels, and the levels it begins anew with which number."""

    counters: str
    levels: Mapping[int, Level]
    anew: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a list prints before a paragraph, and the place of the paragraph in its list.

    ``text`` is empty where the level prints nothing.
    """

    text: str
    list_id: str
    depth: int
    look: Look
    is_inner: bool


@dataclass(slots=True)
class Numbering:
    """The lists of a document while its paragraphs are counted in their order."""

    lists: Mapping[str, ListDefinition] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next_mark(self, look: Look, style: str | None) -> Mark | None:
        """Count a paragraph and return what its list prints before it, None where it is in no list."""
        definition = self.lists.get(look.list_id or "")
        if definition is None or look.list_id is None:
            return None
        depth = self._depth(definition, look, style)
        level = definition.levels.get(depth)
        if level is None:
            return None
        if level.style == "bullet":
            return Mark(level.text, look.list_id, depth, level.look, is_inner=True)
        text = self._printed(definition, level, self._count(look.list_id, definition, depth))
        is_inner = level.is_inner or (depth > 0 and len(_PLACE.findall(level.text)) < 2)
        return Mark(text, look.list_id, depth, level.look, is_inner=is_inner)

    def _depth(self, definition: ListDefinition, look: Look, style: str | None) -> int:
        if look.level is not None:
            return min(max(look.level, 0), _MOST_LEVELS - 1)
        return next((depth for depth, one in definition.levels.items() if style and one.paragraph_style == style), 0)

    def _count(self, list_id: str, definition: ListDefinition, depth: int) -> dict[int, int]:
        counters = self.counters.setdefault(definition.counters, {})
        for level in definition.anew:
            if level <= depth and (list_id, level) not in self.begun:
                self.begun.add((list_id, level))
                for below in [one for one in counters if one >= level]:
                    del counters[below]
        first = definition.anew.get(depth, definition.levels[depth].start)
        counters[depth] = counters[depth] + 1 if depth in counters else first
        for deeper in [one for one in counters if one > depth]:
            restart = definition.levels[deeper].restart if deeper in definition.levels else None
            if restart is None or depth < restart:
                del counters[deeper]
        return counters

    def _printed(self, definition: ListDefinition, level: Level, counters: Mapping[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            depth = int(match.group(1)) - 1
            other = definition.levels.get(depth, level)
            style = "decimal" if level.plain_digits and other.style != "none" else other.style
            return formatted(counters.get(depth, definition.anew.get(depth, other.start)), style)

        text = " ".join(_PLACE.sub(number, level.text).split())
        # Word sets a bare number apart by a tab stop. In a line of text "12 Months" is an amount, "12." a number.
        return f"{text}." if text.isdigit() else text


def read_numbering(root: Node | None, styles: Styles) -> Numbering:
    """Return the lists of a numbering part."""
    if root is None:
        return Numbering()
    shared = {node.attributes.get("w:abstractNumId", ""): node for node in root.nodes("w:abstractNum")}
    named = {node.attributes.get("w:numId", ""): node for node in root.nodes("w:num")}
    read: dict[str, Mapping[int, Level]] = {}
    lists = {}
    for list_id, node in named.items():
        counters = _counters(node, shared, named, styles)
        if counters not in read:
            read[counters] = _levels(shared[counters]) if counters in shared else {}
        lists[list_id] = _list(node, counters, read[counters])
    return Numbering(lists)


def _counters(node: Node, shared: Mapping[str, Node], named: Mapping[str, Node], styles: Styles) -> str:
    """Return the id of the definition a list has its levels from; it may stand behind a list style."""
    own = node.value("w:abstractNumId") or ""
    link = shared[own].value("w:numStyleLink") if own in shared else None
    linked = named.get(styles.look(link).list_id or "") if link else None
    return (linked.value("w:abstractNumId") if linked else None) or own


def _list(node: Node, counters: str, shared: Mapping[int, Level]) -> ListDefinition:
    levels, anew = dict(shared), {}
    for depth, change in _by_depth(node, "w:lvlOverride"):
        own = change.find("w:lvl")
        if own is not None:
            levels[depth] = _level(own)
        start = change.number("w:startOverride")
        if start is not None:
            anew[depth] = start
    return ListDefinition(counters, levels, anew)


def _levels(node: Node) -> dict[int, Level]:
    return {depth: _level(one) for depth, one in _by_depth(node, "w:lvl")}


def _by_depth(node: Node, name: str) -> Iterator[tuple[int, Node]]:
    """Yield what is said about the levels of a list; Word knows nine."""
    for one in node.nodes(name):
        depth = whole_number(one.attributes.get("w:ilvl")) or 0
        if 0 <= depth < _MOST_LEVELS:
            yield depth, one


def _level(node: Node) -> Level:
    style, text = node.value("w:numFmt") or "decimal", node.value("w:lvlText") or ""
    if style == "bullet":
        fonts = node.find("w:rPr", "w:rFonts")
        font = fonts.attributes.get("w:ascii") if fonts else None
        text = BULLET if node.find("w:lvlPicBulletId") else bullet(text, font)
    start = node.number("w:start")
    return Level(
        style=style,
        text=text,
        start=1 if start is None else start,
        restart=node.number("w:lvlRestart"),
        plain_digits=bool(node.flag("w:isLgl")),
        paragraph_style=node.value("w:pStyle"),
        look=paragraph_look(node.find("w:pPr")),
    )
