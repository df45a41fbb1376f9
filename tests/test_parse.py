"""Raw files with their expected units: every case is a raw file and an ``.expected.json`` beside it."""

from __future__ import annotations

import collections
import json
import re
import unicodedata
from pathlib import Path

import pytest

from generator.model.form import unit_to_json
from generator.parse import Document, parse_source
from generator.source import decode, read_source

CASES = Path(__file__).parent / "cases" / "parse"
SEEDS = Path(__file__).parent.parent / "source_units"
SINGLE = (
    "code",
    "base_code",
    "version",
    "title",
    "functional_area",
    "industry",
    "range",
    "level",
    "remark",
    "language",
)
QUOTES = str.maketrans("‘’“”", "''\"\"")


def expected_cases() -> list[Path]:
    return sorted(CASES.glob("*.expected.json"))


def folded(value):
    if not isinstance(value, str):
        return value
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", value).translate(QUOTES)).strip()


def tree(items):
    return [(folded(item["text"]), tree(item["children"])) for item in items]


def outline(unit):
    criteria = unit["assessment_criteria"]
    return {
        **{key: folded(unit[key]) for key in SINGLE},
        "credit": unit["credit"]["value"],
        "elements": [(e["number"], folded(e["heading"]), tree(e["requirements"])) for e in unit["elements"]],
        "criteria": (folded(criteria["intro"]), tree(criteria["items"])),
    }


def words(value) -> collections.Counter[str]:
    if isinstance(value, str):
        return collections.Counter(re.findall(r"\w+", folded(value).lower()))
    parts = value.values() if isinstance(value, dict) else value
    return sum(map(words, parts), collections.Counter())


def parsed(expected: dict, path: Path) -> Document:
    if expected["kind"] == "seed":
        code = path.name.removesuffix(".expected.json").rpartition("_")[2]
        raw = next(SEEDS.glob(f"{code}.*"))
    else:
        raw = CASES / expected["file"]
    return parse_source(read_source(raw, raw.parent))


@pytest.mark.parametrize("path", expected_cases(), ids=lambda path: path.name.removesuffix(".expected.json"))
def test_raw_file_gives_the_expected_units(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    document = parsed(expected, path)
    got = [unit_to_json(unit) for unit in document.units]
    assert [outline(unit) for unit in got] == [outline(unit) for unit in expected["units"]]


@pytest.mark.parametrize("path", expected_cases(), ids=lambda path: path.name.removesuffix(".expected.json"))
def test_raw_file_gives_the_expected_diagnostics(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    found = parsed(expected, path).diagnostics
    for wanted in expected["diagnostics"]:
        if wanted.get("optional"):
            continue
        alike = [one for one in found if one.id == wanted["id"] and one.severity == wanted["severity"]]
        assert alike, f"{wanted['id']} is missing among {[one.id for one in found]}"
        if wanted.get("line"):
            assert min(abs(one.line - wanted["line"]) for one in alike) <= 1


@pytest.mark.parametrize("path", expected_cases(), ids=lambda path: path.name.removesuffix(".expected.json"))
def test_requirements_stand_on_the_expected_lines(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    for unit, wanted in zip(parsed(expected, path).units, expected["units"], strict=True):
        got = unit_to_json(unit)
        for element, other in zip(got["elements"], wanted["elements"], strict=True):
            for item, gold in zip(element["requirements"], other["requirements"], strict=True):
                if gold.get("lines"):
                    assert item["lines"] == gold["lines"], item["text"]


@pytest.mark.parametrize("raw", sorted(SEEDS.glob("LOC*")) + sorted(SEEDS.glob("1*")), ids=lambda path: path.name)
def test_clean_files_leave_nothing_unplaced(raw: Path) -> None:
    (unit,) = parse_source(read_source(raw, raw.parent)).units
    assert unit.unplaced == ()


def test_restored_limits_are_marked() -> None:
    raw = SEEDS / "LOCUSM309B.txt"
    (unit,) = parse_source(read_source(raw, raw.parent)).units
    assert [len(element.requirements) for element in unit.elements] == [4, 7]
    assert [sum(len(item.children) for item in element.requirements) for element in unit.elements] == [2, 9]
    items = [item for element in unit.elements for item in element.requirements]
    assert all(item.restored and all(child.restored for child in item.children) for item in items)


def test_a_missing_heading_is_never_invented() -> None:
    raw = SEEDS / "LOCUSM212A.md"
    (unit,) = parse_source(read_source(raw, raw.parent)).units
    first, second = unit.elements
    assert (first.number, second.number, second.heading, second.inferred_number) == ("6.1", None, None, "6.2")


def test_blanks_inside_a_code_are_removed_with_a_note() -> None:
    (unit,) = (document := parse_source(decode("x.txt", b"Title: A\nCode: QXAABB 201 A\n"))).units
    assert unit.code.text == "QXAABB201A"
    assert [found.severity for found in document.diagnostics if found.id == "code-format"] == ["info"]


def test_a_code_of_no_grammar_is_a_warning_and_kept() -> None:
    (unit,) = (document := parse_source(decode("x.txt", b"Title: A\nCode: what-is-this?\n"))).units
    assert unit.code.text == "what-is-this?"
    assert [found.severity for found in document.diagnostics if found.id == "code-format"] == ["warning"]


@pytest.mark.parametrize(
    ("line", "left"),
    [("•\nRange: nylon nets", "Range: nylon nets"), ("⼣\t1. Know knots", "⼣")],
    ids=["range", "radical"],
)
def test_what_belongs_to_no_item_is_left_unplaced(line: str, left: str) -> None:
    text = f"Title: Mend a net\nRange: Menders\nCompetency: Performance Requirements\n{line}\n• Know nets\n"
    (unit,) = parse_source(decode("x.txt", text.encode())).units
    assert [piece.text for piece in unit.unplaced] == [left]


CLEAN = [path for path in expected_cases() if json.loads(path.read_text(encoding="utf-8"))["tolerance"] == "exact"]
MOST_UNPLACED = 0.02


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name.removesuffix(".expected.json"))
def test_clean_files_leave_hardly_a_word_unplaced(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    document = parsed(expected, path)
    unplaced = sum(len(piece.text.split()) for unit in document.units for piece in unit.unplaced)
    assert unplaced <= MOST_UNPLACED * len(document.source.text.split())


@pytest.mark.parametrize(
    ("end", "breaks_off"),
    [
        ("Know the names of all gr", True),
        ("Know the names of all greetings\n", False),
        ("Know the names of all greetings and\n", True),
        ("Know the names\nAssessment Criteria:\n- Able to greet; and\n", True),
        ("Know the names\nAssessment Criteria:\n- Able to greet\n", False),
        ("Know the names\nAssessment Criteria:\n- Able to greet\nRemark: see the", False),
    ],
)
def test_a_file_that_breaks_off_is_told_from_one_that_ends(end: str, breaks_off: bool) -> None:
    text = f"Title: Greet guests\nCode: QXGRET101A\nCompetency: Performance Requirements\n1. Know greetings\n- {end}"
    found = parse_source(decode("x.txt", text.encode())).diagnostics
    assert any(one.id == "truncated-unit" for one in found) == breaks_off
