"""Sheets whose lines were lost: a page as one paragraph, or a label that stands behind the value before it.

A paragraph is cut at its labels where it holds most of those of a unit, in an order they may stand in, each before
a value that fits. Prose that mentions a label or two ("we agree with the level") is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.diagnostics import Finding
from generator.model.codes import read_code
from generator.positions import Passage, joined
from generator.reading.headers import is_header
from generator.reading.labels import COLONS, opening, pattern_of
from generator.reading.lines import Line
from generator.reading.loose_labels import is_glued_label
from generator.reading.vocabulary import LABELS
from generator.text.wording import counted

_STAGES = {"functional_area": 0, "title": 0, "code": 0, "range": 0, "level": 0, "credit": 0} | {
    "competency": 1,
    "assessment_criteria": 2,
    "remark": 3,
}
"""The fields by what may follow them: the front fields in any order, then the body."""
_VALUES = {
    field: re.compile(pattern)
    for field, pattern in {
        "functional_area": r"[A-Z\u4e00-\u9fff]",
        "title": r"[A-Z\d\"“\u4e00-\u9fff]",
        "code": r"(?P<code>(?=\S*\d)[A-Z\d][A-Z\d./:-]{4,})(?=\s|$)",
        "range": r"[A-Z\u4e00-\u9fff]",
        "level": r"(?:QF )?(?:Level )?[1-7](?![\d.])|第?[一二三四五六七][級级]?",
        "credit": r"\d{1,3}(?:\.\d)?(?![\d.])|TB[ACD]\b",
        "competency": r"[(（]?(?:Performance Requirements?|表現要求|表现要求)|1[.)、]",
        "assessment_criteria": r"[A-Z•\u4e00-\u9fff]",
        "remark": r"",
    }.items()
}
"""What must follow a label inside a text."""
_NOT_INSIDE = frozenset(
    {"Unit of Competency", "Name", "Competence", "Competencies", "Elements", "Performance Criteria"}
)
_SPELLINGS: dict[str, str] = {
    spelling: label.field
    for label in LABELS
    if label.field in _STAGES and not label.weak and label.text not in _NOT_INSIDE
    for spelling in (label.text, label.text.upper())
}
_KEYS = {re.sub(r"\s", "", spelling): field for spelling, field in _SPELLINGS.items()}
_INSIDE = re.compile(rf"(?<![\w-])(?:\d{{1,2}}[.)]\s*)?(?P<label>{pattern_of(_SPELLINGS)})\s*(?:[{COLONS}-]\s*)?")
_BEHIND_A_SENTENCE = re.compile(
    rf"(?<=[.。;；)）])\s+(?P<label>{pattern_of(s for s, f in _SPELLINGS.items() if f in ('level', 'credit'))})"
    rf"\s*[{COLONS}]?\s*(?=(?:Level )?\d{{1,2}}(?:\.\d)?\s*(?:[(（][^()（）]*[)）])?$)"
)
_BULLET = re.compile(r"\s+(?=[•●○◦‣▪■♦◆◇➢\uf0a7\uf0b7\uf0d8]\s*\S)")
_NUMBER = re.compile(r"(?<![\w.])(?P<number>\d{1,2})[.)、]\s*(?=[A-Z\"“\u4e00-\u9fff])")
_FEWEST_NUMBERS = 2
_FEWEST_LABELS, _FEWEST_WITH_A_CODE = 5, 4
_FEWEST_GLUED = 3
_SHORTEST_PARAGRAPH = 60


@dataclass(frozen=True, slots=True)
class _Found:
    """A label inside a text: its field, where it begins and where its value does."""

    field: str
    start: int
    value: int


def without_run_on(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """Return the lines, paragraphs that hold the labels of a unit cut at them, and what there is to say about it.

    Where no line of the file opens title or code, lines are tried as wrapped paragraphs, and as one.
    """
    opened = {found.field for at in range(len(lines)) if (found := opening(lines, at)) is not None}
    parts: list[Line] = []
    findings: list[Finding] = []
    for line in lines if opened & {"title", "code"} else _unwrapped(lines):
        cut = _cut(line, _labels_in(line.text)) or _cut_behind_a_sentence(line, opened)
        items = [] if cut else _cut_at_items(line)
        parts += cut or items or [line]
        if items:
            message = f"{counted(len(items) - 1, 'item')} found inside a paragraph: {line.text[:60]!r}"
            findings.append(Finding("run-on-text", line.passage.span.start, message))
        if cut:
            labels = sum("\t" in part.text for part in cut)
            message = f"{counted(labels, 'label')} found inside a paragraph: {line.text[:60]!r}"
            findings.append(Finding("run-on-text", line.passage.span.start, message))
    return tuple(parts), tuple(findings)


def _unwrapped(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines, or those of each paragraph put together, or all as one: what holds the most labels.

    Lines that begin with labels glued to their values are lines of a sheet.
    """
    if sum(is_glued_label(line.passage) for line in lines) >= _FEWEST_GLUED:
        return lines
    paragraphs: list[list[Line]] = []
    for line in lines:
        if line.after_blank or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line)
    joined_up = [part for paragraph in paragraphs for part in _as_one(paragraph)]
    return max((lines, joined_up, _as_one(lines)), key=lambda form: sum(len(_labels_in(line.text)) for line in form))


