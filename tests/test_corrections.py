"""Corrections by a human: fix files beside raw files, applied to units and marked on their pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import copy_project, run

from generator.corrections import corrected, fix_file_name, read_fix_file
from generator.model import Unit, nodes
from generator.model.form import unit_from_json, unit_to_json
from generator.parse import Document, parse_source
from generator.pipeline import UnitFinder, read_collection
from generator.source import decode, read_source

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "source_units"
RAW = SEEDS / "LOCUSM212A.md"
REFERENCE = ROOT / "docs" / "reference" / "corrections.md"


def example() -> str:
    (text,) = re.findall(r"```yaml\n(.*?)```", REFERENCE.read_text(encoding="utf-8"), re.DOTALL)
    return text


def fixed(fix: str, file: str = "LOCUSM212A.fix.yml") -> tuple[Document, list[tuple[str, int]]]:
    """Return the seed LOCUSM212A with a fix file, and id and line of what is wrong with it."""
    (document,), found = corrected([parse_source(read_source(RAW, SEEDS))], [read_fix_file(file, fix)])
    return document, [(one.id, one.line) for one in found]


def unit_with(fix: str) -> Unit:
    document, found = fixed(fix)
    assert not found
    return document.units[0]


def texts(unit: Unit) -> dict[str, str | None]:
    return {node.name: node.text for node in nodes(unit)}


def test_the_example_of_the_reference_page_corrects_the_seed() -> None:
    before = texts(fixed("")[0].units[0])
    unit = unit_with(example())
    after = texts(unit)
    assert after["e2"] == "Handle customer relations and requests"
    assert unit.functional_area == "Sales"
    pieces = [after[f"e1.r{number}"] for number in (5, 6, 7)]
    assert pieces[1] == "its future development"
    assert " ".join(map(str, pieces)) == before["e1.r5"]
    assert after["e1.r8"] == before["e1.r6"]
    assert after["e1.r9"] == f"{before['e1.r7']} {before['e1.r8']}"
    assert [(one.kind, one.path, one.by) for one in unit.corrections] == [
        ("heading", "e2", "A. Editor"),
        ("set", "functional_area", None),
        ("split", "e1.r5", None),
        ("join", "e1.r9", None),
    ]


def test_what_is_settled_is_not_reported_any_more() -> None:
    before = {(one.id, one.message) for one in fixed("")[0].diagnostics}
    after = {(one.id, one.message) for one in fixed(example())[0].diagnostics}
    assert {one[0] for one in before - after} == {"missing-heading", "missing-field"}
    assert after < before


@pytest.mark.parametrize(
    ("field", "value", "attribute"),
    [
        ("title", "Handle requests", "title"),
        ("range", "Everywhere", "range"),
        ("industry", "Shipping", "industry"),
        ("remark", "None", "remark"),
        ("level", "3", "level"),
    ],
)
def test_a_field_shows_the_text_of_the_correction(field: str, value: str, attribute: str) -> None:
    unit = unit_with(f"corrections: [{{set: {field}, to: {value}, reason: seen in print}}]")
    assert str(getattr(unit, attribute)) == value


def test_credit_dates_and_code_are_set() -> None:
    unit = unit_with(
        "corrections:\n"
        "  - {set: credit, to: 9 (Provisional), reason: r}\n"
        "  - {set: published, to: 2012-03-01, reason: r}\n"
        "  - {set: code, to: LOCUSM213A, reason: r}\n"
    )
    assert (unit.credit.value, unit.credit.note) == (9, "Provisional")
    assert dict(unit.extra_fields)["published"] == "2012-03-01"
    assert unit.code.base == "LOCUSM213"


def test_a_version_label_is_for_codes_that_state_none(tmp_path: Path) -> None:
    raw = "Title: Mend a net\nCode: 8420\nLevel: 2\nCompetency\n1. Know nets\n• Know knots\n"
    (tmp_path / "net.txt").write_text(raw, encoding="utf-8")
    fix = "corrections: [{set: version, to: '2', reason: on the cover}]"
    (tmp_path / "8420.fix.yml").write_text(fix, encoding="utf-8")
    collection = read_collection(tmp_path)
    (unit,) = collection.catalogue.units
    assert unit.code.version == "2"
    assert collection.catalogue.slug_of(unit) == "8420-v2"
    assert UnitFinder(tmp_path).find(str(tmp_path / "net.txt")).unit.code.version == "2"
    assert unit_from_json(unit_to_json(unit)).code == unit.code
    assert fixed(fix)[1] == [("correction-outdated", 1)]


@pytest.mark.parametrize(
    "entry",
    [
        "{set: title, to: New, was: Another title, reason: r}",
        "{heading: e1, text: New, reason: r}",
        "{heading: e9, text: New, reason: r}",
        "{split: e1.r40, at: foo, reason: r}",
        "{split: e1.r1, at: words that are not there, reason: r}",
        "{join: [c2, c3], reason: r}",
    ],
)
def test_a_correction_that_does_not_fit_is_reported_and_not_applied(entry: str) -> None:
    document, found = fixed(f"corrections:\n  - {entry}\n")
    assert found == [("correction-outdated", 2)]
    assert document.units[0] == fixed("")[0].units[0]


@pytest.mark.parametrize(
    "entry",
    [
        "{set: title, to: New}",
        "{set: title, reason: r}",
        "{set: colour, to: red, reason: r}",
        "{set: level, to: 9, reason: r}",
        "{set: published, to: 1 May, reason: r}",
        "{heading: title, text: New, reason: r}",
        "{split: e1, at: foo, reason: r}",
        "{join: [e1.r1, e1.r3], reason: r}",
        "{join: e1.r1, reason: r}",
        "{set: title, heading: e1, to: x, reason: r}",
        "{set: title, to: [a, b], reason: r}",
        "{set: title, to: New, reason: r, colour: red}",
        "title",
    ],
)
def test_an_entry_in_another_form_is_an_error_and_the_others_hold(entry: str) -> None:
    document, found = fixed(f"corrections:\n  - {entry}\n  - {{set: remark, to: Held, reason: r}}\n")
    assert [name for name, _ in found] == ["correction-broken"]
    assert document.units[0].remark == "Held"


@pytest.mark.parametrize(
    "text", ["corrections: [", "a: &a [*a]", "[" * 50, "- set: title", "corrections: 3", "\x07", "corrections: !!x [1]"]
)
def test_a_hostile_fix_file_is_reported(text: str) -> None:
    document, found = fixed(text)
    assert [name for name, _ in found] == ["correction-broken"]
    assert not document.units[0].corrections


@given(st.text(max_size=80) | st.text("corections:-{}[]seto, \n", max_size=80))
def test_reading_a_fix_file_never_raises(text: str) -> None:
    read_fix_file("X.fix.yml", text)


def test_a_fix_file_without_unit_is_outdated() -> None:
    fix = read_fix_file("NOPE.fix.yml", "corrections: [{set: title, to: x, reason: r}]")
    _, (found,) = corrected([parse_source(decode("empty.txt", b""))], [fix])
    assert (found.id, found.file) == ("correction-outdated", "NOPE.fix.yml")


@pytest.mark.parametrize(
    ("name", "slug", "language"),
    [
        ("LOCUSM212A.fix.yml", "locusm212a", None),
        ("old/QX-N0104.zh-Hant.fix.yml", "qx-n0104", "zh-Hant"),
        ("D1.HHK.CL3.03.fix.yml", "d1.hhk.cl3.03", None),
    ],
)
def test_the_name_says_which_unit_and_language(name: str, slug: str, language: str | None) -> None:
    assert fix_file_name(name) == (slug, language)


def test_a_fix_file_of_one_language_leaves_the_others_alone() -> None:
    fix = "corrections: [{set: remark, to: x, reason: r}]"
    document, found = fixed(fix, "LOCUSM212A.zh-Hant.fix.yml")
    assert not document.units[0].corrections
    assert found == [("correction-outdated", 1)]


def test_the_page_says_what_was_corrected_and_why(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "source_units" / "locusm212a.fix.yml").write_text(example(), encoding="utf-8")
    made = run(project, "generator", "generate", "--fail-on", "never")
    assert made.returncode == 0, made.stderr
    page = (project / "docs" / "units" / "LOCUSM212A" / "index.md").read_text(encoding="utf-8")
    assert 'id="correction-1"' in page
    assert "Heading 6.2 stands in the publisher" in page
    for number in range(1, 5):
        assert f'#correction-{number}">corrected by hand' in page
    other = (project / "docs" / "units" / "LOCUSM212B" / "index.md").read_text(encoding="utf-8")
    assert "corrected by hand" not in other


def test_check_names_the_line_of_the_fix_file(tmp_path: Path) -> None:
    shutil.copy(RAW, tmp_path)
    (tmp_path / "LOCUSM212A.fix.yml").write_text("corrections:\n\n  - {set: level}\n", encoding="utf-8")
    found = read_collection(tmp_path).diagnostics
    assert ("correction-broken", "LOCUSM212A.fix.yml", 3) in [(one.id, one.file, one.line) for one in found]
