"""What one raw file prints, field by field: a draft in one language, with one typography and one layout's habits."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.drafts import Draft, Item, Section
from benchmarks.styles import Style
from benchmarks.vocabulary import lowered, phrases


@dataclass(frozen=True, slots=True)
class Entry:
    """A requirement, sub-requirement or criterion as printed.

    ``wording`` is the text without its typography, ``number`` a mark of its own such as "(i)".
    """

    identity: int
    wording: str
    text: str
    children: tuple[Entry, ...] = ()
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """An element as printed, with the wording of its heading as in `Entry`."""

    identity: int
    wording: str
    number: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The printed unit. A field is None where the file has not got it; an empty remark is printed empty."""

    code: str
    language: str
    title: str
    area: str | None
    industry: str | None
    range: str | None
    level: int | None
    credit: int | None
    credit_note: str
    groups: tuple[Group, ...]
    intro: str | None
    criteria: tuple[Entry, ...]
    remark: str | None


@dataclass(frozen=True, slots=True)
class Habits:
    """What the layouts do differently apart from their marks.

    ``numbers`` is how elements are numbered: "plain" (1, 2), "field" (6.1, 6.2: below the sixth field) or
    "sub" (1, 2.1, 2.2, 3: the middle ones as parts of a 2 that is not printed).
    """

    language: str = "en"
    nests: bool = False
    prints_area: bool = True
    prints_industry: bool = False
    credit_note: str = "For Reference Only"
    numbers: str = "plain"
    roman_criteria: bool = False
    may_lack_remark: bool = False


def sheet(draft: Draft, code: str, style: Style, habits: Habits, remark: str, random: Random) -> Sheet:
    """Return the draft as a layout with these habits prints it."""
    language = habits.language
    numbers = _numbers(habits.numbers, len(draft.sections))
    return Sheet(
        code=code,
        language=language,
        title=style.printed(draft.title.text(language)),
        area=style.printed(draft.area.name.said(language)) if habits.prints_area else None,
        industry=draft.trade.industry.said(language) if habits.prints_industry else None,
        range=style.printed(_range(draft, language)),
        level=draft.level,
        credit=draft.credit,
        credit_note=habits.credit_note,
        groups=tuple(
            _group(part, number, language, style) for number, part in zip(numbers, draft.sections, strict=True)
        ),
        intro=phrases().intro.said(language),
        criteria=_criteria(draft, style, habits),
        remark=None if not remark and habits.may_lack_remark and random.random() < 0.3 else remark,
    )


def _range(draft: Draft, language: str) -> str:
    opening = phrases().range.said(language).format(draft.setting.said(language))
    aim = draft.aim.text(language)
    return f"{opening}{lowered(aim)}." if language == "en" else f"{opening}{aim}。"


def _numbers(manner: str, size: int) -> list[str]:
    if manner == "field":
        return [f"6.{place}" for place in range(1, size + 1)]
    if manner == "sub" and size > 3:
        return ["1", *(f"2.{place}" for place in range(1, size - 1)), "3"]
    return [str(place) for place in range(1, size + 1)]


def _group(part: Section, number: str, language: str, style: Style) -> Group:
    wording = part.heading.text(language)
    entries = tuple(_entry(item, language, style) for item in part.items)
    return Group(part.identity, wording, number, style.printed(wording), entries)


def _entry(item: Item, language: str, style: Style) -> Entry:
    wording = item.sentence.text(language)
    children = tuple(_entry(child, language, style) for child in item.children)
    return Entry(item.identity, wording, style.printed(wording), children)


def _criteria(draft: Draft, style: Style, habits: Habits) -> tuple[Entry, ...]:
    """Return the outcomes, each but the last joined to the next as the published sheets do."""
    english = habits.language == "en"
    opening, joints = ("Capable to ", ("", "; and", ";")) if english else ("能夠", ("", "；及", "；"))
    stop = ("." if english else "。") if style.stopped else ""
    entries = []
    for number, item in enumerate(draft.criteria, 1):
        wording = item.sentence.text(habits.language)
        left = len(draft.criteria) - number
        said = opening + (lowered(wording) if english else wording) + (joints[min(left, 2)] or stop)
        mark = f"({'i' * number})" if habits.roman_criteria else None
        entries.append(Entry(item.identity, wording, style.printed(said), number=mark))
    return tuple(entries)
