"""Findings that say the same, put together: in one file by the pattern of their message, across files word for word."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from generator.diagnostics.diagnostic import Diagnostic

_QUOTED = re.compile(r"""'[^']*'|"[^"]*"|“[^“”]*”""")
_WITH_DIGIT = re.compile(r"(?<!\S)\S*\d\S*")


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that say the same: the first, the others in its file, and those in other files, file by file."""

    first: Diagnostic
    others: tuple[Diagnostic, ...]
    elsewhere: tuple[tuple[Diagnostic, ...], ...] = ()


def grouped_by_file(diagnostics: Iterable[Diagnostic]) -> tuple[tuple[Diagnostic, ...], ...]:
    """Return findings of the same file, kind and pattern of message together, in the order of their first ones."""
    found: dict[Hashable, list[Diagnostic]] = {}
    for one in diagnostics:
        found.setdefault((one.file, *_sort_of(one), message_pattern(one.message)), []).append(one)
    return tuple(map(tuple, found.values()))


def grouped(diagnostics: Iterable[Diagnostic]) -> tuple[Group, ...]:
    """Return findings by what they say, in the order of their first ones.

    Files are put together only where the message is the same word for word.
    """
    found: dict[Hashable, list[tuple[Diagnostic, ...]]] = {}
    for alike in grouped_by_file(diagnostics):
        found.setdefault(_across_files(alike), []).append(alike)
    return tuple(Group(files[0][0], files[0][1:], tuple(files[1:])) for files in found.values())


def message_pattern(message: str) -> str:
    """Return what messages of one making have in common: without what they quote, and without numbers and codes."""
    return _WITH_DIGIT.sub("#", _QUOTED.sub("#", message))


def _sort_of(found: Diagnostic) -> tuple[str, ...]:
    return found.id, found.severity, found.hint


def _across_files(alike: Sequence[Diagnostic]) -> Hashable:
    first = alike[0]
    if all(one.message == first.message for one in alike):
        return *_sort_of(first), first.message
    return *_sort_of(first), message_pattern(first.message), first.file
