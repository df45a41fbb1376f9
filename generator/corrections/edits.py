"""What a correction does to a unit: each kind a small function from a unit to a unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.corrections.fix_file import DATES, Request, node_path
from generator.model import FieldState, Requirement, Unit, nodes, read_code
from generator.parse.fields import Value, credit_value, level_value
from generator.positions import Passage
from generator.text.folding import folded_blanks, joined_wraps

Items = tuple[Requirement, ...]


class Outdated(Exception):  # noqa: N818 - no error: the raw file has changed since
    """A correction that does not fit its unit, and why."""


def edited(unit: Unit, request: Request) -> tuple[Unit, str | None, str]:
    """Return a unit with a correction applied, the text that was there before and the one that is there now.

    Raises `Outdated` where the correction does not fit.
    """
    return _EDITS[request.kind](unit, request)


def field_text(unit: Unit, field: str) -> str | None:
    """Return the value of a field as the form of corrections writes it, None where there is none."""
    if field in DATES:
        return dict(unit.extra_fields).get(field)
    if field == "code":
        return unit.code.text or None
    if field == "version":
        return unit.code.version
    if field == "level":
        return None if unit.level is None else str(unit.level)
    if field == "credit":
        value, note = unit.credit.value, unit.credit.note
        return " ".join(filter(None, ("" if value is None else f"{value:g}", f"({note})" if note else ""))) or None
    text = getattr(unit, field)
    return text if text is None else str(text)


def _set(unit: Unit, request: Request) -> tuple[Unit, str | None, str]:
    field, text = request.places[0], request.texts[0]
    was = field_text(unit, field)
    _expect(request, was)
    value = Value(text, FieldState.PRESENT, None, Passage(text, ()))
    if field in DATES:
        changed = replace(unit, extra_fields=tuple({**dict(unit.extra_fields), field: text}.items()))
    elif field == "code":
        changed = replace(unit, code=read_code(text))
    elif field == "version":
        changed = _with_version(unit, text)
    elif field == "level":
        changed = replace(unit, level=level_value(value)[0])
    elif field == "credit":
        changed = replace(unit, credit=credit_value(value)[0])
    else:
        changed = _with_text(unit, field, text)
    states = dict(unit.field_states) | ({field: FieldState.PRESENT} if field in dict(unit.field_states) else {})
    return replace(changed, field_states=tuple(sorted(states.items()))), was, text


def _with_text(unit: Unit, field: str, text: str) -> Unit:
    texts: dict[str, Any] = {field: text}
    return replace(unit, **texts)


def _with_version(unit: Unit, label: str) -> Unit:
    if read_code(unit.code.text).version is not None:
        raise Outdated(f"the code {unit.code.text} states its version itself")
    return replace(unit, code=replace(unit.code, version=label))


def _heading(unit: Unit, request: Request) -> tuple[Unit, str | None, str]:
    (number,) = node_path(request.places[0])
    if number > len(unit.elements):
        raise Outdated(f"there is no {request.places[0]}")
    element = unit.elements[number - 1]
    if element.heading is not None:
        raise Outdated(f"the heading of {request.places[0]} is not missing, it is “{element.heading}”")
    elements = list(unit.elements)
    elements[number - 1] = replace(element, heading=request.texts[0])
    return replace(unit, elements=tuple(elements)), None, request.texts[0]


def _split(unit: Unit, request: Request) -> tuple[Unit, str | None, str]:
    place = request.places[0]
    was = _node_text(unit, place)
    _expect(request, was)
    pieces = _pieces(was, request)

    def split(items: Items, at: int) -> Items:
        whole = items[at]
        first = replace(whole, text=pieces[0], children=(), range=None, restored=False)
        others = [replace(first, text=piece, number=None) for piece in pieces[1:]]
        others[-1] = replace(others[-1], children=whole.children, range=whole.range)
        return (*items[:at], first, *others, *items[at + 1 :])

    return _in_siblings(unit, node_path(place), split), was, " | ".join(pieces)


def _pieces(text: str, request: Request) -> list[str]:
    limits = [0]
    for beginning in request.texts:
        at = text.find(beginning, limits[-1] + 1)
        if at < 0:
            raise Outdated(f"{request.places[0]} does not hold “{beginning}” behind its beginning")
        limits.append(at)
    return [text[start:end].strip() for start, end in zip(limits, [*limits[1:], len(text)], strict=True)]


def _join(unit: Unit, request: Request) -> tuple[Unit, str | None, str]:
    texts = [_node_text(unit, place) for place in request.places]
    whole = joined_wraps(" ".join(texts))
    _expect(request, whole)

    def join(items: Items, at: int) -> Items:
        parts = items[at : at + len(texts)]
        children = tuple(child for part in parts for child in part.children)
        local = next((part.range for part in parts if part.range), None)
        one = replace(parts[0], text=whole, children=children, range=local, restored=False)
        return (*items[:at], one, *items[at + len(texts) :])

    return _in_siblings(unit, node_path(request.places[0]), join), " | ".join(texts), whole


def _expect(request: Request, there: str | None) -> None:
    if request.was is not None and folded_blanks(there or "") != request.was:
        raise Outdated(f"{request.places[0]} is “{there or ''}”, not “{request.was}” as the correction expects")


def _node_text(unit: Unit, name: str) -> str:
    text = next((node.text for node in nodes(unit) if node.name == name), None)
    if text is None:
        raise Outdated(f"there is no {name}")
    return text


def _in_siblings(unit: Unit, path: tuple[int, ...], change: Callable[[Items, int], Items]) -> Unit:
    """Return a unit in which the siblings at a path are changed; the path is known to be there."""
    first, *inner = path
    if first == 0:
        criteria = unit.assessment_criteria
        return replace(unit, assessment_criteria=replace(criteria, items=_changed(criteria.items, inner, change)))
    elements = list(unit.elements)
    element = elements[first - 1]
    elements[first - 1] = replace(element, requirements=_changed(element.requirements, inner, change))
    return replace(unit, elements=tuple(elements))


def _changed(items: Items, path: list[int], change: Callable[[Items, int], Items]) -> Items:
    # Node names of corrections have at most twelve numbers.
    at = path[0] - 1
    if len(path) == 1:
        return change(items, at)
    below = replace(items[at], children=_changed(items[at].children, path[1:], change))
    return (*items[:at], below, *items[at + 1 :])


_EDITS: dict[str, Callable[[Unit, Request], tuple[Unit, str | None, str]]] = {
    "set": _set,
    "heading": _heading,
    "split": _split,
    "join": _join,
}
