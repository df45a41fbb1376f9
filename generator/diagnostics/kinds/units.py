"""Kinds of findings about units: their fields, elements, codes and lineage."""

from __future__ import annotations

UNITS: tuple[tuple[str, str, str, str], ...] = (
    # fields
    (
        "missing-field",
        "warning",
        "a field is not in the file",
        "Add the field to the source, or leave it: the page says that this source does not have it.",
    ),
    (
        "unknown-field",
        "warning",
        "a label outside the vocabulary; its value is kept as an extra field",
        "Check the spelling of the label; if the field is a new kind, propose it for the vocabulary.",
    ),
    (
        "label-misspelled",
        "warning",
        "a label spelled otherwise than any publisher does is read as the label it resembles",
        "Correct the spelling of the label; check that its value is what the field holds.",
    ),
    (
        "duplicate-field",
        "warning",
        "the same field twice in one unit with different values",
        "Keep one of the two in the source; the first is published.",
    ),
    (
        "level-unparsed",
        "warning",
        "the level is not a number from 1 to 7",
        "Print the level as a single number from 1 to 7.",
    ),
    (
        "credit-unparsed",
        "warning",
        "the credit is not a number",
        "Print the credit as a number, with a note in brackets after it.",
    ),
    # competency
    (
        "missing-heading",
        "warning",
        "requirements start without an element heading",
        "Look up the heading in the publisher's original and add it above these requirements.",
    ),
    (
        "missing-parent-heading",
        "info",
        "requirements are numbered 2.1 and 2.2, but nothing is numbered 2",
        "Nothing to do if the publisher numbers so; else add the heading of the group.",
    ),
    (
        "collapsed-bullets",
        "warning",
        "several requirements run together without separators; split by rule or kept whole",
        "Compare with the publisher's original and put every requirement on a line of its own.",
    ),
    (
        "run-on-text",
        "warning",
        "labels or numbers found inside a paragraph instead of at line starts",
        "Put every label and number at the start of a line of its own.",
    ),
    (
        "columns-merged",
        "warning",
        "table columns read in a wrong order",
        "Export the table again, one row after another.",
    ),
    (
        "label-shift",
        "warning",
        "labels one line off their values",
        "Export the table again so that label and value share a row.",
    ),
    ("numbering-gap", "warning", "element numbers skip", "Check whether an element is missing from the source."),
    (
        "numbering-repeat",
        "warning",
        "an element number appears twice",
        "Check the numbers against the publisher's original.",
    ),
    (
        "numbering-order",
        "warning",
        "element numbers go back",
        "Check the order of the elements against the publisher's original.",
    ),
    # codes
    (
        "code-format",
        "warning",
        "the code fits no known grammar",
        "Check the code; if it is right, add the publisher's grammar (see CONTRIBUTING).",
    ),
    ("code-unsafe", "error", "the code cannot name a page, even as a slug", "Correct the code in the source."),
    (
        "code-address-taken",
        "warning",
        "two codes would share one address; this one got a numbered suffix",
        "Rename one of the two codes if they should be told apart by more than punctuation.",
    ),
    (
        "duplicate-code",
        "error",
        "the code is already used in the same language",
        "Remove one of the two files, or correct its code.",
    ),
    (
        "level-code-mismatch",
        "warning",
        "the Level field differs from the level in the code",
        "Check both against the publisher's original; the Level field is published.",
    ),
    (
        "dangling-reference",
        "warning",
        "a code named in a text is not in the collection",
        "Add the raw file of the unit named, or leave it: the code is shown without a link.",
    ),
    # lineage and rulings
    (
        "ruling-unknown-unit",
        "warning",
        "a ruling names a unit that is not in the collection",
        "Correct the code in source_units/rulings.yml or add the raw file.",
    ),
    (
        "ruling-conflict",
        "warning",
        "two rulings, or a ruling and a text, disagree",
        "Keep one of the two in source_units/rulings.yml.",
    ),
)
