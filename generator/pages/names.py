"""What pages call things: units, levels, areas, languages."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalogue import Area
from generator.model import Unit

UNKNOWN_INDUSTRY = "Industry not known"
LANGUAGES = {"en": "English", "zh-Hant": "Chinese (Traditional)", "zh-Hans": "Chinese (Simplified)", "mul": "Several"}
"""What a reader calls the language of a unit."""


def title_of(unit: Unit) -> str:
    return unit.title or "(title not in this source)"


def credit_of(unit: Unit) -> str:
    """Return the credit value as printed numbers are read, a dash where there is none."""
    return "–" if unit.credit.value is None else f"{unit.credit.value:g}"


def level_of(unit: Unit) -> str:
    return "–" if unit.level is None else str(unit.level)


def level_name(level: int | None) -> str:
    return "Level not known" if level is None else f"Level {level}"


def level_anchor(level: int | None) -> str:
    return f"level-{'none' if level is None else level}"


def area_name(area: Area) -> str:
    return area.name if area.named else "No functional area in the source"


def area_language(area: Area) -> str:
    """Return the language of an area's name: that of its units, English where they differ or name none."""
    return common_language(area.units) if area.named else "en"


def common_language(units: Iterable[Unit]) -> str:
    """Return the one language of all units, English where there are several."""
    languages = {unit.language for unit in units}
    return languages.pop() if len(languages) == 1 else "en"


def language_note(language: str) -> str:
    """Return what to put behind the name of a unit that is not in the language of the site, its language."""
    return "" if language == "en" else LANGUAGES[language]
