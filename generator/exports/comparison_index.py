"""The codes to pick two units from, and which two have a comparison: as small as the page that loads it needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.addresses import COMPARISON_INDEX, COMPARISONS
from generator.catalogue import unit_key
from generator.contents import Contents
from generator.model import Unit
from generator.published import PublishedPair


def files(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield ``data/comparison-index.json`` (``comparison-index/1``), without blanks and line breaks.

    ``units`` are name, title and, where it is not English, language; other names follow. ``pairs`` are two places in
    ``units``, old before new, and the folder of the page below ``compare/`` where it is not OLD--NEW. The swapped
    direction of a pair stands there only where its folder is not NEW--OLD.
    """
    places = {unit_key(unit): place for place, unit in enumerate(contents.catalogue.units)}
    pairs = []
    for (old, new), one in contents.published.items():
        folder = _unusual_folder(one.pair, contents)
        if folder or not one.pair.swapped:
            pairs.append([places[old], places[new], *folder])
    units = [_unit(unit, contents) for unit in contents.catalogue.units]
    form = {"schema": "comparison-index/1", "units": units, "pairs": pairs}
    yield COMPARISON_INDEX, f"{json.dumps(form, ensure_ascii=False, separators=(',', ':'))}\n"


def _unusual_folder(pair: PublishedPair, contents: Contents) -> list[str]:
    folder = contents.addresses.published(pair).removeprefix(COMPARISONS).removesuffix("/")
    usual = "--".join(map(contents.catalogue.version_name, (pair.old, pair.new)))
    return [] if folder == usual else [folder]


def _unit(unit: Unit, contents: Contents) -> list[Any]:
    """Return name, title, language and other names, without what would only repeat the usual at the end."""
    found = [
        contents.catalogue.version_name(unit),
        unit.title or "",
        unit.language,
        *contents.catalogue.aliases_of(unit),
    ]
    return found[:2] if found[2:] == ["en"] else found
