"""What the head of a page says about the status of a unit: on what it rests, what came before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue import SuccessionRuling
from generator.contents import Contents
from generator.model import Unit
from generator.pages.fragments import Fragment, Text
from generator.pages.links import linked_reason


def status_sentence(unit: Unit, contents: Contents) -> Text:
    """Return the status of a unit with its reason, and the way to older versions or to newer and current ones."""
    if contents.catalogue.status_of(unit).current:
        return tuple(_current(unit, contents))
    return tuple(_superseded(unit, contents))


def status_reason(unit: Unit, contents: Contents) -> str:
    """Return on what the status of a unit rests, with what was ruled about its holders and why."""
    status = contents.catalogue.status_of(unit)
    return ruled_reason(status.sentence, None if status.current else _ruling(unit, contents))


def ruled_reason(reason: str, ruling: SuccessionRuling | None) -> str:
    """Return a reason with what the ruling says: "ruled on ... by ... as equivalent: one requirement added"."""
    if ruling is None:
        return reason
    verdict = f" as {ruling.equivalence.value}" if ruling.equivalence else ""
    return f"{reason}{verdict}{f': {ruling.why}' if ruling.why else ''}"


def successors(unit: Unit, contents: Contents) -> Text:
    """Return the codes that directly supersede a unit, as links; empty where it is current."""
    return tuple(_names(contents.catalogue.status_of(unit).superseded_by, unit, contents))


def _current(unit: Unit, contents: Contents) -> Iterator[Fragment]:
    status = contents.catalogue.status_of(unit)
    yield Fragment("Current (")
    yield from linked_reason(status_reason(unit, contents), unit, contents)
    yield Fragment(").")
    if status.supersedes:
        yield Fragment(" Supersedes ")
        yield from _names(status.supersedes, unit, contents)
        yield Fragment(".")
    for older in contents.catalogue.older_than(unit):
        yield from _comparison(f"See what changed since {older.code.text}", older, unit, contents)


def _superseded(unit: Unit, contents: Contents) -> Iterator[Fragment]:
    yield Fragment("Superseded by ")
    yield from successors(unit, contents)
    yield Fragment(" (")
    yield from linked_reason(status_reason(unit, contents), unit, contents)
    yield Fragment(").")
    newer = contents.catalogue.newer_than(unit)
    for other in newer:
        yield from _comparison(f"See what changed in {other.code.text}", unit, other, contents)
    current = contents.catalogue.current_for(unit)
    further = [other for other in current if other not in newer]
    if further:
        yield Fragment(" Current now: ")
        yield from _names(map(contents.catalogue.version_name, current), unit, contents)
        yield Fragment(".")
    for other in further:
        yield from _comparison(f"See what changed in {other.code.text}", unit, other, contents)


def _names(names: Iterable[str], unit: Unit, contents: Contents) -> Iterator[Fragment]:
    """Yield names of versions, those of the collection as links."""
    for number, name in enumerate(names):
        if number:
            yield Fragment(", ")
        found = contents.catalogue.versions_named((name,), unit.language)
        if found:
            yield Fragment(name, contents.addresses.unit(found[0]))
        else:
            yield Fragment(f"{name} (not in this collection)")


def _comparison(words: str, old: Unit, new: Unit, contents: Contents) -> Iterator[Fragment]:
    address = contents.addresses.comparison(old, new)
    if address:
        yield Fragment(" ")
        yield Fragment(words, address)
        yield Fragment(".")


def _ruling(unit: Unit, contents: Contents) -> SuccessionRuling | None:
    """Return the ruling on what supersedes a unit."""
    version = contents.catalogue.version_name(unit)
    successions = contents.catalogue.lineage_of(unit).successions
    return next((one.ruling for one in successions if one.old == version and one.ruling), None)
