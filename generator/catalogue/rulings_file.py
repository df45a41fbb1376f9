"""Read the rulings file: YAML with line numbers, every problem reported at once."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import yaml

from generator.catalogue.graph import reaches
from generator.catalogue.names import code_key
from generator.catalogue.rulings import NO_RULINGS, Equivalence, Rulings, SuccessionRuling, UnitRuling
from generator.errors import GeneratorError
from generator.model.page_names import LONGEST
from generator.text.folding import folded_blanks

Problem = tuple[int, str]
"""Line and what is wrong there."""

_NULL = "tag:yaml.org,2002:null"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_HINT = "Correct the lines named; the form of the file is on the reference page “Rulings”."


def read_rulings(text: str, file: str) -> Rulings:
    """Return the rulings in the text of a YAML file; an empty text holds none.

    Raises `GeneratorError` that lists every problem with its line: broken YAML, unknown or repeated keys,
    values of a wrong kind, missing keys, an alias of two units, successions that run in a circle.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise _refusal(file, [_yaml_problem(error)]) from error
    if root is None or root.tag == _NULL:
        return NO_RULINGS
    problems: list[Problem] = []
    sections = _fields(root, _FILE, problems)
    rulings = Rulings(
        file,
        successions=tuple(_entries(sections.get("successions", ()), _SUCCESSION, _succession, problems)),
        units=tuple(_entries(sections.get("units", ()), _UNIT, UnitRuling, problems)),
    )
    problems += _alias_problems(rulings)
    problems += _circle_problems(rulings)
    if problems:
        raise _refusal(file, sorted(problems))
    return rulings


Reader = Callable[[yaml.Node], Any]
"""Gives the value of a node; raises `ValueError` that ends the sentence “key ...”."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What a mapping of the file is called, the readers of its keys, and the keys it cannot do without."""

    what: str
    readers: Mapping[str, Reader]
    required: tuple[str, ...] = ()


def _refusal(file: str, problems: list[Problem]) -> GeneratorError:
    listed = "\n".join(f"  {file}:{line}: {problem}" for line, problem in problems)
    return GeneratorError(f"{file} cannot be used:\n{listed}", _HINT)


def _yaml_problem(error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "nested too deep"
    return (mark.line + 1 if mark else 1), f"not YAML: {reason}"


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _fields(node: yaml.Node, form: _Form, problems: list[Problem]) -> dict[str, Any]:
    """Return the values of a mapping by key; whatever is wrong with it goes to ``problems``."""
    keys = ", ".join(form.readers)
    if not isinstance(node, yaml.MappingNode):
        problems.append((_line(node), f"{form.what} must be keys with values: {keys}"))
        return {}
    seen: set[str] = set()
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key not in form.readers:
            problems.append((_line(key_node), f"unknown key “{key}” in {form.what}; it may have {keys}"))
        elif key in seen:
            problems.append((_line(key_node), f"“{key}” stands twice in {form.what}; keep one"))
        else:
            seen.add(key)
            values |= _value(key, form.readers[key], value_node, problems)
    missing = [key for key in form.required if key not in seen]
    if missing:
        problems.append((_line(node), f"{form.what} lacks {' and '.join(missing)}; add it"))
    return values


def _value(key: str, reader: Reader, node: yaml.Node, problems: list[Problem]) -> dict[str, Any]:
    try:
        return {key: reader(node)}
    except ValueError as error:
        problems.append((_line(node), f"“{key}” {error}"))
    return {}


def _text(node: yaml.Node) -> str:
    # The characters as typed: YAML would read 0123 as a number in base 8 and 2014-01-01 as a date.
    if not isinstance(node, yaml.ScalarNode):
        raise ValueError("must be one value, not a list or keys; write it on the same line")
    text = folded_blanks(str(node.value))
    if not text:
        raise ValueError("has no value; fill it in or delete the line")
    return text


def _code(node: yaml.Node) -> str:
    code = _text(node)
    if not code_key(code) or len(code) > LONGEST:
        raise ValueError(f"must be a code of at most {LONGEST} characters")
    return code


def _codes(node: yaml.Node) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        return (_code(node),)
    codes = tuple(_code(item) for item in node.value)
    if not codes:
        raise ValueError("is an empty list; name at least one code")
    if len({code_key(code) for code in codes}) < len(codes):
        raise ValueError("names a code twice; keep one")
    return codes


def _date(node: yaml.Node) -> datetime.date:
    text = _text(node)
    if _ISO_DATE.fullmatch(text):
        with contextlib.suppress(ValueError):
            return datetime.date.fromisoformat(text)
    raise ValueError(f"must be a date such as 2014-03-31, not “{text}”")


def _equivalence(node: yaml.Node) -> Equivalence:
    text = _text(node)
    if text not in tuple(Equivalence):
        raise ValueError(f"must be one of {', '.join(Equivalence)}; not “{text}”")
    return Equivalence(text)


def _list(node: yaml.Node) -> list[yaml.Node]:
    if node.tag == _NULL:
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise ValueError("must be a list: every entry starts with “- ”")
    return list(node.value)


_SUCCESSION = _Form(
    "a succession",
    {
        "old": _codes,
        "new": _codes,
        "ruling": _equivalence,
        "published": _date,
        "superseded": _date,
        "last_use": _date,
        "date": _date,
        "who": _text,
        "why": _text,
    },
    required=("old", "new", "date", "who"),
)
_UNIT = _Form(
    "a unit",
    {"code": _code, "aliases": _codes, "published": _date, "last_use": _date, "why": _text},
    required=("code",),
)

Entry = TypeVar("Entry")


def _entries(
    nodes: Iterable[yaml.Node], form: _Form, made_of: Callable[..., Entry], problems: list[Problem]
) -> Iterator[Entry]:
    """Yield the entries of a section that have no problem."""
    for node in nodes:
        here: list[Problem] = []
        values = _fields(node, form, here)
        problems += here
        if not here:
            yield made_of(**values, line=_line(node))


def _succession(ruling: Equivalence | None = None, **values: Any) -> SuccessionRuling:
    return SuccessionRuling(equivalence=ruling, **values)


_FILE = _Form("the rulings file", {"successions": _list, "units": _list})


def _alias_problems(rulings: Rulings) -> Iterator[Problem]:
    owners: dict[str, UnitRuling] = {}
    for ruling in rulings.units:
        for alias in ruling.aliases:
            owner = owners.setdefault(code_key(alias), ruling)
            if code_key(owner.code) != code_key(ruling.code):
                yield ruling.line, f"{alias} is already an alias of {owner.code} (line {owner.line}); keep one"
            if code_key(alias) == code_key(ruling.code):
                yield ruling.line, f"{alias} is given as an alias of itself; delete the alias"


def _circle_problems(rulings: Rulings) -> Iterator[Problem]:
    names = {code_key(alias): code_key(ruling.code) for ruling in rulings.units for alias in ruling.aliases}
    newer: dict[str, list[str]] = {}
    for ruling in rulings.successions:
        for old, new in ((old, new) for old in ruling.old for new in ruling.new):
            older, later = (names.get(code_key(code), code_key(code)) for code in (old, new))
            if reaches(newer, later, older):
                yield ruling.line, f"{new} cannot supersede {old}: {old} is, or follows, {new}; correct one of the two"
            else:
                newer.setdefault(older, []).append(later)
