"""The fields with one value: title, code, range, level, credit, remark, functional area, industry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.diagnostics import Finding, Severity
from generator.model import Code, Credit, FieldState, read_code
from generator.parse.claims import Claims
from generator.positions import Passage, Place, joined
from generator.reading import RawField
from generator.reading.headers import industry_in
from generator.reading.items import without_bullet
from generator.text.folding import folded_blanks, is_cjk

_MOST_LINES_OF_A_SHORT_VALUE = 4
_NUMERALS = "一二三四五六七"
_ONE_LEVEL = rf"(?:(?:[a-z]*qf|資歷架構|资历架构)\s*)?(?:level\s*|第\s*)?:?\s*0?([1-7{_NUMERALS}])(?:\s*[級级])?"
_LEVEL = re.compile(rf"{_ONE_LEVEL}(?:\s*[/(]?\s*{_ONE_LEVEL}\s*\)?)?", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:學分\s*|学分\s*)?(\d{1,3}(?:\.\d+)?)(?:\s*(?:credits?(?: points?)?|個?學分|个?学分))?"
    r"\s*(?:[(（]\s*([^()（）]*?)\s*[)）])?\s*[.]?",
    re.IGNORECASE,
)
_NOTE_OF_A_LABEL = re.compile(r"[(（]\s*([^()（）]+?)\s*[)）]")


@dataclass(frozen=True, slots=True)
class Value:
    """What a source says about one field: the text, if any, its state and place, the passage it was read from.

    ``others`` are further printings of the field with another value. ``printed`` holds the fields as printed, that
    of the value first and then those of the others; nothing where a header gives the value.
    """

    text: str | None
    state: FieldState
    place: Place | None
    passage: Passage
    others: tuple[Passage, ...] = ()
    printed: tuple[RawField, ...] = ()


_ABSENT = Value(None, FieldState.ABSENT, None, Passage("", ()))


def text_value(raw: Sequence[RawField], claims: Claims, is_value: Callable[[str], bool] | None = None) -> Value:
    """Return the value of a field printed as text; the first printing that is not empty counts.

    ``is_value`` tells what the field can hold: of lines that hold more, the first ones that can be a value
    are taken. A printing with the same value again says nothing new, one in another language under a label in
    that language belongs to the value; others are left in `Value.others`.
    """
    if not raw:
        return _ABSENT
    printings = [(one, passage) for one in raw if (passage := _passage(one, is_value))]
    if not printings:
        place = claims.place(raw[0].label) if raw[0].label else None
        return Value(None, FieldState.EMPTY, place, raw[0].label, printed=(raw[0],))
    printed, languages, others = [printings[0][0]], [printings[0][1]], []
    for one, passage in printings[1:]:
        if _says_the_same(languages[0].text, passage.text):
            claims.discard(passage)
        elif len(languages) == 1 and _is_translation(printings[0], (one, passage)):
            languages.append(passage)
        else:
            printed.append(one)
            others.append(passage)
    value = joined(languages)
    place = claims.place(languages[0])
    return Value(claims.take(value), FieldState.PRESENT, place, value, tuple(others), tuple(printed))


def _passage(raw: RawField, is_value: Callable[[str], bool] | None) -> Passage:
    lines = [without_bullet(line.passage) for line in raw.lines]
    prefixes = (joined(lines[:count]) for count in range(min(len(lines), _MOST_LINES_OF_A_SHORT_VALUE), 0, -1))
    if is_value is None:
        return joined(lines)
    return next((passage for passage in prefixes if is_value(passage.text)), joined(lines))


def _says_the_same(first: str, second: str) -> bool:
    if folded_blanks(first) == folded_blanks(second):
        return True
    return _level_in(first) is not None and _level_in(first) == _level_in(second)


def _is_translation(first: tuple[RawField, Passage], other: tuple[RawField, Passage]) -> bool:
    """Tell whether one printing has label and value in Chinese and the other neither."""
    labels = _is_chinese(first[0].label.text) != _is_chinese(other[0].label.text)
    return labels and _is_chinese(first[1].text) != _is_chinese(other[1].text)


def _is_chinese(text: str) -> bool:
    return any(is_cjk(character) for character in text)


def _level_in(text: str) -> int | None:
    match = _LEVEL.fullmatch(folded_blanks(unicodedata.normalize("NFKC", text)))
    stated = {_level_of(numeral) for numeral in match.groups() if numeral} if match else set()
    return stated.pop() if len(stated) == 1 else None


def _level_of(numeral: str) -> int:
    return _NUMERALS.index(numeral) + 1 if numeral in _NUMERALS else int(numeral)


def is_code(text: str) -> bool:
    return read_code(text).grammar != "unknown"


def is_level(text: str) -> bool:
    return _level_in(text) is not None


def is_credit(text: str) -> bool:
    return _CREDIT.fullmatch(folded_blanks(text)) is not None


def code_value(value: Value) -> tuple[Code, tuple[Finding, ...]]:
    """Return the code of a unit and a finding where no grammar knows it, blanks stand in it or letters are small."""
    code = read_code(value.text or "")
    at = value.passage.span.start
    if value.text and code.grammar == "unknown":
        return code, (Finding("code-format", at, f"the code {value.text!r} fits no known grammar"),)
    if value.text and len(code.text.split()) < len(value.text.split()):
        message = f"blanks were removed from the code {value.text!r}"
        return code, (Finding("code-format", at, message, Severity.INFO),)
    if value.text and value.text.islower() and code.text.isupper():
        message = f"the code {value.text!r} is printed in small letters"
        return code, (Finding("code-format", at, message, Severity.INFO),)
    return code, ()


def level_value(value: Value) -> tuple[int | None, tuple[Finding, ...]]:
    """Return the level, 1 to 7; a value that is none gives a finding and is kept as text by the caller."""
    if value.text is None:
        return None, ()
    level = _level_in(value.text)
    if level is not None:
        return level, ()
    message = f"the level {value.text!r} is no number from 1 to 7"
    return None, (Finding("level-unparsed", value.passage.span.start, message),)


def credit_value(value: Value) -> tuple[Credit, tuple[Finding, ...]]:
    """Return credit value and note ("6 (For Reference Only)"); a text that is no credit is the note.

    The note may stand beside the label instead ("Credit (For Reference Only): 6").
    """
    if value.text is None:
        return Credit(), ()
    match = _CREDIT.fullmatch(value.text)
    if match is None:
        message = f"the credit {value.text!r} is no number"
        return Credit(None, value.text), (Finding("credit-unparsed", value.passage.span.start, message),)
    beside = _NOTE_OF_A_LABEL.search(value.printed[0].label.text) if value.printed else None
    return Credit(float(match.group(1)), match.group(2) or (beside.group(1) if beside else None)), ()


def industry_value(raw: Sequence[RawField], headers: Sequence[Passage], claims: Claims) -> Value:
    """Return the industry, from a label of its own or from the first header line that names one."""
    if raw:
        return text_value(raw, claims)
    for header in headers:
        passage = industry_in(header)
        if passage is not None:
            return Value(claims.take(passage), FieldState.PRESENT, claims.place(passage), passage)
    return _ABSENT
