"""One field under several labels: the label that says it best opens the field, the others keep their own heading.

Publishers elsewhere print both "Description" and "Scope", or "Application of the Unit" and "Unit Descriptor".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.reading.fields import RawField
from generator.reading.labels import label_rank
from generator.reading.vocabulary import EXTRA_FIELD, SECTION
from generator.text.folding import is_cjk

_APART = {"range": SECTION, "remark": SECTION, "functional_area": EXTRA_FIELD}
"""Fields that several labels of one sheet may claim, and what becomes of those that come second."""


def with_one_label_a_field(fields: Sequence[RawField]) -> tuple[RawField, ...]:
    """Return the fields of a unit with the lesser synonyms of a field as sections or fields of their own.

    Labels in two languages are no synonyms: the field has its value in both.
    """
    best: dict[tuple[str, bool], int] = {}
    for raw in fields:
        if raw.field in _APART:
            best[_claim(raw)] = min(label_rank(raw.label.text), best.get(_claim(raw), label_rank(raw.label.text)))
    return tuple(
        replace(raw, field=_APART[raw.field])
        if raw.field in _APART and label_rank(raw.label.text) != best[_claim(raw)]
        else raw
        for raw in fields
    )


def _claim(raw: RawField) -> tuple[str, bool]:
    return raw.field, any(is_cjk(character) for character in raw.label.text)
