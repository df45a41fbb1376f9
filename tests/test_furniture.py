"""Page furniture: a book with it gives the same units as the book without it."""

from __future__ import annotations

import pytest
from dose import dose
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.model.form import unit_to_json
from generator.parse import Document, parse_source
from generator.source import decode

VERBS = ("Know", "Understand", "Inspect", "Prepare", "Record")
THINGS = ("tools", "materials", "rules", "records", "orders")
PLACES = ("bench", "store", "yard", "office")
TITLES = ("Mend nets", "Sort boxes", "Sell hats", "Weave baskets", "Tie knots", "Cut stone")
HEADS = (
    [],
    ["Workshop Crafts Handbook", ""],
    ["Guild of Crafts", "Training Committee", ""],
    ["Handbook   Page {page}"],
)
FEET = (
    ["", "Page {page} of 99", ""],
    ["Approved Page {page} of 8"],
    ["- {page} -"],
    ["", "P.4-{page}", "Last updated: December 2020"],
    ["__________ {page}", "TR - Crafts NC II   Amended March 2019"],
    ["第 {page} 頁"],
    ["90421 version 3", "Page {page}"],
    ["All of us must work safely", "Page {page}"],
)


@st.composite
def made_unit(draw: st.DrawFn, number: int) -> list[str]:
    title = draw(st.sampled_from(TITLES))
    lines = ["Unit of Competency", ""] if draw(st.booleans()) else []
    lines += ["Functional Area: Crafts", f"Title: {title} {number}", f"Code: QXCRFT2{number:02}A"]
    lines += ["Range: This unit of competency is applicable to small shops.", "Level: 2", "Credit: 3"]
    lines += ["Competency: Performance Requirements", ""]
    for element in (1, 2):
        lines.append(f"{element}. Know {title.casefold()}, part {'one' if element == 1 else 'two'}")
        for _ in range(draw(st.integers(1, 4))):
            verb, thing, place = (draw(st.sampled_from(words)) for words in (VERBS, THINGS, PLACES))
            lines += [f"• {verb} the {thing} of the {place} and keep them in the", "right place before work begins"]
    lines += ["Assessment Criteria: The integrated outcome requirements of this unit of competency are:"]
    return [*lines, f"• Able to {title.casefold()} without help", "Remark:", ""]


@st.composite
def made_book(draw: st.DrawFn) -> list[str]:
    return [line for number in range(1, draw(st.integers(3, 6))) for line in draw(made_unit(number))]


def pages(lines: list[str], height: int, head: list[str], foot: list[str], page_break: str) -> str:
    made = [
        "\n".join(line.format(page=page) for line in (*head, *lines[start : start + height], *foot))
        for page, start in enumerate(range(0, len(lines), height), 1)
    ]
    return page_break.join(made)


def read(text: str) -> Document:
    return parse_source(decode("book.txt", text.encode()))


def units(document: Document) -> list:
    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {key: bare(part) for key, part in value.items() if key not in ("lines", "source")}
        return [bare(part) for part in value] if isinstance(value, list) else value

    return [bare(unit_to_json(unit)) for unit in document.units]


@settings(deadline=None, max_examples=dose(60, 2000))
@given(made_book(), st.integers(20, 45), st.sampled_from(HEADS), st.sampled_from(FEET), st.sampled_from(["\n", "\n\f"]))
def test_furniture_changes_no_unit(
    lines: list[str], height: int, head: list[str], foot: list[str], page_break: str
) -> None:
    assume(len(lines) > 2 * height)
    clean = read("\n".join(lines))
    assert not clean.set_aside
    document = read(pages(lines, height, head, foot, page_break))
    assert units(document) == units(clean)
    assert any(found.id == "page-furniture-removed" and found.severity == "info" for found in document.diagnostics)


@settings(deadline=None, max_examples=dose(60, 2000))
@given(made_book())
def test_what_every_unit_prints_is_no_furniture(lines: list[str]) -> None:
    document = read("\n".join(lines))
    assert not document.set_aside
    assert len(document.units) == sum(line.startswith("Code:") for line in lines)


SHEET = """Title: Mend a net
Code: QXNETS101A
Level: 1
Credit: {credit}
Range: This unit is applicable to net lofts.
Competency: Performance Requirements
1. Know nets
• Know the knots
{inside}
2. Mend nets
• Cut the torn mesh
Assessment Criteria: The integrated outcome requirements of this unit of competency are:
• Able to mend a net
Remark:
{end}
"""


def test_numbers_alone_on_a_line_are_kept_where_they_are_values_or_headings() -> None:
    document = read(SHEET.format(credit="\n3", inside="", end="").replace("1. ", "1\n").replace("2. ", "2\n"))
    (unit,) = document.units
    assert unit.credit is not None
    assert unit.credit.value == 3
    assert not document.set_aside


@pytest.mark.parametrize("foot", ["12", "- 12 -", "Page 12", "4-117", "P.4-34", "第12頁", "Last updated: May 2020"])
def test_the_last_foot_of_a_file_is_no_remark(foot: str) -> None:
    (unit,) = (document := read(SHEET.format(credit=3, inside="", end=f"\n{foot}"))).units
    assert unit.remark is None
    assert [aside.text for aside in document.set_aside] == [foot]


def test_a_page_number_behind_a_line_leaves_the_line() -> None:
    (unit,) = (document := read(SHEET.format(credit=3, inside="• Know the twines      Page 1 of 2", end=""))).units
    assert unit.elements[0].requirements[1].text == "Know the twines"
    assert [aside.text for aside in document.set_aside] == ["Page 1 of 2"]


@pytest.mark.parametrize("text", ["Know the page 3 of the log", "Last updated records of the loft", "Go on to page 4"])
def test_furniture_words_inside_a_requirement_stay(text: str) -> None:
    (unit,) = (document := read(SHEET.format(credit=3, inside=f"• {text}", end=""))).units
    assert unit.elements[0].requirements[1].text == text
    assert not document.set_aside


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("Serve the cus-", "tomer", "Serve the customer"),
        ("Give feed-", "back", "Give feedback"),
        ("Heed the non-", "smoking rule", "Heed the non-smoking rule"),
        ("Order the spare-", "parts", "Order the spare-parts"),
        ("Meet each counter-", "part", "Meet each counterpart"),
        ("Run a self-", "service shop", "Run a self-service shop"),
        ("Read the pre-", "and after-sales papers", "Read the pre- and after-sales papers"),
        ("Mend nets on-", "site; on-site work is paid", "Mend nets on-site; on-site work is paid"),
    ],
)
def test_words_broken_at_line_ends(first: str, second: str, text: str) -> None:
    (unit,) = (document := read(SHEET.format(credit=3, inside=f"• {first}\n{second}", end=""))).units
    assert unit.elements[0].requirements[1].text == text
    repaired = [found for found in document.diagnostics if found.id == "hyphenation-repaired"]
    assert len(repaired) == (0 if " and " in text else 1)


@pytest.mark.parametrize(
    ("printed", "text"),
    [("K N O W  T H E  N E T", "KNOW THE NET"), ("認 識 漁 網", "認識漁網"), ("Know A B C tests", "Know A B C tests")],
)
def test_letter_spaced_words(printed: str, text: str) -> None:
    (unit,) = read(SHEET.format(credit=3, inside=f"• {printed}", end="")).units
    assert unit.elements[0].requirements[1].text == text
