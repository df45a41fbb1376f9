"""Books, lists and letters: every unit of a file found, none invented, what stands around them kept by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.model import Requirement
from generator.parse import Document, parse_source
from generator.source import decode, read_source

CASES = Path(__file__).parent / "cases" / "books"
NO_FUNCTIONAL_AREA = "missing-field"


def tree(items: tuple[Requirement, ...]) -> list:
    return [[item.text, tree(item.children)] if item.children else item.text for item in items]


def summary(document: Document) -> dict:
    aside: dict[str, list[str]] = {}
    for one in document.set_aside:
        aside.setdefault(one.rule, []).append(one.text)
    units = [
        {
            "code": unit.code.text,
            "title": unit.title,
            "functional_area": unit.functional_area,
            "range": unit.range,
            "level": unit.level,
            "remark": unit.remark,
            "unplaced": [piece.text for piece in unit.unplaced],
            "elements": [{"heading": one.heading, "requirements": tree(one.requirements)} for one in unit.elements],
            "criteria": tree(unit.assessment_criteria.items),
        }
        for unit in document.units
    ]
    ids = sorted({found.id for found in document.diagnostics} - {NO_FUNCTIONAL_AREA})
    return {"units": units, "set_aside": aside, "diagnostics": ids}


@pytest.mark.parametrize("path", sorted(CASES.glob("*.expected.json")), ids=lambda path: path.name.partition(".")[0])
def test_file_gives_its_units_and_names_what_stands_around_them(path: Path) -> None:
    raw = next(one for one in CASES.glob(f"{path.name.partition('.')[0]}.*") if one.suffix in (".txt", ".md"))
    assert summary(parse_source(read_source(raw, raw.parent))) == json.loads(path.read_text(encoding="utf-8"))


def head(code: str, title: str) -> str:
    return f"Functional Area: Knots\nTitle: {title}\nCode: {code}\nRange: This unit is applicable to decks.\nLevel: 1\n"


BODY = (
    "Credit: 1\nCompetency: Performance Requirements\n1. Tie it\n• Tie a knot\n"
    "Assessment Criteria: The integrated outcome requirements of this unit of competency are:\n• Able to tie\n"
)


def codes(text: str) -> list[str]:
    return [unit.code.text for unit in parse_source(decode("book.txt", text.encode())).units]


def test_units_follow_each_other_without_header_or_remark() -> None:
    text = head("QXKNOT101A", "Tie a hitch") + BODY + head("QXKNOT102A", "Tie a bend") + BODY
    assert codes(text) == ["QXKNOT101A", "QXKNOT102A"]


def test_another_title_with_the_same_code_is_another_unit() -> None:
    text = head("QXKNOT101A", "Tie a hitch") + BODY + head("QXKNOT101A", "Tie a bend") + BODY
    assert codes(text) == ["QXKNOT101A", "QXKNOT101A"]


def test_a_unit_printed_twice_is_not_taken_for_a_repeated_head() -> None:
    assert codes(2 * (head("QXKNOT101A", "Tie a hitch") + BODY)) == ["QXKNOT101A", "QXKNOT101A"]


@pytest.mark.parametrize(
    "ending",
    [
        "Annex B",
        "*** End ***",
        "Glossary",
        "Chapter 5 Advice",
        "Kind regards",
        "附錄一",
        "Appendix 2: Old and new codes",
    ],
)
def test_what_begins_behind_a_unit_is_no_remark(ending: str) -> None:
    text = f"{head('QXKNOT101A', 'Tie a hitch')}{BODY}Remark:\n{ending}\nKnot: a thing that is tied.\n"
    (unit,) = (document := parse_source(decode("book.txt", text.encode()))).units
    assert (unit.remark, unit.unplaced) == (None, ())
    assert document.set_aside[-1].text == "Knot: a thing that is tied."
    assert [found.severity for found in document.diagnostics if found.id == "non-unit-text"] == ["info"]


def test_a_remark_may_speak_of_an_annex() -> None:
    text = f"{head('QXKNOT101A', 'Tie a hitch')}{BODY}Remark: The knots are those of\nAnnex B of the handbook.\n"
    (unit,) = parse_source(decode("book.txt", text.encode())).units
    assert unit.remark == "The knots are those of Annex B of the handbook."


@pytest.mark.parametrize("level", ["Level 1", "QF Level 1", "級別 1", "第一級"])
def test_a_level_between_units_divides_them(level: str) -> None:
    text = f"{level}\n{head('QXKNOT101A', 'Tie a hitch')}{BODY}{level}\n{head('QXKNOT102A', 'Tie a bend')}{BODY}"
    document = parse_source(decode("book.txt", text.encode()))
    assert [aside.text for aside in document.set_aside] == [level, level]
    assert not any(found.id in ("duplicate-field", "level-unparsed") for found in document.diagnostics)
