"""A unit in the authored form: Markdown with front matter that reads back to the same unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from generator.exports.authored_text import (
    element_heading,
    item,
    lead_in,
    own_range,
    paragraph,
    scalar,
    section_heading,
    title_heading,
)
from generator.model import Element, FieldState, Requirement, Unit, read_code
from generator.reading.authored import TEXT_THAT_FITS_NO_FIELD
from generator.reading.authored.keys import KEPT

_ENGLISH = {
    "range": "Range",
    "elements": "Competency",
    "assessment_criteria": "Assessment criteria",
    "remark": "Remark",
}
_HEADINGS: Mapping[str, Mapping[str, str]] = {
    "zh-Hant": {"range": "應用範圍", "elements": "能力", "assessment_criteria": "評核指引", "remark": "備註"},
    "zh-Hans": {"range": "应用范围", "elements": "能力", "assessment_criteria": "评核指引", "remark": "备注"},
}
_IN_FRONT_MATTER = ("functional_area", "industry")


def authored_markdown(unit: Unit) -> str:
    """Return a unit in the authored form; positions, layout and marks of restored bullets are left out."""
    return "---\n" + "\n".join(_front_matter(unit)) + "\n---\n" + "".join(f"\n{part}\n" for part in _body(unit))


def _front_matter(unit: Unit) -> Iterator[str]:
    if unit.code.text or unit.state("code") is not FieldState.ABSENT:
        yield f"code: {scalar(unit.code.text)}"
    if unit.code.version and unit.code.version != read_code(unit.code.text).version:
        yield f"version: {scalar(unit.code.version)}"
    if not unit.title and unit.state("title") is FieldState.EMPTY:
        yield 'title: ""'
    yield f"language: {unit.language}"
    for name in _IN_FRONT_MATTER:
        value = getattr(unit, name)
        if value or unit.state(name) is FieldState.EMPTY:
            yield f"{name}: {scalar(value or '')}"
    extra = list(unit.extra_fields)
    if unit.state("level") is FieldState.UNREADABLE and extra and extra[0][0] == "Level":
        yield f"level: {scalar(extra.pop(0)[1])}"
    for name, value in (("level", _level(unit)), ("credit", _credit(unit))):
        if value or unit.state(name) is FieldState.EMPTY:
            yield f"{name}: {value or scalar('')}".replace(": \n", ":\n")
    yield from _further(unit, extra)


def _level(unit: Unit) -> str:
    return "" if unit.level is None else str(unit.level)


def _credit(unit: Unit) -> str:
    value, note = unit.credit.value, unit.credit.note
    amount = "" if value is None else str(int(value) if value.is_integer() else value)
    if not note:
        return amount
    return "".join(f"\n  {key}: {part}" for key, part in (("value", amount), ("note", scalar(note))) if part)


def _further(unit: Unit, extra: Sequence[tuple[str, str]]) -> Iterator[str]:
    known = list(takewhile(lambda field: field[0] in KEPT, extra))
    for label, value in known:
        yield f"{label}: {scalar(value)}"
    if len(extra) > len(known):
        yield "extra_fields:"
        for label, value in extra[len(known) :]:
            yield f"  {scalar(label)}: {scalar(value)}"
    states = [(name, state) for name, state in unit.field_states if state != _written_state(unit, name)]
    if states:
        yield "field_states:"
        for name, state in states:
            yield f"  {name}: {state}"


def _written_state(unit: Unit, name: str) -> FieldState:
    """Return the state that reading gives a field as it is written here."""
    stated = {
        "code": unit.code.text,
        "title": unit.title,
        "range": unit.range,
        "remark": unit.remark,
        "elements": unit.elements,
        "assessment_criteria": unit.assessment_criteria.intro or unit.assessment_criteria.items,
        "level": unit.level,
        "credit": unit.credit.value if unit.credit.note is None else unit.credit.note,
        "functional_area": unit.functional_area,
        "industry": unit.industry,
    }
    if stated.get(name) not in (None, "", ()):
        return FieldState.PRESENT
    state = unit.state(name)
    if name in _ENGLISH and state is FieldState.PRESENT:
        return FieldState.EMPTY
    kept = name == "level" and bool(unit.extra_fields) and unit.extra_fields[0][0] == "Level"
    return state if state is FieldState.EMPTY or (kept and state is FieldState.UNREADABLE) else FieldState.ABSENT


def _body(unit: Unit) -> Iterator[str]:
    headings = _HEADINGS.get(unit.language, _ENGLISH)
    if unit.title:
        yield f"# {title_heading(unit.title)}"
    yield from _field(unit, "range", unit.range, headings)
    if unit.elements or unit.state("elements") in (FieldState.EMPTY, FieldState.PRESENT):
        yield f"## {headings['elements']}"
    for element in unit.elements:
        yield from _element(element)
    criteria = unit.assessment_criteria
    if criteria.intro or criteria.items or unit.state("assessment_criteria") in (FieldState.EMPTY, FieldState.PRESENT):
        yield f"## {headings['assessment_criteria']}"
        yield from _text_and_items(criteria.intro, criteria.items)
    yield from _field(unit, "remark", unit.remark, headings)
    for section in unit.extra_sections:
        yield f"## {section_heading(section.heading)}"
        yield from _text_and_items(section.intro, section.items)
    if unit.unplaced:
        yield f"## {TEXT_THAT_FITS_NO_FIELD}"
        yield "\n".join(f"- {paragraph(piece.text)}" for piece in unit.unplaced)


def _field(unit: Unit, name: str, text: str | None, headings: Mapping[str, str]) -> Iterator[str]:
    if text or unit.state(name) in (FieldState.EMPTY, FieldState.PRESENT):
        yield f"## {headings[name]}"
    if text:
        yield paragraph(text)


def _element(element: Element) -> Iterator[str]:
    yield f"### {element_heading(element.heading or '', element.number)}".rstrip()
    if element.lead_in:
        yield lead_in(element.lead_in)
    if element.requirements:
        yield "\n".join(_items(element.requirements))
    if element.range:
        yield own_range(element.range)


def _text_and_items(text: str | None, items: Sequence[Requirement]) -> Iterator[str]:
    if text:
        yield paragraph(text)
    if items:
        yield "\n".join(_items(items))


def _items(items: Sequence[Requirement]) -> Iterator[str]:
    """Yield the lines of a list with everything below its items, without recursion."""
    pending = [(0, requirement) for requirement in reversed(items)]
    while pending:
        depth, requirement = pending.pop()
        text = item(requirement.text, requirement.number)
        if not text and depth:
            yield ""  # a lone hyphen below a line of text would make that line a heading
        yield f"{'  ' * depth}- {text}".rstrip()
        if requirement.range:
            yield f"{'  ' * depth}  {own_range(requirement.range)}"
        pending += [(depth + 1, child) for child in reversed(requirement.children)]
