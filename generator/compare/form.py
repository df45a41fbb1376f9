"""The JSON form of a comparison (``unit-comparison/1``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.compare.result import Change, Comparison, FieldChange, InlineRun, Link

SCHEMA = "unit-comparison/1"


def comparison_to_json(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as the JSON object of the public interface.

    ``summary`` counts requirements and sub-requirements, ``element_summary`` and ``criterion_summary`` the rest.
    """
    return {
        "schema": SCHEMA,
        "old": comparison.old.code.text,
        "new": comparison.new.code.text,
        "summary": _counts(comparison, "requirement"),
        "element_summary": _counts(comparison, "element"),
        "criterion_summary": _counts(comparison, "criterion"),
        "fields": [_field(change) for change in comparison.fields],
        "further": [_field(change) for change in comparison.further],
        "links": [_link(link) for link in comparison.links],
    }


def _counts(comparison: Comparison, kind: str) -> dict[str, int]:
    counts = comparison.counts(kind)
    return {str(change): counts[change] for change in Change}


def _field(change: FieldChange) -> dict[str, Any]:
    return {
        "field": change.field,
        "class": str(change.change),
        "old": change.old,
        "new": change.new,
        "runs": _runs(change.runs),
        "alerts": list(change.alerts),
        "absent_from_source": change.absent_from_source,
    }


def _link(link: Link) -> dict[str, Any]:
    form: dict[str, Any] = {
        "kind": link.kind,
        "old": list(link.old),
        "new": list(link.new),
        "class": str(link.change),
        "runs": _runs(link.runs),
        "alerts": list(link.alerts),
        "notes": list(link.notes),
        "similarity": None if link.similarity is None else round(link.similarity, 2),
        "reason": link.reason or None,
    }
    if link.pieces:
        form["pieces"] = [_runs(piece) for piece in link.pieces]
    return {**form, "absent_from_source": link.absent_from_source} if link.absent_from_source else form


def _runs(runs: Iterable[InlineRun]) -> list[list[str]]:
    return [[run.kind, run.text] for run in runs]
