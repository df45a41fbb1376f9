"""The looks in which units are published, each a function that prints a sheet as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from random import Random
from textwrap import wrap

from benchmarks.sheets import Entry, Group, Habits, Sheet

_WIDTH = 92


@dataclass(frozen=True, slots=True)
class Layout:
    """One look: its name, the ending of its files, what it prints, how."""

    name: str
    ending: str
    habits: Habits
    write: Callable[[Sheet, Random], str]


def _fields(
    sheet: Sheet, labels: tuple[str, str, str, str, str], brackets: str = "()", gap: str = " "
) -> list[tuple[str, str]]:
    """Return labels and values of title, code, range, level and credit, as far as the sheet has them."""
    credit = None if sheet.credit is None else f"{sheet.credit}{gap}{brackets[0]}{sheet.credit_note}{brackets[1]}"
    level = None if sheet.level is None else str(sheet.level)
    values = (sheet.title, sheet.code, sheet.range, level, credit)
    return [(label, value) for label, value in zip(labels, values, strict=True) if value is not None]


_ENGLISH = ("Title", "Code", "Range", "Level", "Credit")


def wrapped_lines(sheet: Sheet, random: Random) -> str:
    """Print plain wrapped text; one leading blank is all that is left of a bullet, and blank lines mean nothing."""
    lines = [" Unit of Competency  ", " ", ""]
    lines += [f"Functional Area - {sheet.area}  ", ""] if sheet.area else []
    for label, value in _fields(sheet, _ENGLISH, "（）"):
        lines += [*_wrapped(f"{label}  {value}", " "), ""]
    lines += ["Competency  Performance Requirements  ", ""]
    for group in sheet.groups:
        lines += [f"{group.number}. {group.heading} ", ""]
        for entry in group.entries:
            lines += _bullet(entry, random)
        lines += [" "]
    if sheet.intro:
        lines += ["", "Assessment ", "Criteria  ", "", f"{sheet.intro} ", ""]
        for entry in sheet.criteria:
            lines += _bullet(entry, random)
    if sheet.remark is not None:
        lines += ["", *_wrapped(f"Remark  {sheet.remark}", " "), " "]
    return "\n".join(lines) + "\n"


def _bullet(entry: Entry, random: Random) -> list[str]:
    first, *rest = _wrapped(" " + entry.text, " ")
    return [first, *([""] if rest and random.random() < 0.3 else []), *rest]


def _wrapped(text: str, tail: str = "") -> list[str]:
    """Return the text in lines of limited width, with its leading blanks, each line followed by a tail."""
    lines = wrap(text, _WIDTH, break_on_hyphens=False, break_long_words=False)
    return [line + tail for line in lines] or [tail]


def tabbed_sheet(sheet: Sheet, _random: Random) -> str:
    """Print label, TAB and value; headings and requirements follow on lines that start with a TAB."""
    return _tabbed(sheet, lambda entries: [f"\t {entry.text}" for entry in entries])


def collapsed_sheet(sheet: Sheet, _random: Random) -> str:
    """Print the sheet of tabs with the requirements of an element run together, as a lossy export leaves them."""
    return _tabbed(sheet, lambda entries: ["\t " + " ".join(entry.text for entry in entries)])


def _tabbed(sheet: Sheet, items: Callable[[Iterable[Entry]], list[str]]) -> str:
    lines = [f"Specification of Competency Standards for the {sheet.industry} Industry Unit of Competency", ""]
    lines += [f"Functional Area - {sheet.area}", ""] if sheet.area else []
    lines += [f"{label}\t{value}" for label, value in _fields(sheet, _ENGLISH)]
    lines += ["Competency\tPerformance Requirements"]
    for group in sheet.groups:
        lines += [f"\t{group.number}. {group.heading}", *items(group.entries)]
    if sheet.intro:
        lines += [f"Assessment Criteria\t{sheet.intro}", *items(sheet.criteria)]
    if sheet.remark is not None:
        lines += [f"Remark\t{sheet.remark}"]
    return "\n".join(lines)


def numbered_labels(sheet: Sheet, _random: Random) -> str:
    """Print numbered labels with HTML lists as values; each element's heading is the first item of its list."""
    lines = [
        f"## Specification of Competency Standards for the {sheet.industry} Industry <u>Unit of Competency</u>",
        "",
    ]
    fields = _fields(sheet, _ENGLISH)
    lines += [f"{number}. {label}\t{escape(value, quote=False)}" for number, (label, value) in enumerate(fields, 1)]
    lines += ["6. Competency\tPerformance Requirements"]
    for group in sheet.groups:
        items = [f"{group.number} {group.heading}", *(f"♦ {entry.text}" for entry in group.entries)]
        lines += [f"\t{_list(items)}"]
    if sheet.intro:
        items = [sheet.intro, *(f"{entry.number} {entry.text}" for entry in sheet.criteria)]
        lines += [f"7. Assessment Criteria\t{_list(items)}"]
    if sheet.remark is not None:
        lines += [f"8. Remarks\t{escape(sheet.remark, quote=False)}"]
    return "\n".join(lines)


