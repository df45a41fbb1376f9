"""Fix files meet the units they are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.corrections.edits import Outdated, edited
from generator.corrections.fix_file import FixFile, Request, node_path
from generator.diagnostics import Diagnostic, diagnostic
from generator.model import Correction, Unit
from generator.model.page_names import page_slug
from generator.parse import Document
from generator.parse.checks import missing_fields

_SETTLED_BY_A_VALUE = {
    "level": ("level-unparsed", "level-code-mismatch"),
    "credit": ("credit-unparsed",),
    "code": ("code-format", "level-code-mismatch"),
}


def corrected(
    documents: Sequence[Document], fixes: Iterable[FixFile]
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """Return the documents with their units corrected, and what is wrong with the fix files.

    What a correction settles is not among the diagnostics of its document any more.
    """
    by_slug: dict[str, list[FixFile]] = {}
    found: list[Diagnostic] = []
    for fix in fixes:
        found += fix.diagnostics
        by_slug.setdefault(fix.slug, []).append(fix)
    met: set[str] = set()
    done = [_document(document, by_slug, met, found) for document in documents] if by_slug else documents
    for fix in (fix for same in by_slug.values() for fix in same if fix.file not in met and fix.requests):
        message = f"there is no unit {fix.slug.upper()}{f' in {fix.language}' if fix.language else ''} to correct"
        found.append(diagnostic("correction-outdated", fix.file, fix.requests[0].line, message))
    return tuple(done), tuple(found)


def _document(
    document: Document, by_slug: dict[str, list[FixFile]], met: set[str], found: list[Diagnostic]
) -> Document:
    units = []
    settled: set[Diagnostic] = set()
    for unit in document.units:
        named = (fix for slug in _slugs(unit) for fix in by_slug.get(slug, ()))
        own = [fix for fix in named if fix.language in (None, unit.language)]
        met |= {fix.file for fix in own}
        after = unit
        for fix in own:
            after, reported = _corrected(after, fix)
            found += reported
        settled |= set(_settled(document, unit, after))
        units.append(after)
    if all(before is after for before, after in zip(document.units, units, strict=True)):
        return document
    remaining = tuple(one for one in document.diagnostics if one not in settled)
    return replace(document, units=tuple(units), diagnostics=remaining)


def _slugs(unit: Unit) -> tuple[str, ...]:
    """Return what the fix files of a unit may be called: its code, or its code with its version label."""
    code, label = page_slug(unit.code.text).casefold(), unit.code.version
    return (code, f"{code}-v{page_slug(label).casefold()}") if label else (code,)


def _corrected(unit: Unit, fix: FixFile) -> tuple[Unit, list[Diagnostic]]:
    """Apply a fix file; places are those of the raw file, so the last place is corrected first."""
    found: list[Diagnostic] = []
    applied: list[tuple[Request, Correction]] = []
    for request in sorted(fix.requests, key=_order, reverse=True):
        try:
            unit, was, now = edited(unit, request)
        except Outdated as why:
            message = f"not applied: {why}"
            found.append(diagnostic("correction-outdated", fix.file, request.line, message, unit=unit.code.text))
            continue
        correction = Correction(
            kind=request.kind,
            path=request.places[0],
            was=was,
            now=now,
            reason=request.reason,
            by=request.by,
            date=request.date,
            file=fix.file,
            line=request.line,
        )
        applied.append((request, correction))
    if not applied:
        return unit, found
    shifts = [(node_path(one.places[0]), growth) for one, _ in applied if (growth := _growth(one))]
    placed = [replace(each, path=_name_now(one, shifts)) for one, each in reversed(applied)]
    return replace(unit, corrections=(*unit.corrections, *sorted(placed, key=lambda each: each.line))), found


def _order(request: Request) -> tuple[bool, tuple[int, ...]]:
    places = request.kind in ("split", "join")
    return places, node_path(request.places[0]) if places else (request.line,)


def _growth(request: Request) -> int:
    return {"split": len(request.texts), "join": 1 - len(request.places)}.get(request.kind, 0)


def _name_now(request: Request, shifts: Sequence[tuple[tuple[int, ...], int]]) -> str:
    """Return the name of a corrected node in the corrected unit: what was split or joined before it moves it."""
    name = request.places[0]
    if request.kind == "set":
        return name
    path = node_path(name)
    now = list(path)
    for place, growth in shifts:
        depth = len(place) - 1
        if len(path) > depth and path[:depth] == place[:depth]:
            # What stands below a split item goes with its last piece.
            behind = path[depth] > place[depth] or (
                path[depth] == place[depth] and len(path) > len(place) and growth > 0
            )
            now[depth] += growth if behind else 0
    first, *rest = now
    if first == 0:
        return "c" + ".".join(map(str, rest))
    return ".".join([f"e{first}", *([f"r{rest[0]}"] if rest else []), *map(str, rest[1:])])


def _settled(document: Document, before: Unit, after: Unit) -> Iterator[Diagnostic]:
    """Yield the findings about a unit that its corrections have answered."""
    missing = {one.message for one in missing_fields(dict(before.field_states), 0)}
    missing -= {one.message for one in missing_fields(dict(after.field_states), 0)}
    ids: set[str] = set()
    lines: set[tuple[str, int]] = set()
    for correction in after.corrections:
        if correction.kind == "set":
            ids |= set(_SETTLED_BY_A_VALUE.get(correction.path, ()))
        else:
            kind = "missing-heading" if correction.kind == "heading" else "collapsed-bullets"
            lines |= {(kind, line) for line in _lines(after, correction)}
    for one in document.diagnostics:
        about = one.unit == (before.code.text or None)
        known = one.id in ids or (one.id, one.line) in lines or (one.id == "missing-field" and one.message in missing)
        if about and known:
            yield one


def _lines(unit: Unit, correction: Correction) -> Iterator[int]:
    path = node_path(correction.path)
    if correction.kind == "heading":
        element = unit.elements[path[0] - 1]
        place = element.place
    else:
        items = unit.assessment_criteria.items if path[0] == 0 else unit.elements[path[0] - 1].requirements
        for number in path[1:-1]:
            items = items[number - 1].children
        place = items[path[-1] - 1].place
    if place is not None:
        yield place.first_line
