"""Which field a line opens: labels at line starts, alone or before their value, on one line or broken over several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.positions import Passage, joined
from generator.reading.lines import Line
from generator.reading.vocabulary import EXTRA_FIELD, LABELS, REQUIREMENTS_LABELS, SECTION, Label
from generator.text.folding import is_cjk

COLONS = ":：﹕︰∶"
NUMBER = r"(?P<number>\d{1,2}\s*[.)、．]\s*)?"
SEPARATOR = rf"\s*[{COLONS}]\s*|\s*\t\s*|[ \u00a0]*\u3000\s*|[ \u00a0]{{2,}}|\s+[-–—](?:\s+|$)|\s*$"
_NOTE = rf"\s*[(（][^()（）{COLONS}]{{1,30}}[)）](?=\s*(?:[{COLONS}\t]|$)|[ \u00a0]*\u3000|[ \u00a0]{{2,}})"
_LONGEST_BROKEN_LABEL = 3
_END = ""
_COLUMN_HEADS = re.compile(r"(?:field|item|label)s?\t(?:contents?|values?|descriptions?|details?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """A label found: the field it opens, the label as printed, what follows on its line, how many lines it took.

    It is sure where something sets it apart from its value; one blank ("Level 4") may stand in a sentence too.
    A weak label is an ordinary word, ``numbered`` says that a number stands before the label ("1. Title").
    ``spelling`` is "exact", "glued" to the value ("TitlePlan"), "misspelled" ("Tit1e") or "unknown".
    """

    field: str
    label: Passage
    value: Passage
    lines: int = 1
    sure: bool = True
    weak: bool = False
    numbered: bool = False
    spelling: str = "exact"


class _Tree(dict[str, "_Tree"]):
    """The beginnings of labels: the pattern of each next character, and what may follow it."""


def pattern_of(labels: Iterable[str]) -> str:
    """Return the pattern of any of the labels, the longest first; blanks in them may be missing or more than one.

    Between Chinese characters a blank may stand that the label has not ("名 稱"). Labels share the pattern of
    their common beginning, so that a text is compared with each beginning once.
    """
    tree = _Tree()
    for text in sorted(labels, key=lambda text: (-len(text), text)):
        node = tree
        for token in _character_patterns(text):
            node = node.setdefault(token, _Tree())
        node[_END] = _Tree()
    first = "".join(dict.fromkeys(token for token in tree if token))
    return f"(?=[{first}]){_alternatives(tree)}"


def _alternatives(tree: _Tree) -> str:
    """Return the pattern of what may follow at a place, nothing where only the end of a label does."""
    ways = [token + _alternatives(rest) for token, rest in tree.items() if token != _END]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)}){'?' if _END in tree else ''}"


def _character_patterns(text: str) -> Iterable[str]:
    for at, character in enumerate(text):
        if at and is_cjk(character) and is_cjk(text[at - 1]):
            yield r"[ \u3000]?"
        yield r"\s*" if character == " " else re.escape(character)


def label_key(text: str) -> str:
    """Return the form in which labels are looked up: without blanks and case."""
    return re.sub(r"\s+", "", text).casefold()


_ALL = pattern_of(label.text for label in LABELS)
_BY_KEY: dict[str, Label] = {label_key(label.text): label for label in reversed(LABELS)}
_RANKS = {label_key(label.text): row for row, label in reversed(list(enumerate(LABELS)))}
_START = re.compile(rf"{NUMBER}(?:{_ALL})", re.IGNORECASE)
"""What every label begins with; most lines do not."""
_LABEL = re.compile(rf"{NUMBER}(?P<label>{_ALL})(?:{_NOTE})?(?:{SEPARATOR})", re.IGNORECASE)
_TWICE = re.compile(
    rf"{NUMBER}(?P<label>{_ALL})\s*[/／|(（{COLONS}-]?\s*(?P<second>{_ALL})\s*[)）]?(?:{_NOTE})?(?:{SEPARATOR}|\s+)",
    re.IGNORECASE,
)
_LABEL_AND_BLANK = re.compile(rf"{NUMBER}(?P<label>{_ALL})[ \u00a0]", re.IGNORECASE)
_REQUIREMENTS = re.compile(
    rf"[(（/]?\s*(?:{pattern_of(REQUIREMENTS_LABELS)})(?:\s*/?\s*(?:{pattern_of(REQUIREMENTS_LABELS)}))?"
    rf"\s*[)）]?\s*[{COLONS}]?\s*",
    re.IGNORECASE,
)
VALUES_BEHIND_A_BLANK = {
    "functional_area": re.compile(r"[A-Z\u4e00-\u9fff]"),
    "title": re.compile(r"[A-Z\d\"“\u4e00-\u9fff]"),
    "range": re.compile(r"This unit|[A-Z][a-z]+ |此|本"),
    "code": re.compile(r"(?=\S*\d)[A-Z\d./-]{6,}\s*$", re.IGNORECASE),
    "level": re.compile(r"(?:Level )?[1-7]\s*$", re.IGNORECASE),
    "credit": re.compile(r"(?:\d{1,3}(?:\.\d)?|TB[ACD])\s*(?:[(（][^()（）]*[)）])?\s*$"),
    "competency": _REQUIREMENTS,
    "assessment_criteria": re.compile(r"Th(?:e|is|ese) integrated outcome|此能力單元|此能力单元"),
    "remark": re.compile(r"(?:nil|none|n/?a|not applicable|無|无|不適用|不适用)[.。]?\s*$", re.IGNORECASE),
    EXTRA_FIELD: re.compile(r"[vV]?\d[\d./-]*\s*$"),
}
"""What must follow a label that only one blank sets apart."""
_MARKED = re.compile(rf"[{COLONS}\t]\s*$")
ONLY_WITH_A_MARK = frozenset(
    {label_key("Unit of Competency"), *(label_key(one.text) for one in LABELS if one.field == SECTION)}
)
"""Labels that are read as such before a value only where a colon or a TAB sets them apart."""
_FIRST_WORDS = frozenset(
    " ".join(label.text.casefold().split()[:count])
    for label in LABELS
    if not label.weak
    for count in range(1, len(label.text.split()))
)
_LONGEST_FIRST_WORDS = 2 * max(map(len, _FIRST_WORDS))


def opening(lines: Sequence[Line], at: int) -> Opening | None:
    """Return the label that opens at a line, None where there is none.

    A label broken over lines ("Assessment" / "Criteria") is tried where a line holds just its first words.
    """
    line = lines[at]
    if line.item or _COLUMN_HEADS.fullmatch(line.text):
        return None
    found = match_label(line.passage)
    if (
        found is None
        and len(line.text) <= _LONGEST_FIRST_WORDS
        and _bare(line.text) in _FIRST_WORDS
        and not _starts_small(line.text)
    ):
        return _broken(lines, at)
    if found is not None and _starts_small(line.text) and not is_set_apart(found):
        return None
    return found


def _starts_small(text: str) -> bool:
    return text[:1].islower() and not text[1:2].isupper()


def is_set_apart(found: Opening) -> bool:
    """Tell whether a colon or a TAB stands between a label and its value."""
    return found.sure and _MARKED.search(found.label.text) is not None


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())


def match_label(passage: Passage, lines: int = 1) -> Opening | None:
    """Return the label that a text begins with, None where it begins with none."""
    if not _START.match(passage.text):
        return None
    match = _twice(passage.text) or _LABEL.match(passage.text)
    if match is None:
        return _match_before_blank(passage, lines)
    key = label_key(match.group("label"))
    label = _BY_KEY[key]
    value = passage.slice(match.end()).strip()
    if key in ONLY_WITH_A_MARK and value and not _MARKED.search(match.group()):
        return None
    printed = passage.slice(0, match.end())
    numbered = match.group("number") is not None
    return Opening(label.field, printed, value, lines, weak=label.weak, numbered=numbered)


def _twice(text: str) -> re.Match[str] | None:
    """Return a label that is printed twice, or in two languages ("Title 名稱"), both naming the same field."""
    match = _TWICE.match(text)
    if match is None:
        return None
    first, second = label_key(match.group("label")), label_key(match.group("second"))
    if _BY_KEY[first].field != _BY_KEY[second].field:
        return None
    if first.isascii() != second.isascii():
        return match
    apart = match.end() == len(text) or re.search(rf"[{COLONS}\t]\s*$|\s\s$", match.group())
    return match if first == second and apart else None


def _match_before_blank(passage: Passage, lines: int) -> Opening | None:
    match = _LABEL_AND_BLANK.match(passage.text)
    if match is None:
        return None
    key = label_key(match.group("label"))
    label = _BY_KEY[key]
    value = passage.slice(match.end()).strip()
    fitting = None if key in ONLY_WITH_A_MARK else VALUES_BEHIND_A_BLANK.get(label.field)
    if fitting is None or not fitting.match(value.text):
        return None
    numbered = match.group("number") is not None
    return Opening(label.field, passage.slice(0, match.end()), value, lines, False, label.weak, numbered)


def _broken(lines: Sequence[Line], at: int) -> Opening | None:
    for count in range(2, _LONGEST_BROKEN_LABEL + 1):
        parts = lines[at : at + count]
        if len(parts) < count or any(part.item for part in parts):
            return None
        found = match_label(joined(part.passage for part in parts), count)
        if found is not None:
            return found
        if _bare(" ".join(part.text for part in parts)) not in _FIRST_WORDS:
            return None
    return None


def requirements_label(passage: Passage) -> int:
    """Return how many characters a leading "Performance Requirements" label takes, 0 where there is none."""
    match = _REQUIREMENTS.match(passage.text)
    return match.end() if match else 0


def label_rank(printed: str) -> int:
    """Return how well a label as printed says its field: its row in the vocabulary, later for less telling ones."""
    match = _LABEL.match(printed) or _LABEL_AND_BLANK.match(printed)
    return _RANKS[label_key(match.group("label"))] if match else 0
