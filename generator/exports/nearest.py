"""The units nearest to each unit, with the requirements that correspond."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.addresses import NEAREST_JSON
from generator.catalogue import unit_key
from generator.contents import Contents
from generator.exports.json_text import json_text
from generator.model import Unit
from generator.nearest import Neighbour


def files(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield ``data/nearest.json`` (``nearest-units/1``): the units that have neighbours, the nearest first of each."""
    units = [
        {**_name(unit, contents), "nearest": [_neighbour(unit, neighbour, contents) for neighbour in found]}
        for unit in contents.catalogue.units
        if (found := contents.nearest.get(unit_key(unit)))
    ]
    yield NEAREST_JSON, json_text({"schema": "nearest-units/1", "units": units})


def _name(unit: Unit, contents: Contents) -> dict[str, Any]:
    return {
        "code": contents.catalogue.version_name(unit),
        "language": unit.language,
        "address": contents.addresses.unit(unit),
    }


def _neighbour(unit: Unit, neighbour: Neighbour, contents: Contents) -> dict[str, Any]:
    return {
        **_name(neighbour.unit, contents),
        "similarity": neighbour.similarity,
        "comparison": contents.addresses.comparison(unit, neighbour.unit),
        "overlap": [
            {"own": pair.own, "other": pair.other, "similarity": pair.similarity} for pair in neighbour.overlap
        ],
    }
