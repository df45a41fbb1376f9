"""One JSON file per unit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.contents import Contents
from generator.exports.json_text import json_text
from generator.model import Unit
from generator.model.form import unit_to_json


def files(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield ``unit.json`` beside the page of every unit."""
    for unit in contents.catalogue.units:
        yield contents.addresses.unit_json(unit), json_text(published_form(unit, contents))


def published_form(unit: Unit, contents: Contents) -> dict[str, Any]:
    """Return a unit in the form of ``uoc parse`` with what the catalogue says of it under ``catalogue``."""
    catalogue = contents.catalogue
    status = catalogue.status_of(unit)
    industry = catalogue.industry_of(unit)
    return {
        **unit_to_json(unit),
        "catalogue": {
            "address": contents.addresses.unit(unit),
            "lineage": catalogue.lineage_of(unit).base,
            "status": status.standing.value,
            "status_reason": status.sentence,
            "aliases": list(catalogue.aliases_of(unit)),
            "supersedes": list(status.supersedes),
            "superseded_by": list(status.superseded_by),
            "industry": {"name": industry.name, "inferred": industry.inferred} if industry else None,
            "functional_areas": [
                {"name": place.area, "inferred": place.inferred} for place in catalogue.areas_of(unit) if place.area
            ],
        },
    }
