"""The authored form: Markdown with front matter, whose structure is stated and not guessed."""

from generator.reading.authored.competency import AuthoredElement
from generator.reading.authored.marks import begins_like_an_item, heading_number, own_number, range_label
from generator.reading.authored.sections import TEXT_THAT_FITS_NO_FIELD, AuthoredSection, heading_label
from generator.reading.authored.unit import AuthoredUnit, read_authored, title_fields

__all__ = [
    "TEXT_THAT_FITS_NO_FIELD",
    "AuthoredElement",
    "AuthoredSection",
    "AuthoredUnit",
    "begins_like_an_item",
    "heading_label",
    "heading_number",
    "own_number",
    "range_label",
    "read_authored",
    "title_fields",
]
