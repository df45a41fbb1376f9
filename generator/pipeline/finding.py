"""The unit a name on the command line stands for."""

from __future__ import annotations

from pathlib import Path

from generator.corrections import corrected
from generator.errors import GeneratorError
from generator.model import Unit
from generator.model.form import unit_from_json
from generator.pipeline.reading import fix_files, parse_paths, read_collection
from generator.source import read_json


def find_unit(name: str, source: Path) -> Unit:
    """Return the unit a name stands for: a raw file, a JSON file with one unit, or a code of the collection.

    Raises `GeneratorError` where there is none, or a file holds more than one.
    """
    path = Path(name)
    if path.is_file():
        units = _units_of_json(path) if path.suffix == ".json" else _units_in(path)
        if len(units) != 1:
            raise GeneratorError(f"{name} holds {len(units)} units", "Name a file with one unit.")
        return units[0]
    unit = read_collection(source).catalogue.unit(name) if source.is_dir() else None
    if unit is None:
        raise GeneratorError(
            f"{name} is neither a file nor a code of the collection in {source}",
            "See `uoc parse` for what a file holds; codes stand on the page of all units.",
        )
    return unit


def _units_in(path: Path) -> tuple[Unit, ...]:
    documents, _ = corrected(parse_paths((path,)), fix_files(path.parent))
    return tuple(unit for document in documents for unit in document.units)


def _units_of_json(path: Path) -> tuple[Unit, ...]:
    """Return the units of a JSON file: one unit, or what `uoc parse --json` prints."""
    content = read_json(path)
    if not isinstance(content, dict):
        raise GeneratorError(f"{path} holds no unit")
    forms = content.get("units", [content])
    return tuple(unit_from_json(form) for form in forms)