def _as_one(lines: Sequence[Line]) -> Sequence[Line]:
    """Return lines as one where that one holds the labels of a unit."""
    whole = Line(joined(line.passage for line in lines))
    return [whole] if _labels_in(whole.text) else lines


def _labels_in(text: str) -> list[_Found]:
    """Return the labels at which a text is to be cut, nothing where it is no sheet."""
    if len(text) < _SHORTEST_PARAGRAPH:
        return []
    found: dict[str, _Found] = {}
    stage = 0
    has_code = False
    for match in _INSIDE.finditer(text):
        field = _KEYS[re.sub(r"\s", "", match.group("label"))]
        fitting = _VALUES[field].match(text, match.end())
        if field in found or _STAGES[field] < stage or fitting is None:
            continue
        if field == "code":
            has_code = read_code(fitting.group("code")).grammar != "unknown"
        stage = _STAGES[field]
        found[field] = _Found(field, match.start(), match.end())
    enough = len(found) >= (_FEWEST_WITH_A_CODE if has_code else _FEWEST_LABELS)
    return list(found.values()) if enough and found.keys() & {"title", "code"} else []


def _cut(line: Line, labels: Sequence[_Found]) -> list[Line]:
    """Return the lines that a paragraph should have been: a line for each label, and for each number and bullet."""
    if not labels:
        return []
    first = line.passage.slice(0, labels[0].start).strip()
    parts = [replace(line, passage=first)] if first else []
    ends = [*(label.start for label in labels[1:]), len(line.text)]
    for label, end in zip(labels, ends, strict=True):
        value = line.passage.slice(label.value, end).strip()
        pieces = list(_items(value, numbered=label.field == "competency")) if _STAGES[label.field] else [value]
        printed = joined((line.passage.slice(label.start, label.value).strip(), pieces[0]), "\t")
        if not pieces[0]:
            printed = Passage(f"{printed.text}\t", printed.runs)
        parts += [Line(printed), *(Line(piece) for piece in pieces[1:])]
    return parts


def _items(value: Passage, *, numbered: bool) -> Iterator[Passage]:
    """Yield the text before the first number or bullet, and each item behind."""
    edges = {match.end() for match in _BULLET.finditer(value.text)}
    if numbered:
        edges |= set(_numbers(value.text))
    for start, end in pairwise([0, *sorted(edges - {0}), len(value.text)]):
        yield value.slice(start, end).strip()


def _numbers(text: str) -> Iterator[int]:
    """Yield where 1., 2., 3. and so on begin, each before a capital and behind the one before."""
    following = 1
    for match in _NUMBER.finditer(text):
        if int(match.group("number")) == following:
            following += 1
            yield match.start()


def _cut_at_items(line: Line) -> list[Line]:
    """Return the lines of a body whose line ends were lost: numbers 1., 2. and so on, each before bullets."""
    numbers = list(_numbers(line.text))
    edges = [match.start() for match in _BULLET.finditer(line.text)]
    if len(numbers) < _FEWEST_NUMBERS or not edges:
        return []
    bounds = pairwise([*numbers, len(line.text)])
    if edges[0] < numbers[0] or not all(bisect_left(edges, start) < bisect_left(edges, end) for start, end in bounds):
        return []
    first, *others = _items(line.passage, numbered=True)
    return [*([replace(line, passage=first)] if first else []), *(Line(other, tabbed=line.tabbed) for other in others)]


def _cut_behind_a_sentence(line: Line, opened: Collection[str]) -> list[Line]:
    """Return the two lines of a value and a level or credit that follows it, where no line opens that field."""
    match = _BEHIND_A_SENTENCE.search(line.text)
    if match is None or is_header(line.passage) or _KEYS[re.sub(r"\s", "", match.group("label"))] in opened:
        return []
    value = line.passage.slice(match.end())
    label = joined((line.passage.slice(*match.span("label")), value), "\t")
    return [replace(line, passage=line.passage.slice(0, match.start())), Line(label)]
