"""What a correct reader must find in the made files, and how their versions correspond."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.codes import GivenCode
from benchmarks.edits import Trace
from benchmarks.sheets import Entry, Group, Sheet

SCHEMA = "collection-truth/1"

Form = dict[str, Any]


_ERRORS = ("empty-file", "binary-file")


def file_form(
    path: str,
    layout: str | None,
    units: Sequence[Form],
    damage: str | None = None,
    tolerance: str = "exact",
    diagnostics: Sequence[str] = (),
) -> Form:
    """Return what must be found in one file: its units, and of the diagnostics those that its damage gives.

    ``tolerance`` is "lenient" where only code, title and words are certain.
    """
    return {
        "file": path,
        "layout": layout,
        "damage": damage,
        "tolerance": tolerance,
        "units": list(units),
        "diagnostics": [{"id": name, "severity": "error" if name in _ERRORS else "warning"} for name in diagnostics],
    }


def unit_form(sheet: Sheet, code: GivenCode) -> Form:
    """Return the unit as ``unit-parse/1`` has it, without positions and source."""
    return {
        "code": sheet.code,
        "base_code": code.base,
        "version": code.version,
        "level_in_code": code.level,
        "title": sheet.title,
        "functional_area": sheet.area,
        "industry": sheet.industry,
        "range": sheet.range,
        "level": sheet.level,
        "credit": {"value": sheet.credit, "note": None if sheet.credit is None else sheet.credit_note},
        "elements": [
            {"number": group.number, "heading": group.heading, "requirements": [_entry(e) for e in group.entries]}
            for group in sheet.groups
        ],
        "assessment_criteria": {"intro": sheet.intro, "items": [_entry(entry) for entry in sheet.criteria]},
        "remark": sheet.remark or None,
        "language": sheet.language,
        "extra_fields": {},
        "extra_sections": [],
        "unplaced": [],
        "field_states": {
            "functional_area": "present" if sheet.area else "absent",
            "remark": "absent" if sheet.remark is None else "present" if sheet.remark else "empty",
        },
    }


def _entry(entry: Entry) -> Form:
    return {"number": entry.number, "text": entry.text, "children": [_entry(child) for child in entry.children]}


def versions_form(old: Sheet, new: Sheet, trace: Trace) -> Form:
    """Return how two successive versions correspond: every node of both in exactly one link."""
    return {
        "old": old.code,
        "new": new.code,
        "language": new.language,
        "links": [
            *_links(_elements(old.groups), _elements(new.groups), trace),
            *_links(_requirements(old.groups), _requirements(new.groups), trace),
            *_links(_named(old.criteria, "c"), _named(new.criteria, "c"), trace),
        ],
    }


@dataclass(frozen=True, slots=True)
class _Node:
    """A node of a printed unit: its position name, its text, and the wording without typography."""

    name: str
    text: str
    wording: str


_Nodes = dict[int, _Node]
"""The nodes of one kind by identity, in reading order."""


def _elements(groups: Sequence[Group]) -> _Nodes:
    return {group.identity: _Node(f"e{place}", group.heading, group.wording) for place, group in enumerate(groups, 1)}


def _requirements(groups: Sequence[Group]) -> _Nodes:
    found: _Nodes = {}
    for place, group in enumerate(groups, 1):
        found |= _named(group.entries, f"e{place}.r")
    return found


def _named(entries: Iterable[Entry], before: str) -> _Nodes:
    found: _Nodes = {}
    for place, entry in enumerate(entries, 1):
        found[entry.identity] = _Node(f"{before}{place}", entry.text, entry.wording)
        found |= _named(entry.children, f"{before}{place}.")
    return found


def _links(old: _Nodes, new: _Nodes, trace: Trace) -> Iterator[Form]:
    pieces = {piece: whole for whole, parts in trace.splits.items() for piece in parts}
    merged = {part for parts in trace.merges.values() for part in parts}
    for identity in new:
        if identity in trace.merges:
            yield _link([old[part].name for part in trace.merges[identity]], [new[identity].name], "merged")
        elif identity in pieces:
            parts = trace.splits[pieces[identity]]
            if identity == parts[0]:
                yield _link([old[pieces[identity]].name], [new[part].name for part in parts], "split")
        elif identity in old:
            change = _change(old[identity], new[identity], moved=identity in trace.moved)
            yield _link([old[identity].name], [new[identity].name], change)
        else:
            yield _link([], [new[identity].name], "added")
    for identity in old:
        if identity not in new and identity not in trace.splits and identity not in merged:
            yield _link([old[identity].name], [], "removed")


def _change(old: _Node, new: _Node, *, moved: bool) -> str:
    if old.wording != new.wording:
        return "moved+reworded" if moved else "reworded"
    if moved:
        return "moved"
    return "unchanged" if old.text == new.text else "typographic-only"


def _link(old: list[str], new: list[str], change: str) -> Form:
    return {"old": old, "new": new, "class": change}
