"""Units in the authored form as files: names that are safe, a skeleton to begin with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.catalogue.names import name_of, version_label
from generator.catalogue.slugs import allotted_slugs
from generator.errors import GeneratorError
from generator.exports.authored import authored_markdown
from generator.exports.authored_text import scalar
from generator.model import Unit, read_code
from generator.model.page_names import page_slug, unsafe_reason

ENDING = ".md"

_SKELETON = """\
---
# What stands between the two lines of hyphens is data: one key a line. Lines that begin with # are notes to yourself.
code: {code}
title: {title}
level: {level}                # 1 to 7
credit: {credit}               # for example 6
functional_area: {area}
# industry: Logistics
# language: en           (en, zh-Hant, zh-Hans; without it the language is told from the text)
# version: "2"           (only where the code itself states no version)
# published: 2024-03-31  (also superseded and last_use)
---

## Range

<!-- To whom and where the unit applies. Notes like this one are not published. -->

## Competency

<!-- One heading for each element, its requirements below it; indent by two blanks what belongs to the item above. -->

### 1.

-

## Assessment criteria

The integrated outcome requirements of this unit of competency are:

-

## Remark
"""


def skeleton(code: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return the name and text of a new unit; ``values`` may give title, level, credit and area.

    Raises `GeneratorError` where the code cannot name a file.
    """
    kept = read_code(code).text
    keys = ("title", "level", "credit", "area")
    fields = {key: _value(values.get(key, "")) for key in keys}
    return {f"{_safe(kept)}{ENDING}": _SKELETON.format(code=scalar(kept), **fields)}


def _value(text: str) -> str:
    return text if text.isdecimal() or not text else scalar(text)


def authored_files(units: Sequence[Unit]) -> dict[str, str]:
    """Return every unit in the authored form under a name of its own.

    Raises `GeneratorError` where a code cannot name a file.
    """
    languages = Counter(name_of(unit.code) for unit in units)
    wanted = [_name(unit, several=languages[name_of(unit.code)] > 1) for unit in units]
    slugs = allotted_slugs((str(number), name) for number, name in enumerate(wanted))
    return {f"{slugs[str(number)]}{ENDING}": authored_markdown(unit) for number, unit in enumerate(units)}


def _name(unit: Unit, *, several: bool) -> str:
    label = version_label(unit.code)
    version = "" if label is None else f"-v{_safe(label)}"
    language = f".{unit.language}" if several and unit.language != "en" else ""
    return f"{_safe(unit.code.text)}{version}{language}"


def _safe(name: str) -> str:
    why = unsafe_reason(name)
    if why is not None:
        shown = name if len(name) <= 40 else f"{name[:40]}…"
        raise GeneratorError(f"“{shown}” cannot name a file: {why}", "Give the unit a code of letters and digits.")
    return page_slug(name)
