"""Front matter: the YAML between two ``---`` lines at the very start of a file, each value with its place.

The events of the YAML parser are read, never its objects: nothing is constructed, aliases are not followed, and a
value is the characters as typed (``0123`` stays ``0123``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostics import Finding
from generator.positions import Passage, Run, Span, joined
from generator.reading.contents import SetAside

DEEPEST = 4
LONGEST = 50_000
"""Levels and characters of front matter; what is deeper or longer is none."""

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r))---[ \t]*(?=[\r\n]|\Z)")
_LOOKS_LIKE_KEYS = re.compile(r"^[\w][\w -]{0,40}:(?=\s|$)", re.MULTILINE)
_COMMENT = re.compile(r"#[^\r\n]*")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value; ``parts`` are the entries of a value that is a mapping itself.

    The values of a list stand in ``value`` one after another with semicolons between them.
    """

    key: Passage
    value: Passage
    parts: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The entries of front matter, its comments, and the offset at which the body begins."""

    entries: tuple[Entry, ...]
    comments: tuple[SetAside, ...]
    end: int


def read_front_matter(text: str) -> tuple[FrontMatter | None, tuple[Finding, ...]]:
    """Return the front matter a text begins with, None where it has none that can be used.

    A mapping between two ``---`` lines is front matter. Where there are keys but no sound YAML (or aliases, tags,
    too many levels), there is a finding and the lines are text like any other.
    """
    region = _region(text)
    if region is None:
        return None, ()
    source = text[region.start : region.end]
    try:
        entries = _Reading(source, region.start).entries()
    except (yaml.YAMLError, _Refused) as error:
        return None, _broken(source, region.start, error)
    if not entries:
        return None, ()
    closing = _CLOSING.match(text, region.end)
    end = closing.end() if closing else region.end
    return FrontMatter(entries, tuple(_comments(text, region, entries)), end), ()


def _region(text: str) -> Span | None:
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + LONGEST) if opening else None
    return Span(opening.end(), closing.start()) if opening and closing else None


def _broken(source: str, base: int, error: Exception) -> tuple[Finding, ...]:
    if not _LOOKS_LIKE_KEYS.search(source):
        return ()
    mark = error.mark if isinstance(error, _Refused) else getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "it holds characters that YAML does not allow"
    offset = base + (min(mark.index, len(source)) if mark else 0)
    return (Finding("front-matter-broken", offset, f"front matter read as plain text: {reason}"),)


class _Refused(Exception):  # noqa: N818 - no error of the program
    """YAML that front matter does not need and a hostile file may hold."""

    def __init__(self, problem: str, mark: Any) -> None:
        super().__init__(problem)
        self.problem = problem
        self.mark = mark


@dataclass(slots=True)
class _Level:
    """A mapping or list being read: its entries so far, the key that waits for a value, where it began."""

    mapping: bool
    start: int
    entries: list[Entry] = field(default_factory=list)
    key: Passage | None = None


class _Reading:
    """One walk over the events of a YAML text that stands at offset ``base`` of its file."""

    def __init__(self, source: str, base: int) -> None:
        self._source = source
        self._base = base
        self._levels: list[_Level] = []

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries of the outermost mapping, none where the text is no mapping."""
        top: tuple[Entry, ...] = ()
        for event in yaml.parse(self._source, Loader=yaml.SafeLoader):
            _refuse_what_is_never_needed(event, len(self._levels))
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                if self._levels and self._levels[-1].mapping and self._levels[-1].key is None:
                    raise _Refused("a key must be a word", event.start_mark)
                self._levels.append(_Level(isinstance(event, yaml.MappingStartEvent), _offset(event.start_mark)))
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                level = self._levels.pop()
                if self._levels:
                    self._add(*_value_of(level))
                elif level.mapping:
                    top = tuple(level.entries)
            elif isinstance(event, yaml.ScalarEvent) and self._levels:
                self._add(self._passage(event))
        return top

    def _add(self, value: Passage, parts: tuple[Entry, ...] = ()) -> None:
        level = self._levels[-1]
        if level.mapping and level.key is None:
            level.key = value
        else:
            level.entries.append(Entry(level.key or Passage("", ()), value, parts))
            level.key = None

    def _passage(self, event: yaml.ScalarEvent) -> Passage:
        """Return a scalar with the place of each of its words; one with escapes is a single decoded mark."""
        start, end = _offset(event.start_mark), _offset(event.end_mark)
        text, raw = str(event.value), self._source[start:end]
        if event.style is None and event.implicit[0] and text in ("", "~", "null", "Null", "NULL"):
            return Passage("", ())
        runs: list[Run] = []
        at = 0
        for word in _WORD.finditer(text):
            found = raw.find(word.group(), at)
            if found < 0:
                return Passage(text, (Run(0, len(text), self._base + start, end - start),))
            runs.append(Run(word.start(), len(word.group()), self._base + start + found, len(word.group())))
            at = found + len(word.group())
        return Passage(text, tuple(runs))


def _offset(mark: Any) -> int:
    return int(mark.index)


def _value_of(level: _Level) -> tuple[Passage, tuple[Entry, ...]]:
    value = joined((entry.value for entry in level.entries), "; ")
    return value, tuple(level.entries) if level.mapping else ()


def _refuse_what_is_never_needed(event: yaml.Event, depth: int) -> None:
    refused = None
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        refused = "anchors and aliases are not read"
    elif getattr(event, "tag", None):
        refused = "tags are not read"
    elif depth >= DEEPEST:
        refused = f"it is nested deeper than {DEEPEST} levels"
    if refused:
        raise _Refused(refused, event.start_mark)


def _comments(text: str, region: Span, entries: tuple[Entry, ...]) -> Iterator[SetAside]:
    """Yield the YAML comments: what stands behind ``#`` and is part of no key or value."""
    taken = [span for entry in entries for span in _spans(entry)]
    covered = bytearray(region.end)
    for span in taken:
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    for match in _COMMENT.finditer(text, region.start, region.end):
        if not covered[match.start()] and not any(covered[match.start() : match.end()]):
            yield SetAside("comment", Passage.of(match.group(), match.start()))


def _spans(entry: Entry) -> Iterator[Span]:
    yield from entry.key.spans
    yield from entry.value.spans
    for part in entry.parts:
        yield from part.key.spans
        yield from part.value.spans
