"""What goes wrong with files on their way: damage done to a made file, and what a reader can still find in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from benchmarks.layouts import COLLAPSED, COLON, TABBED, Layout
from benchmarks.sheets import Entry, Sheet

BINARY = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))


@dataclass(frozen=True, slots=True)
class Damaged:
    """The text of a damaged file, the sheet that can be read from it, and the diagnostics it must give.

    ``tolerance`` is "lenient" where only code, title and words are certain.
    """

    text: str
    sheet: Sheet
    diagnostics: tuple[str, ...]
    tolerance: str = "exact"


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage: its name, the look it befalls (None: any), what it does."""

    name: str
    layout: Layout | None
    apply: Callable[[Sheet, Layout, Random], Damaged]


def _truncated(sheet: Sheet, layout: Layout, random: Random) -> Damaged:
    """End the file in the middle of a word of a requirement of the last element but one."""
    text = layout.write(sheet, random)
    *before, group, _ = sheet.groups
    *entries, last = group.entries
    cut = len(last.text) - 2
    left = replace(last, text=last.text[:cut].rstrip())
    short = replace(
        sheet,
        groups=(*before, replace(group, entries=(*entries, left))),
        intro=None,
        criteria=(),
        remark=None,
    )
    return Damaged(text[: text.index(last.text) + len(left.text)], short, ("missing-field",), "normal")


def _collapsed(sheet: Sheet, layout: Layout, random: Random) -> Damaged:
    return Damaged(layout.write(sheet, random), sheet, ("collapsed-bullets",), "lenient")


def _missing_fields(sheet: Sheet, layout: Layout, random: Random) -> Damaged:
    """Leave out one to three fields that a unit should have."""
    lost = random.sample(("range", "level", "credit", "assessment"), random.randint(1, 3))
    criteria: tuple[Entry, ...] = () if "assessment" in lost else sheet.criteria
    left = replace(
        sheet,
        range=None if "range" in lost else sheet.range,
        level=None if "level" in lost else sheet.level,
        credit=None if "credit" in lost else sheet.credit,
        intro=None if "assessment" in lost else sheet.intro,
        criteria=criteria,
    )
    return Damaged(layout.write(left, random), left, ("missing-field",) * len(lost))


def _wrong_level(sheet: Sheet, layout: Layout, random: Random) -> Damaged:
    other = replace(sheet, level=random.choice([level for level in range(1, 8) if level != sheet.level]))
    return Damaged(layout.write(other, random), other, ("level-code-mismatch",))


DAMAGES = (
    Damage("truncated", TABBED, _truncated),
    Damage("collapsed-bullets", COLLAPSED, _collapsed),
    Damage("missing-fields", COLON, _missing_fields),
    Damage("wrong-level", None, _wrong_level),
)
