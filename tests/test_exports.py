"""What the data says equals what was read; every file is read back with a reader of its format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from generator.catalogue import build_catalogue
from generator.compare.form import comparison_to_json
from generator.contents import Contents
from generator.exports import exported_files
from generator.exports.set_aside import set_aside_to_json
from generator.model.form import unit_to_json
from generator.parse import Document, parse_source
from generator.pipeline import Collection, parse_paths
from generator.pipeline import contents_of as gathered
from generator.settings import Settings
from generator.source import decode, raw_files, read_source


def contents_of(documents: tuple[Document, ...]) -> Contents:
    catalogue = build_catalogue(unit for document in documents for unit in document.units)
    return gathered(Collection(documents, catalogue, ()), Settings())


@pytest.fixture(scope="module")
def seed_contents(seeds: Path) -> Contents:
    return contents_of(tuple(parse_source(read_source(path, seeds)) for path in raw_files(seeds)))


@pytest.fixture(scope="module")
def files(seed_contents: Contents) -> dict[str, str | bytes]:
    return dict(exported_files(seed_contents))


def test_each_unit_file_holds_the_unit(seed_contents: Contents, files: dict[str, str | bytes]) -> None:
    for unit in seed_contents.catalogue.units:
        form = json.loads(files[f"units/{unit.code.text}/unit.json"])
        assert {key: form[key] for key in unit_to_json(unit)} == unit_to_json(unit)


def test_the_collection_holds_every_unit_with_its_status(files: dict[str, str | bytes]) -> None:
    units = {unit["code"]: unit for unit in json.loads(files["data/units.json"])["units"]}
    assert sorted(units) == ["105250L4", "LOCUSM212A", "LOCUSM212B", "LOCUSM309B", "LOCUSM402B"]
    assert units["LOCUSM212A"]["catalogue"]["status"] == "superseded"
    assert units["LOCUSM212A"]["catalogue"]["superseded_by"] == ["LOCUSM212B"]
    assert units["LOCUSM212B"]["industry"] is None
    assert units["LOCUSM212B"]["catalogue"]["industry"] == {"name": "Logistics", "inferred": True}


def test_the_comparison_file_is_what_compare_prints(seed_contents: Contents, files: dict[str, str | bytes]) -> None:
    (comparison,) = seed_contents.comparisons
    form = json.loads(files["compare/LOCUSM212A--LOCUSM212B/comparison.json"])
    printed = json.loads(json.dumps(comparison_to_json(comparison)))
    assert {key: form[key] for key in printed} == printed
    listed = json.loads(files["data/comparisons.json"])["comparisons"]
    assert [one["summary"] for one in listed if one["why"] == "succession"] == [form["summary"]]


def test_the_table_has_a_row_for_each_unit(files: dict[str, str | bytes]) -> None:
    text = files["data/units.csv"]
    assert isinstance(text, str)
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert rows["LOCUSM309B"]["requirements"] == "11"
    assert rows["LOCUSM212A"]["superseded_by"] == "LOCUSM212B"


def test_raw_files_are_published_byte_for_byte(seeds: Path, files: dict[str, str | bytes]) -> None:
    for path in raw_files(seeds):
        assert files[f"data/raw/{path.name}.txt"] == path.read_bytes()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t="])
def test_no_cell_of_the_table_is_a_formula(start: str) -> None:
    raw = f"Title: {start}cmd|' /C calc'!A0\nCode: QXAABB201A\nLevel: 2\n"
    contents = contents_of((parse_source(decode("x.txt", raw.encode())),))
    text = dict(exported_files(contents))["data/units.csv"]
    assert isinstance(text, str)
    for row in csv.reader(io.StringIO(text, newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_what_is_set_aside_stands_beside_the_units_of_parse(tmp_path: Path) -> None:
    sheet = "Title: Mend nets\nCode: QXNETS101A\nCompetency: Performance Requirements\n1. Know nets\n- Know knots\n"
    (tmp_path / "a.txt").write_text(
        f"{sheet}\nPage 1 of 2\n\n- Know floats\nRemark:\n\nPage 2 of 2\n", encoding="utf-8"
    )
    aside = set_aside_to_json(parse_paths([tmp_path]))
    assert [(one["rule"], one["text"], one["lines"]) for one in aside] == [
        ("page number", "Page 1 of 2", [7, 7]),
        ("page number", "Page 2 of 2", [12, 12]),
    ]
