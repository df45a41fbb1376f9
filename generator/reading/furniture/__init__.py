"""Page furniture: what belongs to the page and not to the text, taken away by named rules in a stated order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.reading.contents import Contents, SetAside
from generator.reading.furniture.continuation_marks import continuation_marks
from generator.reading.furniture.page_numbers import bare_page_numbers, page_number_tails, page_numbers
from generator.reading.furniture.recurring_lines import recurring_lines
from generator.reading.furniture.repeated_heads import repeated_heads
from generator.reading.furniture.ruled_lines import ruled_lines
from generator.reading.furniture.running_titles import running_titles
from generator.reading.furniture.sheet import Sheet
from generator.reading.furniture.stamps import stamps
from generator.reading.lines import Line

Rule = Callable[[Sheet, Mapping[int, str]], Iterable[int]]
"""Which lines of a sheet a rule takes away, given those that are gone already with the rules that took them."""

RULES: tuple[tuple[str, Rule], ...] = (
    ("page number", page_numbers),
    ("page number", bare_page_numbers),
    ("running title", running_titles),
    ("publisher's stamp", stamps),
    ("recurring line", recurring_lines),
    ("page number", bare_page_numbers),
    ("running title", running_titles),
    ("continuation mark", continuation_marks),
    ("repeated head of a unit", repeated_heads),
    ("ruled line", ruled_lines),
)
"""The rules in their order. What one has taken away is a page edge for those behind it."""

_TAILS = "page number"


@dataclass(frozen=True, slots=True)
class Cleared:
    """The lines of a file without page furniture, and the furniture with the rules that took it away."""

    lines: tuple[Line, ...]
    set_aside: tuple[SetAside, ...]


def without_furniture(contents: Contents) -> Cleared:
    """Return the lines of a file without what belongs to its pages.

    Only whole lines go, and page numbers that stand columns apart behind a line. A sentence that the page had
    cut goes on: its second line has no empty line before it any more.
    """
    sheet = Sheet.of(contents)
    removed: dict[int, str] = {}
    for name, rule in RULES:
        for at in list(rule(sheet, removed)):
            removed.setdefault(at, name)
    tails = dict(page_number_tails(sheet, removed))
    set_aside = [SetAside(name, sheet.lines[at].passage) for at, name in removed.items()]
    set_aside += [SetAside(_TAILS, sheet.lines[at].passage.slice(start).strip()) for at, start in tails.items()]
    kept = tuple(_kept(sheet, at, removed, tails) for at in range(len(sheet.lines)) if at not in removed)
    return Cleared(kept, tuple(sorted(set_aside, key=lambda aside: aside.passage.span)))


def _kept(sheet: Sheet, at: int, removed: Mapping[int, str], tails: Mapping[int, int]) -> Line:
    line = sheet.lines[at]
    if at in tails:
        line = replace(line, passage=line.passage.slice(0, tails[at]).strip())
    if at - 1 in removed and line.after_blank and line.text[:1].islower():
        return replace(line, after_blank=False)
    return line
