"""Read a fix file: YAML with line numbers; what is wrong in it is a finding, and the other corrections hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, diagnostic
from generator.parse.authored_fields import LANGUAGES, is_date
from generator.parse.fields import is_credit, is_level
from generator.text.folding import folded_blanks

ENDING = ".fix.yml"
FIELDS = ("title", "code", "level", "credit", "range", "functional_area", "industry", "remark", "version")
DATES = ("published", "superseded", "last_use")

_NULL = "tag:yaml.org,2002:null"
_ELEMENT = re.compile(r"e[1-9]\d{0,3}")
_REQUIREMENT = re.compile(r"(?:e[1-9]\d{0,3}\.r|c)[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){0,11}")
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Request:
    """A correction as asked for, before it meets its unit.

    ``kind`` is "set", "heading", "split" or "join"; ``places`` is the field or the node names; ``texts`` is the new
    text, of a split what each new piece begins with. ``was`` is the text that is expected there, if it says so.
    """

    kind: str
    places: tuple[str, ...]
    texts: tuple[str, ...]
    reason: str
    line: int
    was: str | None = None
    by: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class FixFile:
    """A fix file read: the slug of the code and the language it is for (None: all), and what it asks for."""

    file: str
    slug: str
    language: str | None
    requests: tuple[Request, ...]
    diagnostics: tuple[Diagnostic, ...]


def fix_file_name(name: str) -> tuple[str, str | None]:
    """Return the slug and the language that the name of a fix file states ("QX-N0104.zh-Hant.fix.yml")."""
    stem = name.rpartition("/")[2].removesuffix(ENDING)
    language = next((one for one in LANGUAGES if stem.casefold().endswith(f".{one.casefold()}")), None)
    return (stem[: -len(language) - 1] if language else stem).casefold(), language


def read_fix_file(file: str, text: str) -> FixFile:
    """Return the corrections in the text of a fix file, and a diagnostic for each entry that is not in the form."""
    slug, language = fix_file_name(file)
    requests: list[Request] = []
    problems: list[tuple[int, str]] = []
    for node in _entries(text, problems):
        try:
            requests.append(_request(node))
        except _Problem as problem:
            problems.append((problem.line, str(problem)))
    problems += _repeats(requests)
    broken = {line for line, _ in problems}
    found = tuple(diagnostic("correction-broken", file, line, message) for line, message in problems)
    return FixFile(file, slug, language, tuple(one for one in requests if one.line not in broken), found)


class _Problem(ValueError):  # noqa: N818 - what is wrong in a file, no error of the program
    """What is wrong at a line of a fix file."""

    def __init__(self, node: yaml.Node | yaml.Event, message: str) -> None:
        super().__init__(message)
        self.line = _line(node)


def _line(node: yaml.Node | yaml.Event) -> int:
    return int(node.start_mark.line) + 1 if node.start_mark else 1


def _entries(text: str, problems: list[tuple[int, str]]) -> list[yaml.Node]:
    try:
        _refuse_depth(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        if root is None or root.tag == _NULL:
            return []
        return _list(_fields(root, ("corrections",)).get("corrections", root))
    except _Problem as problem:
        problems.append((problem.line, str(problem)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "it holds characters that YAML does not allow"
        problems.append((mark.line + 1 if mark else 1, f"not YAML: {reason}"))
    return []


def _refuse_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
            raise _Problem(event, "aliases and deep nesting are not read")


def _fields(node: yaml.Node, known: tuple[str, ...]) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise _Problem(node, f"must be keys with values: {', '.join(known)}")
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(key.value)
        if name not in known:
            raise _Problem(key, f"unknown key “{name}”; there may be {', '.join(known)}")
        if name in found:
            raise _Problem(key, f"“{name}” stands twice; keep one")
        found[name] = value
    return found


def _list(node: yaml.Node) -> list[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode):
        raise _Problem(node, "must be a list: every entry starts with “- ”")
    return list(node.value)


def _text(node: yaml.Node, *, empty: bool = False) -> str:
    # The characters as typed: YAML would read 0123 as a number in base 8 and 2014-01-01 as a date.
    if not isinstance(node, yaml.ScalarNode):
        raise _Problem(node, "must be one value, not a list or keys")
    text = "" if node.tag == _NULL else folded_blanks(str(node.value))
    if not text and not empty:
        raise _Problem(node, "has no value; fill it in or delete the entry")
    return text


def _texts(node: yaml.Node) -> tuple[str, ...]:
    return tuple(map(_text, node.value)) if isinstance(node, yaml.SequenceNode) else (_text(node),)


_COMMON = ("reason", "by", "date", "was")
_KINDS: Mapping[str, str] = {"set": "to", "heading": "text", "split": "at", "join": ""}
"""What each kind of correction needs beside its place."""


def _request(node: yaml.Node) -> Request:
    fields = _fields(node, (*_KINDS, *filter(None, _KINDS.values()), *_COMMON))
    kinds = [kind for kind in _KINDS if kind in fields]
    if len(kinds) != 1:
        raise _Problem(node, f"must have one of the keys {', '.join(_KINDS)}")
    needed = [key for key in (_KINDS[kinds[0]], "reason") if key and key not in fields]
    if needed:
        raise _Problem(node, f"lacks {' and '.join(needed)}; add it")
    places = _texts(fields[kinds[0]])
    texts = _texts(fields[_KINDS[kinds[0]]]) if _KINDS[kinds[0]] else ()
    _CHECKS[kinds[0]](fields[kinds[0]], places, texts)
    date = _text(fields["date"]) if "date" in fields else None
    if date is not None and not is_date(date):
        raise _Problem(fields["date"], f"date must be a day such as 2014-03-31, not “{date}”")
    return Request(
        kind=kinds[0],
        places=places,
        texts=texts,
        reason=_text(fields["reason"]),
        line=_line(node),
        was=_text(fields["was"], empty=True) if "was" in fields else None,
        by=_text(fields["by"]) if "by" in fields else None,
        date=date,
    )


def _check_set(node: yaml.Node, places: tuple[str, ...], texts: tuple[str, ...]) -> None:
    field, value = places[0], texts[0]
    if len(places) > 1 or len(texts) > 1 or field not in (*FIELDS, *DATES):
        raise _Problem(node, f"set takes one of {', '.join((*FIELDS, *DATES))}, with one value")
    if field in DATES and not is_date(value):
        raise _Problem(node, f"{field} must be a day such as 2014-03-31, not “{value}”")
    if field == "level" and not is_level(value):
        raise _Problem(node, f"level must be a number from 1 to 7, not “{value}”")
    if field == "credit" and not is_credit(value):
        raise _Problem(node, f"credit must be a number, with a note in brackets after it, not “{value}”")


def _check_heading(node: yaml.Node, places: tuple[str, ...], texts: tuple[str, ...]) -> None:
    if len(places) > 1 or len(texts) > 1 or not _ELEMENT.fullmatch(places[0]):
        raise _Problem(node, "heading takes the place of one element, such as e2, with one text")


def _check_split(node: yaml.Node, places: tuple[str, ...], texts: tuple[str, ...]) -> None:
    if len(places) > 1 or not texts or not _REQUIREMENT.fullmatch(places[0]):
        raise _Problem(node, "split takes the place of one requirement, such as e1.r3")


def _check_join(node: yaml.Node, places: tuple[str, ...], texts: tuple[str, ...]) -> None:  # noqa: ARG001 - none taken
    sound = len(places) > 1 and all(map(_REQUIREMENT.fullmatch, places))
    paths = [node_path(place) for place in places] if sound else []
    following = [(*paths[0][:-1], paths[0][-1] + step) for step in range(len(paths))] if paths else []
    if not sound or paths != following:
        raise _Problem(node, "join takes requirements that follow one another, such as [e1.r3, e1.r4]")


_CHECKS: Mapping[str, Callable[[yaml.Node, tuple[str, ...], tuple[str, ...]], Any]] = {
    "set": _check_set,
    "heading": _check_heading,
    "split": _check_split,
    "join": _check_join,
}


def node_path(name: str) -> tuple[int, ...]:
    """Return the numbers of a node name: e1.r3.2 is (1, 3, 2), c2 is (0, 2)."""
    numbers = tuple(int(number) for number in re.findall(r"\d+", name))
    return (0, *numbers) if name.startswith("c") else numbers


def _repeats(requests: list[Request]) -> Iterator[tuple[int, str]]:
    seen: dict[str, int] = {}
    for request in requests:
        for place in request.places:
            if place in seen:
                yield request.line, f"{place} is corrected in line {seen[place]} already; keep one of the two"
            seen.setdefault(place, request.line)
