"""Keys of front matter: which field of the unit each one names."""

from __future__ import annotations

from generator.positions import Passage, joined
from generator.reading.authored.marks import label_of
from generator.reading.vocabulary import EXTRA_FIELD
from generator.text.folding import label_form

SINGLE = ("code", "title", "functional_area", "industry", "level", "credit", "range", "remark")
SETTINGS = ("language", "version", "extra_fields", "field_states")
DATES = ("published", "superseded", "last_use")
RELATIONS = ("supersedes", "superseded_by", "replaces", "replaced_by", "adapted_from")
KEPT = (*DATES, *RELATIONS)
"""Keys that are no fields of the model and mean something to the collection: kept as extra fields."""

_KEYS = frozenset((*SINGLE, *SETTINGS))


def folded_key(key: str) -> str:
    """Return a key as the tables have it: "Functional Area" and "functional-area" are "functional_area"."""
    return label_form(key).replace("-", "_").replace(" ", "_")


def field_of_key(key: Passage) -> str:
    """Return the field or setting that a key names, "extra_field" where it names none.

    Labels of the vocabulary are keys too ("QF Level", "名稱").
    """
    folded = folded_key(key.text)
    if folded in _KEYS:
        return folded
    found = label_of(joined([key, Passage(":", ())], ""))
    return found.field if found is not None and found.field in SINGLE and folded not in KEPT else EXTRA_FIELD