def _list(items: Iterable[str]) -> str:
    return "<ul> " + " ".join(f"<li>{escape(item, quote=False)}</li>" for item in items) + " </ul>"


def markdown_table(sheet: Sheet, _random: Random) -> str:
    """Print a Markdown table without a header; the cells hold whole lists as HTML."""
    rows = [(label, escape(value, quote=False)) for label, value in _fields(sheet, _ENGLISH)]
    groups = " ".join(map(_cell_group, sheet.groups))
    opening = '<p>Performance Requirement</p> <ol style="list-style-type: none">'
    rows += [("Competency", f"{opening} {groups} </ol>")]
    if sheet.intro:
        rows += [("Assessment Criteria", f"<p>{sheet.intro}</p> {_cell_list(sheet.criteria)} ")]
    if sheet.remark is not None:
        rows += [("Remark", escape(sheet.remark, quote=False))]
    lines = ["", "", "**Unit of Competency**", ""]
    lines += [f"**Functional Area: {sheet.area}**", ""] if sheet.area else []
    lines += [f"|{'':21}|   |", f"|{'-' * 21}|---|"]
    return "\n".join([*lines, *(f"| {label:<19} | {value}  |" for label, value in rows)])


def _cell_group(group: Group) -> str:
    heading = escape(group.heading, quote=False)
    return f"<li>{group.number}. {heading}{' ' * 29}{_cell_list(group.entries)} </li>"


def _cell_list(entries: Iterable[Entry]) -> str:
    items = (
        f"<li>• {escape(entry.text, quote=False)}{' ' + _cell_list(entry.children) if entry.children else ''}</li>"
        for entry in entries
    )
    return f'<ul style="list-style-type: none"> {" ".join(items)} </ul>'


def colon_labels(sheet: Sheet, _random: Random) -> str:
    """Print label, colon and value; bullets, and dashes one step in below a requirement that ends in "including:"."""
    lines = ["Unit of Competency", ""]
    lines += [f"Functional Area: {sheet.area}", ""] if sheet.area else []
    for label, value in _fields(sheet, _ENGLISH):
        lines += _wrapped(f"{label}: {value}")
    lines += ["Competency: Performance Requirements", ""]
    for group in sheet.groups:
        lines += [f"{group.number}. {group.heading}"]
        for entry in group.entries:
            lines += [f"• {entry.text}", *(f"    – {child.text}" for child in entry.children)]
        lines += [""]
    if sheet.intro:
        lines += [f"Assessment Criteria: {sheet.intro}", *(f"• {entry.text}" for entry in sheet.criteria)]
    if sheet.remark is not None:
        lines += [f"Remark: {sheet.remark}".rstrip()]
    return "\n".join(lines) + "\n"


def chinese_lines(sheet: Sheet, _random: Random) -> str:
    """Print plain Traditional Chinese with the bullets of `wrapped_lines`."""
    lines = [" 能力單元  ", ""]
    lines += [f"職能範疇 - {sheet.area}", ""] if sheet.area else []
    labels = ("名稱", "編號", "應用範圍", "級別", "學分")
    lines += [f"{label}  {value}" for label, value in _fields(sheet, labels, "（）", "")]
    lines += ["能力  表現要求", ""]
    for group in sheet.groups:
        lines += [f"{group.number}. {group.heading}", *(f" {entry.text}" for entry in group.entries), ""]
    if sheet.intro:
        lines += [f"評核指引  {sheet.intro}", *(f" {entry.text}" for entry in sheet.criteria)]
    if sheet.remark is not None:
        lines += [f"備註  {sheet.remark}"]
    return "\n".join(lines) + "\n"


_REFERENCE = "for reference only"
WRAPPED = Layout("wrapped-lines", "txt", Habits(may_lack_remark=True), wrapped_lines)
TABBED = Layout("tabbed-sheet", "txt", Habits(prints_industry=True), tabbed_sheet)
COLLAPSED = Layout("collapsed-sheet", "txt", TABBED.habits, collapsed_sheet)
NUMBERED = Layout(
    "numbered-labels",
    "md",
    Habits(prints_area=False, prints_industry=True, credit_note=_REFERENCE, numbers="field", roman_criteria=True),
    numbered_labels,
)
TABLE = Layout("markdown-table", "md", Habits(nests=True, credit_note=_REFERENCE, numbers="sub"), markdown_table)
COLON = Layout("colon-labels", "txt", Habits(nests=True), colon_labels)
CHINESE = Layout("chinese-lines", "txt", Habits(language="zh-Hant", credit_note="僅供參考"), chinese_lines)

CLEAN = (WRAPPED, TABBED, NUMBERED, TABLE, COLON, CHINESE)
"""The looks a clean collection mixes; `COLLAPSED` is damage."""


def layouts(language: str, *, nested: bool) -> tuple[Layout, ...]:
    """Return the looks that can print a draft in a language with all it says."""
    return tuple(look for look in CLEAN if look.habits.language == language and (look.habits.nests or not nested))
