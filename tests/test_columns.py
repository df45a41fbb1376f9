"""Columns in plain text: what is a table becomes "label TAB value", everything else passes unchanged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.positions import LineIndex
from generator.reading.columns import read_columns, without_line_numbers
from generator.reading.containers import text_lines
from generator.reading.contents import Contents

CASES = Path(__file__).parent / "cases" / "parse"
RAW = sorted(
    path for path in CASES.iterdir() if path.suffix in (".txt", ".md") and not path.name.startswith("columns_")
)
COLUMNS = sorted(CASES.glob("columns_*.txt"))


def contents_of(text: str) -> Contents:
    return text_lines.read(text)


def shown(contents: Contents) -> list[str]:
    return [line.text.replace("\t", " = ") for line in contents.lines]


def ids(contents: Contents) -> list[tuple[str, int]]:
    index = LineIndex.of(contents.text)
    return [(finding.id, index.line(finding.offset)) for finding in contents.findings]


def characters(contents: Contents) -> set[int]:
    """Return where the letters and digits stand that the lines and the text set aside hold."""
    passages = [line.passage for line in contents.lines] + [aside.passage for aside in contents.set_aside]
    places = (at for passage in passages for span in passage.spans for at in range(span.start, span.end))
    return {at for at in places if contents.text[at].isalnum()}


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.name)
def test_what_has_no_columns_passes_unchanged(path: Path) -> None:
    contents = contents_of(path.read_text(encoding="utf-8", errors="replace"))
    assert read_columns(without_line_numbers(contents)) == contents


@pytest.mark.parametrize("path", COLUMNS, ids=lambda path: path.name)
def test_columns_keep_every_word(path: Path) -> None:
    contents = contents_of(path.read_text(encoding="utf-8"))
    read = read_columns(without_line_numbers(contents))
    assert read != contents or "behind" in path.name
    assert characters(read) == characters(contents)


PIECES = st.sampled_from(
    [
        *("Title", "Code", "Level", "Credit", "Range", "Competency", "Remark", "Assessment Criteria", "Assessment"),
        *("Criteria", "QXSHRP103A", "4", "6 (For Reference Only)", "Performance Requirements", "1. Know shoes"),
        *("• Know leather", "The integrated outcome requirements of this unit are:", "This unit of competency"),
        *("goes on here", "能力", "編號", "Unit of Competency", "12", "ELEMENT", "PERFORMANCE CRITERIA", "1.1 Do it"),
    ]
)
GAPS = st.sampled_from(["", " ", "  ", "    ", " " * 12, "\t", "\n", "\n", "\n\n", "\f", ": ", "\n" + " " * 20])


@given(st.lists(st.tuples(PIECES, GAPS), max_size=60))
def test_any_text_keeps_every_character(parts: list[tuple[str, str]]) -> None:
    contents = contents_of("".join(piece + gap for piece, gap in parts))
    assert characters(read_columns(without_line_numbers(contents))) == characters(contents)


def test_a_row_of_values_below_a_row_of_labels_is_matched_where_counts_agree() -> None:
    assert shown(read_columns(contents_of("Code\tLevel\tCredit\nQXSHRP103A\t1\t3\n"))) == [
        "Code = QXSHRP103A",
        "Level = 1",
        "Credit = 3",
    ]
    short = contents_of("Code\tLevel\tCredit\nQXSHRP103A\t3\n")
    assert read_columns(short) == short


def test_an_index_is_no_row_of_values() -> None:
    index = contents_of("Code         Name       Level\nQXSHRP103A   Sew shoes  1\nQXSHRP104A   Dye shoes  1\n")
    assert read_columns(index) == index


def test_every_row_of_a_sheet_with_whole_units_is_a_unit() -> None:
    sheet = (
        'Code\tTitle\tRange\tCompetency\tRemark\nQXSHRP103A\tSew\t\t"1. Know\n• Know thread"\tNew\n'
        'QXSHRP104A\tDye\tAll\t"1. Mix\n• Mix dyes"\t\n'
    )
    assert shown(read_columns(contents_of(sheet))) == [
        *("Code = QXSHRP103A", "Title = Sew", "Range", "Competency = 1. Know", "• Know thread", "Remark = New"),
        *("Code = QXSHRP104A", "Title = Dye", "Range = All", "Competency = 1. Mix", "• Mix dyes", "Remark"),
    ]


def test_two_labels_on_one_line_have_their_values() -> None:
    assert shown(read_columns(contents_of("Level: 3    Credit: 6\n"))) == ["Level: = 3", "Credit: = 6"]
    assert shown(read_columns(contents_of("Title\tSew\tCode\tQXSHRP103A\n"))) == ["Title = Sew", "Code = QXSHRP103A"]


def test_values_above_their_labels_are_put_behind_them() -> None:
    sheet = "Sew heels\nTitle\nQXSHRP103A\nCode\nThis unit is for shops.\nRange\n1\nLevel\n3\nCredit\n"
    read = read_columns(contents_of(sheet))
    assert shown(read)[:4] == ["Title", "Sew heels", "Code", "QXSHRP103A"]
    assert ("label-shift", 2) in ids(read)


@pytest.mark.parametrize("values_first", [False, True])
def test_labels_apart_from_all_values_are_matched_by_form(values_first: bool) -> None:
    labels = "Title\nCode\nRange\nLevel\nCredit\n"
    values = "Sew heels\nQXSHRP103A\nThis unit is for\nsmall shops.\n1\n3 (For Reference Only)\n"
    read = read_columns(contents_of(values + labels if values_first else labels + values))
    assert shown(read)[4:] == [
        *("Range", "This unit is for", "small shops.", "Level", "1", "Credit", "3 (For Reference Only)")
    ]
    assert [found for found, _ in ids(read)] == ["columns-merged"]


def test_labels_without_fitting_values_stay_as_they_are() -> None:
    form = contents_of("Title\nCode\nLevel\nCredit\nPlease fill in this form and send it back.\n")
    assert shown(read_columns(form)) == shown(form)


def test_elements_beside_their_criteria_are_read_row_by_row() -> None:
    sheet = (
        "ELEMENT                 PERFORMANCE CRITERIA\n"
        "1. Prepare to replace   1.1 Needs are read from\n"
        "   tyres                    the order\n"
        "2. Replace tyre         2.1 Tyre is removed\n"
    )
    read = read_columns(contents_of(sheet))
    assert shown(read) == [
        "ELEMENT / PERFORMANCE CRITERIA",
        *("1. Prepare to replace tyres", "1.1 Needs are read from", "the order"),
        *("2. Replace tyre", "2.1 Tyre is removed"),
    ]
    assert ids(read) == [("columns-merged", 2)]


def test_two_columns_are_read_one_after_the_other() -> None:
    sheet = (
        "Competency: Performance Requirements\n"
        "1. Know keys            2. Cut the key\n"
        "•  Know the common      •  Clamp both keys\n"
        "   profiles                at the shoulder\n"
    )
    assert shown(read_columns(contents_of(sheet)))[1:] == [
        *("1. Know keys", "•  Know the common", "profiles"),
        *("2. Cut the key", "•  Clamp both keys", "at the shoulder"),
    ]


def test_columns_merged_without_blanks_are_told() -> None:
    sheet = "Competency:\n1. Know keys 2. Cut the key\n• Know the common • Clamp both keys\nprofiles at the shoulder\n"
    assert ids(read_columns(contents_of(sheet))) == [("columns-merged", 2)]


@pytest.mark.parametrize("blank_rows_count", [True, False])
def test_line_numbers_are_set_aside(blank_rows_count: bool) -> None:
    rows = ["Unit of Competency", "", "Title: Sew", "Code: QXSHRP103A", "", "Level: 1", "Credit: 3", "Remark:"]
    numbered, number = [], 0
    for row in rows:
        number += 1 if row or blank_rows_count else 0
        numbered.append(f"{number:4}  {row}".rstrip() if row or blank_rows_count else "")
    read = without_line_numbers(contents_of("\n".join(numbered)))
    assert shown(read) == [row for row in rows if row]
    assert {aside.rule for aside in read.set_aside} == {"line number"}


def test_a_numbered_list_has_no_line_numbers() -> None:
    contents = contents_of("\n".join(f"{number}. Know thing {number}" for number in range(1, 12)))
    assert without_line_numbers(contents) == contents
