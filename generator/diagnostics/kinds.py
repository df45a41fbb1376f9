"""The table of diagnostic ids: severity, meaning and what to do. The ids are public and never renamed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding; ``severity`` is the usual one, "error", "warning" or "info"."""

    id: str
    severity: str
    meaning: str
    hint: str


_TABLE: tuple[tuple[str, str, str, str], ...] = (
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
    # clean-up
    (
        "page-furniture-removed",
        "info",
        "headers, footers and page numbers were taken away",
        "Nothing to do; the removed lines are listed on the quality page.",
    ),
    ("hyphenation-repaired", "info", "a word broken over two lines was joined", "Nothing to do."),
    ("private-use-bullet", "info", "bullets are private-use characters of a symbol font", "Nothing to do."),
    ("spaced-cjk", "info", "blanks between Chinese characters were removed", "Nothing to do."),
    (
        "non-unit-text",
        "info",
        "text around the unit that belongs to no field",
        "Nothing to do if the text is no part of the unit; it is shown on the page as not understood.",
    ),
    # bytes and characters
    (
        "encoding-detected",
        "info",
        "the file is not plain UTF-8; its encoding was recognised",
        "Save the file as UTF-8 to be sure.",
    ),
    ("encoding-fallback", "warning", "the file is not UTF-8; its encoding was guessed", "Save the file as UTF-8."),
    (
        "invalid-utf8",
        "warning",
        "some bytes fit no encoding and are shown as the replacement character",
        "Export the file again as UTF-8.",
    ),
    (
        "garbled-text",
        "warning",
        "words are full of signs that no word holds, as after a broken font or a wrong encoding",
        "Compare with the publisher's original, and export the file again.",
    ),
    (
        "control-characters-removed",
        "warning",
        "NUL, escape or other control characters were removed",
        "Export the file again without control characters.",
    ),
    (
        "invisible-characters-removed",
        "warning",
        "zero-width or direction marks were removed",
        "Remove the invisible characters from the source.",
    ),
    (
        "active-content-removed",
        "warning",
        "script, handlers or javascript: links were made harmless",
        "Remove the markup from the source.",
    ),
    ("line-too-long", "warning", "a line is longer than the limit", "Break the line."),
    ("nesting-too-deep", "warning", "lists are nested deeper than the limit", "Flatten the lists."),
    # files
    (
        "truncated-unit",
        "warning",
        "the file seems to end in the middle of a unit",
        "Export the file again, to its end.",
    ),
    ("empty-file", "error", "the file holds nothing", "Delete the file or fill it."),
    ("binary-file", "error", "the file is not text", "Export the unit as text, Markdown or HTML."),
    (
        "broken-file",
        "error",
        "the file is damaged: it is no whole PDF, Word file or archive",
        "Open the file with the program that wrote it and save it again.",
    ),
    ("encrypted-file", "error", "the file is protected by a password", "Save the file without a password."),
    ("missing-library", "error", "a library for such files is missing", "pip install 'competency-atlas[all]'."),
    (
        "scanned-pdf",
        "error",
        "the PDF holds pictures of pages, no text",
        "Run text recognition (OCR) over the PDF, or export it from the document it was printed from.",
    ),
    (
        "archive-member-refused",
        "error",
        "a file in an archive was not read: its name leads out of the folder, or it is encrypted, nested or too large",
        "Unpack the archive by hand, look at the file, and put what is a raw unit into the source folder.",
    ),
    ("unreadable-file", "error", "the file cannot be read", "Check the file's permissions and where its link points."),
    (
        "no-unit-found",
        "error",
        "no unit of competency was recognised in the file",
        "Check that the file has at least the labels Title and Code.",
    ),
    (
        "index-recognised",
        "info",
        "a list of units without their bodies",
        "Nothing to do; add the raw files of the units if they are to be published.",
    ),
    # authored units and corrections
    (
        "front-matter-broken",
        "warning",
        "front matter is no YAML that can be read, or a value of it means nothing",
        "Correct the line; the form is on the reference page “Authored units”.",
    ),
    (
        "correction-broken",
        "error",
        "a correction is not in the form of fix files",
        "Correct the line of the fix file; the form is on the reference page “Corrections”.",
    ),
    (
        "correction-outdated",
        "warning",
        "a correction does not fit its raw file any more and was not applied",
        "Compare the raw file with the correction, then correct the fix file or delete the entry.",
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

KINDS: dict[str, Kind] = {row[0]: Kind(*row) for row in _TABLE}
"""Every diagnostic id with its kind, in the order of the reference page."""
