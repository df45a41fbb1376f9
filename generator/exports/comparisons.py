"""One JSON file per comparison, and a list of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import COMPARISONS_JSON
from generator.catalogue import Pair
from generator.compare.form import comparison_to_json
from generator.consequences.form import consequences_to_json
from generator.contents import Contents
from generator.exports.json_text import json_text


def files(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield ``comparison.json`` beside the page of every comparison, and ``data/comparisons.json``.

    The list names every two units once: those swapped are left out.
    """
    listed = []
    for one in contents.published.values():
        pair, address = one.pair, contents.addresses.published(one.pair)
        form = {
            **comparison_to_json(one.comparison),
            **consequences_to_json(one.consequences),
            "ruling": None if pair.swapped else _ruling(pair.versions),
        }
        yield f"{address}comparison.json", json_text(form)
        if not pair.swapped:
            facts = {
                "address": address,
                "language": pair.new.language,
                "why": pair.why.value,
                "reason": pair.versions.reason if pair.versions else "among the nearest units",
            }
            listed.append({**facts, **{key: form[key] for key in ("old", "new", "summary", "fields", "ruling")}})
    yield COMPARISONS_JSON, json_text({"schema": "comparison-list/1", "comparisons": listed})


def _ruling(versions: Pair | None) -> str | None:
    """Return what was ruled about holders of the old unit, None where nothing was."""
    ruling = versions.ruling if versions else None
    return ruling.equivalence.value if ruling and ruling.equivalence else None
