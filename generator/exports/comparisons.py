"""One JSON file per comparison, and a list of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import COMPARISONS_JSON
from generator.catalogue import Pair
from generator.compare.form import comparison_to_json
from generator.contents import Contents
from generator.exports.json_text import json_text


def files(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield ``comparison.json`` beside the page of every comparison, and ``data/comparisons.json``."""
    listed = []
    for pair, comparison in zip(contents.catalogue.pairs, contents.comparisons, strict=True):
        form = comparison_to_json(comparison)
        address = contents.addresses.comparison(comparison.old, comparison.new)
        yield f"{address}comparison.json", json_text(form)
        facts = {
            "address": address,
            "language": comparison.new.language,
            "reason": pair.reason,
            "ruling": _ruling(pair),
        }
        listed.append({**facts, **{key: form[key] for key in ("old", "new", "summary", "fields")}})
    yield COMPARISONS_JSON, json_text({"schema": "comparison-list/1", "comparisons": listed})


def _ruling(pair: Pair) -> str | None:
    """Return what was ruled about holders of the old unit, None where nothing was."""
    return pair.ruling.equivalence.value if pair.ruling and pair.ruling.equivalence else None
