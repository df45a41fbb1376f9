"""How the reader finds the labels of fields: as published, not quite so, unknown, and inside a text."""

from __future__ import annotations

import json

import pytest
from dose import dose
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import build_catalogue
from generator.model import Unit
from generator.model.form import unit_to_json
from generator.parse import Document, parse_source
from generator.reading.vocabulary import LABELS
from generator.source import decode

VALUES = {
    "functional_area": "Net Loft",
    "title": "Mend a trawl net",
    "code": "QXNETS201A",
    "range": "This unit is for net lofts.",
    "level": "2",
    "credit": "3 (For Reference Only)",
    "remark": "Not for ropes.",
}
PRINTED = {"functional_area": "Functional Area", **{field: field.capitalize() for field in VALUES if "_" not in field}}
COMPETENCY = "Competency: Performance Requirements\n1. Know nets\n• Know twine\n• Know knots\n"
CRITERIA = "Assessment Criteria: The integrated outcome requirements are:\n• Able to mend a net\n"
HEADER = "Unit of Competency"
ENGLISH = [one for one in LABELS if one.field in VALUES and not one.weak and one.text.isascii() and one.text != HEADER]
CHINESE = [label for label in LABELS if label.field in VALUES and not label.text.isascii()]


def sheet(printed: dict[str, str], apart: str = ": ") -> str:
    """Return a sheet with the given labels; the remark stands last."""
    front = [f"{printed[field]}{apart}{VALUES[field]}\n" for field in VALUES if field != "remark"]
    return "".join([*front, COMPETENCY, CRITERIA, f"{printed['remark']}{apart}{VALUES['remark']}\n"])


def parsed(text: str) -> Document:
    return parse_source(decode("sheet.txt", text.encode()))


def said(unit: Unit) -> dict[str, object]:
    """Return what a unit says, without places."""

    def without_places(value: object) -> object:
        if isinstance(value, dict):
            return {key: without_places(part) for key, part in value.items() if key not in ("lines", "source")}
        return [without_places(part) for part in value] if isinstance(value, list) else value

    form = without_places(unit_to_json(unit))
    assert isinstance(form, dict)
    return form


def ids(document: Document) -> list[str]:
    return [found.id for found in document.diagnostics if found.severity != "info"]


(PLAIN,) = parsed(sheet(PRINTED)).units


def test_the_plain_sheet_says_its_values() -> None:
    assert {field: getattr(PLAIN, field) for field in ("title", "functional_area", "range", "level", "remark")} == {
        **{field: VALUES[field] for field in ("title", "functional_area", "range", "remark")},
        "level": 2,
    }
    assert (PLAIN.code.text, PLAIN.credit.value, PLAIN.credit.note) == ("QXNETS201A", 3, "For Reference Only")


@pytest.mark.parametrize("label", [*ENGLISH, *CHINESE], ids=lambda label: label.text)
@pytest.mark.parametrize("apart", [":", " : ", "：", "\t", "   ", "\n"], ids=repr)
def test_every_published_label_opens_its_field(label, apart: str) -> None:
    document = parsed(sheet(PRINTED | {label.field: label.text}, apart))
    assert [said(unit) for unit in document.units] == [said(PLAIN)]
    assert ids(document) == []


@pytest.mark.parametrize(("apart", "titles"), [(": ", [VALUES["title"]]), ("\t", [VALUES["title"]]), (" ", [])])
def test_the_words_of_the_header_are_a_label_only_before_a_colon_or_tab(apart: str, titles: list[str]) -> None:
    text = sheet(PRINTED).replace("Title: ", f"{HEADER}{apart}")
    assert [unit.title for unit in parsed(text).units if unit.title] == titles


@settings(deadline=None, max_examples=dose(60, 2000))
@given(st.sampled_from(ENGLISH), st.data())
def test_neither_case_nor_blanks_of_a_label_matter(label, data: st.DataObject) -> None:
    cased = [data.draw(st.sampled_from([letter.upper(), letter.lower()])) for letter in label.text]
    blanks = data.draw(st.sampled_from(["", " "]))
    document = parsed(sheet(PRINTED | {label.field: "".join(cased).replace(" ", blanks)}))
    assert [said(unit) for unit in document.units] == [said(PLAIN)]


