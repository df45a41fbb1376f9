"""Where everything stands in the built site. Addresses are made here and nowhere else.

An address is a path below the site's root, with a slash at its end where it is a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from generator.catalogue import Area, Catalogue, Industry, Lineage, unit_key
from generator.catalogue.slugs import allotted_slugs
from generator.model import Unit
from generator.parse import Document
from generator.published import PublishedPair
from generator.text.slugs import slug

UNITS, COMPARISONS, LEVELS, AREAS, INDUSTRIES, QUALITY = (
    "units/",
    "compare/",
    "levels/",
    "areas/",
    "industries/",
    "quality/",
)
DIAGNOSTICS, CODES, LABELS = "reference/diagnostics/", "reference/codes/", "reference/labels/"
GUIDE = "reading-a-comparison/"
UNITS_JSON, UNITS_CSV = "data/units.json", "data/units.csv"
COMPARISONS_JSON, COMPARISON_INDEX = "data/comparisons.json", "data/comparison-index.json"
NEAREST_JSON = "data/nearest.json"

Key = TypeVar("Key")
_NOT_IN_FILE = re.compile(r"[^A-Za-z0-9._/-]")


class Addresses:
    """The addresses of one collection."""

    def __init__(
        self, catalogue: Catalogue, documents: Iterable[Document], pairs: Iterable[PublishedPair] = ()
    ) -> None:
        self._catalogue = catalogue
        self._areas = _slugs((area.key, _area_path(area)) for area in catalogue.areas)
        self._industries = _slugs((industry.key, slug(industry.name)) for industry in catalogue.industries)
        self._raw = _slugs((document.source.file, _file_path(document.source.file)) for document in documents)
        self._pairs = _slugs((pair.key, self._pair_path(pair.old, pair.new)) for pair in pairs)

    def unit(self, unit: Unit) -> str:
        """Return ``units/CODE/``, for a language that is not the main one of the code ``units/CODE/zh-Hant/``."""
        address = f"{UNITS}{self._catalogue.slug_of(unit)}/"
        main = self._catalogue.translations(unit)[0].language
        return address if unit.language == main else f"{address}{unit.language}/"

    def unit_json(self, unit: Unit) -> str:
        return f"{self.unit(unit)}unit.json"

    def lineage(self, lineage: Lineage) -> str:
        """Return the page of a lineage: that of its unit where base and code are the same."""
        return self.lineage_of_base(lineage.base)

    def history(self, lineage: Lineage) -> str:
        """Return the page of the history of a lineage whose own address is that of a unit."""
        return f"{self.lineage(lineage)}history/"

    def history_json(self, lineage: Lineage) -> str:
        return f"{self.lineage(lineage)}history.json"

    def lineage_of_base(self, base: str) -> str:
        return f"{UNITS}{self._catalogue.slug_of_base(base)}/"

    def comparison(self, old: Unit, new: Unit) -> str | None:
        """Return ``compare/OLD--NEW/``, None where the two are not compared in the site."""
        path = self._pairs.get((unit_key(old), unit_key(new)))
        return None if path is None else f"{COMPARISONS}{path}/"

    def published(self, pair: PublishedPair) -> str:
        """Return the address of the comparison of a pair that has one."""
        return f"{COMPARISONS}{self._pairs[pair.key]}/"

    def level(self, level: int | None) -> str:
        return f"{LEVELS}{'none' if level is None else level}/"

    def area(self, area: Area) -> str:
        """Return ``areas/INDUSTRY/AREA/``, ``areas/AREA/`` where no industry is known."""
        return self.area_of_key(area.key)

    def area_of_key(self, key: tuple[str, str]) -> str:
        return f"{AREAS}{self._areas[key]}/"

    def industry(self, industry: Industry) -> str:
        return self.industry_of_key(industry.key)

    def industry_of_key(self, key: str) -> str:
        return f"{INDUSTRIES}{self._industries[key]}/"

    def raw(self, file: str) -> str:
        """Return the address of a raw file as it is; the ending keeps browsers from doing anything but show it."""
        return f"data/raw/{self._raw[file]}.txt"

    def _pair_path(self, old: Unit, new: Unit) -> str:
        """Return ``OLD--NEW``, in another language than the first one that both have ``OLD--NEW/zh-Hant``."""
        path = f"{self._catalogue.slug_of(old)}--{self._catalogue.slug_of(new)}"
        shared = {unit.language for unit in self._catalogue.translations(new)}
        both = (unit.language for unit in self._catalogue.translations(old) if unit.language in shared)
        return path if old.language == next(both, old.language) else f"{path}/{old.language}"


def _slugs(wanted: Iterable[tuple[Key, str]]) -> Mapping[Key, str]:
    """Return a slug of its own for every key, in the order given."""
    pairs = list(dict(wanted).items())
    allotted = allotted_slugs((str(number), path) for number, (_, path) in enumerate(pairs))
    return {key: allotted[str(number)] for number, (key, _) in enumerate(pairs)}


def _area_path(area: Area) -> str:
    return f"{slug(area.industry)}/{slug(area.name)}" if area.industry else slug(area.name)


def _file_path(file: str) -> str:
    return "/".join(_NOT_IN_FILE.sub("-", part).strip(".") or "-" for part in file.split("/"))
