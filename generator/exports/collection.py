"""All units in one JSON file."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import UNITS_JSON
from generator.contents import Contents
from generator.exports.json_text import json_text
from generator.exports.units import published_form


def files(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield ``data/units.json``."""
    units = [published_form(unit, contents) for unit in contents.catalogue.units]
    yield UNITS_JSON, json_text({"schema": "unit-collection/1", "units": units})
