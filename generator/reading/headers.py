"""Header lines of a sheet: "Unit of Competency", "Specification of Competency Standards for the ... Industry"."""

from __future__ import annotations

import re

from generator.positions import Passage
from generator.text.folding import label_form

_LONGEST_HEADER = 250
_FIRST_LETTERS = "UuSs"
_CHINESE = re.compile(
    r"《?(?P<industry>[\u3400-\u9fff]{1,20}?[業业])》?\s*能力[標标][準准][說说]明》?\s*(?:能力[單单]元)?"
)
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
    return any(pattern.fullmatch(form) for pattern in (_UNIT_WORDS, _SPECIFICATION, _CHINESE))


def industry_in(passage: Passage) -> Passage | None:
    """Return the industry a header line names ("Logistics" of "... for the Logistics Industry", 物流業), as printed."""
    text = re.sub(r"\s", " ", passage.text.strip())
    match = _SPECIFICATION.match(text) or _CHINESE.match(text)
    if match is None or match.group("industry") is None:
        return None
    return passage.strip().slice(match.start("industry"), match.end("industry"))
