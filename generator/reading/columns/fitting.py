"""Which values fit which field: what a level, a code or a credit may look like, and how other values begin."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.model.codes import read_code
from generator.positions import Passage
from generator.reading.labels import requirements_label

_LEVEL = re.compile(r"(?:(?:N?QF )?Level\s*)?(?:0?[1-7]|TB[ACD])|第?[一二三四五六七1-7][級级]?", re.IGNORECASE)
_CREDIT = re.compile(r"(?:\d{1,3}(?:\.\d)?|TB[ACD])(?:\s*credits?)?\s*(?:[(（][^()（）]*[)）]?)?", re.IGNORECASE)
_OUTCOME = re.compile(r"(?:th(?:e|is|ese) )?integrated outcome|此能力[單单]元的[綜综]合成效", re.IGNORECASE)
_LONGEST_FORM = 80
_PURPOSE = re.compile(r"This unit|此能力[單单]元(?!的[綜综]合成效)", re.IGNORECASE)


def is_code(text: str) -> bool:
    """Tell whether a text is the code of a unit."""
    return (
        len(text) <= _LONGEST_FORM and any(letter.isdigit() for letter in text) and read_code(text).grammar != "unknown"
    )


def is_level(text: str) -> bool:
    return len(text) <= _LONGEST_FORM and _LEVEL.fullmatch(text.strip()) is not None


def is_credit(text: str) -> bool:
    return len(text) <= _LONGEST_FORM and _CREDIT.fullmatch(text.strip()) is not None


def begins_outcomes(text: str) -> bool:
    """Tell whether a text is the sentence that introduces assessment criteria."""
    return _OUTCOME.match(text) is not None


def begins_purpose(text: str) -> bool:
    """Tell whether a text begins as ranges do."""
    return _PURPOSE.match(text) is not None


def begins_requirements(text: str) -> bool:
    """Tell whether a line is the second label of the competency, alone or before its first heading."""
    length = requirements_label(Passage.of(text, 0))
    return length > 0 and (length == len(text) or text[length].isdigit())


FORMS: dict[str, Callable[[str], bool]] = {"level": is_level, "code": is_code, "credit": is_credit}
"""The fields whose values have a form of their own."""


def fits(field: str, text: str) -> bool:
    """Tell whether a value of one line may be that of a field."""
    form = FORMS.get(field)
    return form(text) if form is not None else not (field == "title" and is_code(text))
