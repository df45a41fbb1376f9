"""Kinds of findings about files: their bytes, containers, pages, and what was taken away or repaired."""

from __future__ import annotations

FILES: tuple[tuple[str, str, str, str], ...] = (
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
        "text that belongs to no field, inside a unit or around it",
        "Nothing to do if it is no part of a unit: inside one it is shown on its page, else on the quality page.",
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
    ("file-too-large", "error", "the file is larger than the limit", "Split the file into several."),
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
)
