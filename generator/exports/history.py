"""The history of each requirement of a lineage, as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.compare.history_rows import Event, History, Row
from generator.contents import Contents
from generator.exports.json_text import json_text
from generator.histories import histories, row_anchor


def files(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield ``history.json`` beside the page of every lineage with two versions or more in one language."""
    for lineage in contents.catalogue.lineages:
        found = histories(lineage, contents)
        if found:
            form = {
                "schema": "unit-history/1",
                "base": lineage.base,
                "histories": [history_to_json(one, contents) for one in found],
            }
            yield contents.addresses.history_json(lineage), json_text(form)


def history_to_json(found: History, contents: Contents) -> dict[str, Any]:
    """Return the history of one language; versions and steps oldest first, rows in their reading order."""
    names = [contents.catalogue.version_name(unit) for unit in found.versions]
    return {
        "language": found.versions[0].language,
        "versions": [
            {"name": name, "code": unit.code.text, "address": contents.addresses.unit(unit)}
            for name, unit in zip(names, found.versions, strict=True)
        ],
        "steps": [
            {
                "old": names[step.old],
                "new": names[step.new],
                "address": contents.addresses.comparison(step.comparison.old, step.comparison.new),
                "summary": {str(change): count for change, count in step.comparison.counts().items()},
            }
            for step in found.steps
        ],
        "rows": [_row(row, names, found, contents) for row in found.rows],
    }


def _row(row: Row, names: list[str], found: History, contents: Contents) -> dict[str, Any]:
    return {
        "id": row_anchor(row, found, contents),
        "kind": row.kind,
        "versions": {
            name: None if node is None else {"node": node, "text": text}
            for name, node, text in zip(names, row.names, row.texts, strict=True)
        },
        "events": [_event(event, names, found) for event in row.events],
    }


def _event(event: Event, names: list[str], found: History) -> dict[str, Any]:
    step, link = found.steps[event.step], event.link
    form: dict[str, Any] = {
        "old": names[step.old],
        "new": names[step.new],
        "event": str(event.happening),
        "class": str(link.change),
        "from": list(link.old),
        "to": list(link.new),
        "alerts": list(link.alerts),
        "notes": list(link.notes),
    }
    return {**form, "absent_from_source": link.absent_from_source} if link.absent_from_source else form
