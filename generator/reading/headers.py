"""Header lines of a sheet: "Unit of Competency", "Specification of Competency Standards for the ... Industry"."""

from __future__ import annotations

import re

from generator.positions import Passage
from generator.text.folding import label_form

_LONGEST_HEADER = 250
_FIRST_LETTERS = "UuSs"
_UNIT_WORDS = re.compile(r"unit of competency|units of competency|能力單元|能力单元", re.IGNORECASE)
_SPECIFICATION = re.compile(
    r"specification of competency standards(?: for (?:the )?(?P<industry>.+?) (?:industry|sector))?"
    r"(?: unit of competency)?",
    re.IGNORECASE,
)


def is_header(passage: Passage) -> bool:
    """Tell whether a line is a header of a sheet and nothing else."""
    text = passage.text
    if len(text) > _LONGEST_HEADER or (text.isascii() and text.lstrip()[:1] not in _FIRST_LETTERS):
        return False
    form = label_form(text)
    return bool(_UNIT_WORDS.fullmatch(form) or _SPECIFICATION.fullmatch(form))


def industry_in(passage: Passage) -> Passage | None:
    """Return the industry a header line names ("Logistics" of "... for the Logistics Industry"), as printed."""
    match = _SPECIFICATION.match(re.sub(r"\s", " ", passage.text.strip()))
    if match is None or match.group("industry") is None:
        return None
    return passage.strip().slice(match.start("industry"), match.end("industry"))