@settings(deadline=None, max_examples=dose(60, 2000))
@given(st.sampled_from(["title", "level", "credit", "range", "remark", "functional_area"]), st.data())
def test_one_wrong_letter_in_a_label_is_reported(field: str, data: st.DataObject) -> None:
    label = PRINTED[field]
    at = data.draw(st.integers(1, len(label) - 1).filter(lambda place: label[place] != " "))
    wrong = data.draw(st.sampled_from("qxz10"))
    document = parsed(sheet(PRINTED | {field: f"{label[:at]}{wrong}{label[at + 1 :]}"}))
    if wrong in "10" and not wrong_digit_is_read_alike(label[at], wrong):
        return
    assert [said(unit) for unit in document.units] == [said(PLAIN)]
    assert ids(document) == ["label-misspelled"]


def wrong_digit_is_read_alike(letter: str, digit: str) -> bool:
    return letter in ("li" if digit == "1" else "o")


def test_labels_glued_to_their_values_are_found_where_the_sheet_has_no_others() -> None:
    glued = sheet(PRINTED, "").replace("RemarkNot", "Remark: Not")
    document = parsed(glued)
    assert [said(unit) for unit in document.units] == [said(PLAIN)]
    assert ids(document) == ["run-on-text"]
    (unit,) = parsed(sheet(PRINTED).replace("• Know twine", "• Know twine\nTitleists and Level4 crossings")).units
    assert (unit.title, unit.level) == (PLAIN.title, 2)


@pytest.mark.parametrize("place", ["Title", "Code", "Level", "Credit"])
@pytest.mark.parametrize("label", ["Author", "Trade Contact", "Date of Issue", "Sub-branch", "作者"])
def test_unknown_labels_between_fields_keep_their_values(place: str, label: str) -> None:
    document = parsed(sheet(PRINTED).replace(f"{place}:", f"{label}: J. Smith, Room 2\n{place}:"))
    (unit,) = document.units
    assert unit.extra_fields == ((label, "J. Smith, Room 2"),)
    assert {**said(unit), "extra_fields": {}} == said(PLAIN)
    assert ids(document) == ["unknown-field"]


@pytest.mark.parametrize(
    "line", ["Note: not at sea.", "Lofts: any size.", "This includes: all nets.", "Nets, ropes: see below.", "例如：網"]
)
@pytest.mark.parametrize("behind", ["for net lofts.", "• Know twine", "• Able to mend a net", "Not for ropes."])
def test_a_sentence_with_a_colon_is_no_label(line: str, behind: str) -> None:
    document = parsed(sheet(PRINTED).replace(behind, f"{behind}\n{line}"))
    assert [unit.extra_fields for unit in document.units] == [()]
    assert "unknown-field" not in ids(document)


@pytest.mark.parametrize(
    "printed",
    ["Title 名稱: {en} {zh}", "Title / 名稱\t{en} {zh}", "Title（名稱）：{en} {zh}", "Title: {en}\n名稱：{zh}"],
)
def test_a_label_in_two_languages_is_one_field_with_both_values(printed: str) -> None:
    line = printed.format(en="Mend a trawl net", zh="修補拖網")
    document = parsed(sheet(PRINTED).replace("Title: Mend a trawl net", line))
    assert [unit.title for unit in document.units] == ["Mend a trawl net 修補拖網"]
    assert ids(document) == []


@pytest.mark.parametrize(
    ("printed", "level"),
    [
        ("Level 4", 4),
        ("QF Level: 4", 4),
        ("NQF Level 02", 2),
        ("四", 4),
        ("第四級", 4),
        ("Level 4 第四級", 4),
        ("２", 2),
    ]
    + [(text, None) for text in ("IV", "4 / 5", "9", "0", "to be confirmed", "4 三")],
)
def test_levels_are_read_or_kept_as_text(printed: str, level: int | None) -> None:
    document = parsed(sheet(PRINTED).replace("Level: 2", f"Level: {printed}"))
    (unit,) = document.units
    assert unit.level == level
    assert unit.extra_fields == (() if level else (("Level", printed),))
    assert ("level-unparsed" in ids(document)) == (level is None)


@pytest.mark.parametrize(
    ("printed", "value", "note"),
    [
        ("6 credits", 6, None),
        ("1.5 (for reference)", 1.5, "for reference"),
        ("學分 6（僅供參考）", 6, "僅供參考"),
        ("TBD", None, "TBD"),
        ("6-8", None, "6-8"),
        ("six", None, "six"),
    ],
)
def test_credits_are_read_or_kept_as_their_note(printed: str, value: float | None, note: str | None) -> None:
    document = parsed(sheet(PRINTED).replace("3 (For Reference Only)", printed))
    (unit,) = document.units
    assert (unit.credit.value, unit.credit.note) == (value, note)
    assert (unit.extra_fields, unit.unplaced) == ((), ())
    assert ("credit-unparsed" in ids(document)) == (value is None)


