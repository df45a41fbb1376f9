"""The units that names on the command line stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Catalogue, unit_key
from generator.catalogue.names import code_key
from generator.corrections import corrected
from generator.errors import GeneratorError
from generator.model import Unit
from generator.model.form import unit_from_json
from generator.pipeline.reading import fix_files, parse_paths, read_collection
from generator.pipeline.tracking import Track, untracked
from generator.published import PublishedPair, published_pairs
from generator.reading.edit_distance import edit_distance
from generator.source import read_json

_SHORTEST_ENDING = 3
_MOST_SLIPS, _MOST_GUESSES = 2, 5


@dataclass(frozen=True, slots=True)
class Found:
    """A unit, the file it was read from and, where its name was no full code and no file, the code it was read as.

    ``languages`` are the units of the collection with the same name, the main language first; none for a file.
    """

    unit: Unit
    file: Path
    read_as: str = ""
    languages: tuple[Unit, ...] = ()


class UnitFinder:
    """Finds units by file and by code; the collection is read once, and only where a code is asked for."""

    def __init__(self, source: Path, track: Track = untracked) -> None:
        self._source = source
        self._track = track
        self._catalogue: Catalogue | None = None

    def find_both(self, old: str, new: str, language: str | None = None) -> tuple[Found, Found]:
        """Return the units of two names, those of codes in one language.

        It is the language given ("zh" will do for zh-Hant), else the first one that both have, the main language of
        each where there is none. Raises `GeneratorError` also where a code is not in the language given.
        """
        found = self.find(old), self.find(new)
        first, second = ([unit.language for unit in one.languages or (one.unit,)] for one in found)
        shared = language or next((one for one in first if one in second), None)
        if shared is None:
            return found
        return self._in(shared, found[0], required=bool(language)), self._in(shared, found[1], required=bool(language))

    def _in(self, language: str, found: Found, *, required: bool) -> Found:
        unit = next((unit for unit in found.languages if _is_in(language, unit)), None)
        if unit:
            return self._found(unit, found.read_as)
        if found.languages and required:
            code, has = found.unit.code.text, [unit.language for unit in found.languages]
            raise GeneratorError(f"{code} is not in the collection in {language}", f"It is there in {_either(has)}.")
        return found

    def find(self, name: str) -> Found:
        """Return the unit a name stands for.

        A name is a raw file or a JSON file with one unit, one unit of a file ("units.md#LOCUSM212A"), a code of the
        collection in any spelling, a base code with one version, or an ending that one code has ("212A").
        Raises `GeneratorError` where there is none, or more than one.
        """
        if Path(name).is_file():
            return Found(_only_unit(name, _units_of_file(Path(name))), Path(name))
        file, mark, code = name.rpartition("#")
        if mark and Path(file).is_file():
            return Found(_unit_with_code(file, code, _units_of_file(Path(file))), Path(file))
        return self._by_code(name)

    def pair(self, old: Unit, new: Unit) -> PublishedPair | None:
        """Return why two units of the collection belong together; None for files, and for units that do not."""
        if self._catalogue is None:
            return None
        key = unit_key(old), unit_key(new)
        pairs = (pair for pair in published_pairs(self._catalogue, {}) if pair.key == key)
        return next((pair for pair in pairs if pair.old is old and pair.new is new), None)

    def _by_code(self, name: str) -> Found:
        if self._catalogue is None:
            if not self._source.is_dir():
                raise GeneratorError(
                    f"{name} is no file, and there is no folder {self._source} to look a code up in",
                    "Name the folder of raw files with --source, or a file.",
                )
            self._catalogue = read_collection(self._source, self._track).catalogue
        unit = self._catalogue.unit(name)
        return self._found(unit) if unit else self._by_part(name, self._catalogue)

    def _found(self, unit: Unit, read_as: str = "") -> Found:
        languages = self._catalogue.translations(unit) if self._catalogue else ()
        return Found(unit, self._source / (unit.source.file if unit.source else ""), read_as, languages)

    def _by_part(self, name: str, catalogue: Catalogue) -> Found:
        key = code_key(name)
        found = _distinct(unit for unit in catalogue.units if code_key(unit.code.base) == key) or _distinct(
            unit for unit in catalogue.units if len(key) >= _SHORTEST_ENDING and code_key(unit.code.text).endswith(key)
        )
        if len(found) == 1:
            return self._found(found[0], catalogue.version_name(found[0]))
        names = [catalogue.version_name(unit) for unit in found or _near(key, catalogue)][:_MOST_GUESSES]
        if found:
            raise GeneratorError(f"{name} may be {_either(names)}", "Name one of them in full.")
        raise GeneratorError(
            f"{name} is neither a file nor a code of the collection in {self._source}",
            f"Did you mean {_either(names)}?" if names else _way_out(name),
        )


def _way_out(name: str) -> str:
    if name and Path(name).is_dir():
        return "It is a folder: name one of the files in it."
    return "The codes stand on the page of all units."


def _is_in(language: str, unit: Unit) -> bool:
    return f"{unit.language}-".casefold().startswith(f"{language}-".casefold())


def _units_of_file(path: Path) -> tuple[Unit, ...]:
    if path.suffix.casefold() == ".json":
        return _units_of_json(path)
    documents, _ = corrected(parse_paths((path,)), fix_files(path.parent))
    return tuple(unit for document in documents for unit in document.units)


def _units_of_json(path: Path) -> tuple[Unit, ...]:
    """Return the units of a JSON file: one unit, or what `uoc parse --json` prints."""
    content = read_json(path)
    forms = content.get("units", [content]) if isinstance(content, dict) else None
    if not isinstance(forms, list):
        raise GeneratorError(f"{path} holds no unit", "Write the file with `uoc parse --json`.")
    try:
        return tuple(map(unit_from_json, forms))
    except GeneratorError as error:
        raise GeneratorError(f"{path}: {error.message}", error.hint) from error


def _only_unit(name: str, units: Sequence[Unit]) -> Unit:
    if not units:
        raise GeneratorError(f"{name} holds no unit", f"See `uoc check {name}` for what is wrong with it.")
    if len(units) > 1:
        codes = [unit.code.text for unit in units]
        more = f" and {len(codes) - _MOST_GUESSES} more" if len(codes) > _MOST_GUESSES else ""
        raise GeneratorError(
            f"{name} holds {len(units)} units: {', '.join(codes[:_MOST_GUESSES])}{more}",
            f"Name one of them: {name}#{codes[0]}",
        )
    return units[0]


def _unit_with_code(file: str, code: str, units: Sequence[Unit]) -> Unit:
    found = [unit for unit in units if code_key(unit.code.text) == code_key(code)]
    if found:
        return found[0]
    codes = ", ".join(unit.code.text for unit in units[:_MOST_GUESSES])
    raise GeneratorError(f"{file} holds no unit {code}", f"It holds {codes or 'none at all'}.")


def _near(key: str, catalogue: Catalogue) -> tuple[Unit, ...]:
    """Return the units whose codes are a slip or two away, the nearest first."""
    slips = [
        (edit_distance(key, other), unit)
        for unit in catalogue.units
        if abs(len(other := code_key(unit.code.text)) - len(key)) <= _MOST_SLIPS
    ]
    near = sorted((slip for slip in slips if slip[0] <= _MOST_SLIPS), key=lambda slip: slip[0])
    return _distinct(unit for _, unit in near)


def _distinct(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return the first unit of each code: one in several languages counts once."""
    return tuple({unit_key(unit)[0]: unit for unit in reversed(tuple(units))}.values())[::-1]


def _either(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