def test_a_note_beside_the_label_is_the_note_of_the_credit() -> None:
    (unit,) = parsed(sheet(PRINTED).replace("Credit: 3 (For Reference Only)", "Credit (For Reference Only): 3")).units
    assert said(unit) == said(PLAIN)


def test_a_field_printed_twice_is_reported_only_where_it_says_something_else() -> None:
    same = parsed(sheet(PRINTED).replace("Level: 2", "Level: 2\nLevel: QF Level 2"))
    assert ([said(unit) for unit in same.units], ids(same)) == ([said(PLAIN)], [])
    other = parsed(sheet(PRINTED).replace("Level: 2", "Level: 2\nLevel: 5"))
    assert [unit.extra_fields for unit in other.units] == [(("Level", "5"),)]
    assert [(found.id, found.line) for found in other.diagnostics if found.severity == "warning"] == [
        ("duplicate-field", 6)
    ]


@pytest.mark.parametrize("width", [10_000, 90, 60])
def test_a_sheet_as_one_paragraph_says_what_its_lines_said(width: int) -> None:
    words = sheet(PRINTED, " ").replace("2\nCredit", "2 Credit").split()
    lines = [""]
    for word in words:
        lines += [""] if len(lines[-1]) + len(word) > width else []
        lines[-1] = f"{lines[-1]} {word}".strip()
    document = parsed("\n".join(lines))
    assert [said(unit) | {"field_states": 0} for unit in document.units] == [said(PLAIN) | {"field_states": 0}]
    assert ids(document) == ["run-on-text"]


@pytest.mark.parametrize(
    "prose",
    [
        "Dear Ms Lam,\nwe agree with the Title and the Level. The Range should name Boats; Credit 6 is too much.\n",
        "Title insurance and Level crossings. Code QXNETS201A was discussed, and the Competency of the board.",
        "The unit QXNETS201A has Level 2 and Credit 3, its Range This and its Remark That.",
    ],
)
def test_prose_that_mentions_labels_is_no_unit(prose: str) -> None:
    document = parsed(prose)
    assert (document.units, ids(document)) == ((), ["no-unit-found"])


UNSAFE = ["..", "../../etc/x", "/abs/path", "C:\\Windows\\x", "CON", "con.txt", "index", "%2e%2e%2fx", "-rf", "~root"]


@pytest.mark.parametrize("code", [*UNSAFE, "QX" + "A" * 300])
def test_a_unit_whose_code_cannot_name_a_page_is_set_aside_whole(code: str) -> None:
    document = parsed(sheet(PRINTED).replace("QXNETS201A", code))
    assert document.units == ()
    assert [(found.id, found.line) for found in document.diagnostics if found.severity == "error"] == [
        ("code-unsafe", 3)
    ]
    aside = " ".join(text.text for text in document.set_aside)
    assert all(text in aside for text in (code, "Mend a trawl net", "Know twine", "Able to mend a net"))


@pytest.mark.parametrize("line", ["", "Code:\n"], ids=["absent", "empty"])
def test_a_unit_without_a_code_is_read_but_not_published(line: str) -> None:
    document = parsed(sheet(PRINTED).replace("Code: QXNETS201A\n", line))
    (unit,) = document.units
    assert unit_to_json(unit)["code"] is None
    assert unit.title == PLAIN.title
    assert [found.id for found in document.diagnostics if found.severity == "error"] == ["code-unsafe"]
    assert build_catalogue(document.units).units == ()
    assert json.dumps(unit_to_json(unit))


def test_one_code_in_two_languages_is_one_unit_in_two_languages() -> None:
    chinese = (
        "能力單元\n名稱：修補拖網\n編號：QXNETS201A\n應用範圍：此能力單元適用於網具房。\n級別：2\n學分：3\n"
        "能力：表現要求\n1. 認識網具\n• 認識網線\n評核指引：\n• 能夠補網\n備註：\n"
    )
    document = parsed(f"Unit of Competency\n{sheet(PRINTED)}\n{chinese}")
    assert [(unit.code.text, unit.language) for unit in document.units] == [
        ("QXNETS201A", "en"),
        ("QXNETS201A", "zh-Hant"),
    ]
    assert [found.id for found in build_catalogue(document.units).diagnostics] == []
