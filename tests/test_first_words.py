"""Collapsed lists are taken apart with words that the other sheets of the collection taught, and only with those."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Unit
from generator.pipeline import parse_paths, read_collection

SHEET = """Unit of Competency
Functional Area: Well Digging
Title: {title}
Code: {code}
Range: This unit of competency is applicable to well diggers.
Level: 2
Credit: 3 (For Reference Only)
Competency: Performance Requirements
1. Know wells
{requirements}
Assessment Criteria: The integrated outcome requirements of this unit of competency are:
- Able to dig a dry well
Remark:
"""
TEACHERS = (
    "Dowse for water before digging",
    "Dowse again after rain",
    "Shore the walls of the pit",
    "Shore the rim of the pit",
)
RUN = "Dowse the field with two rods Shore the pit on all sides"


def write(folder: Path, code: str, requirements: str) -> None:
    text = SHEET.format(title=f"Dig wells {code}", code=code, requirements=requirements)
    (folder / f"{code}.txt").write_text(text, encoding="utf-8")


def collection(folder: Path, *, teaching: bool) -> tuple[Unit, ...]:
    write(folder, "QXWELL201A", RUN)
    if teaching:
        write(folder, "QXWELL202A", "\n".join(f"- {text}" for text in TEACHERS))
        write(folder, "QXWELL203A", "\n".join(f"- {text}" for text in TEACHERS))
    return read_collection(folder).catalogue.units


def requirements_of(units: tuple[Unit, ...], code: str) -> list[str]:
    (unit,) = (unit for unit in units if unit.code.text == code)
    return [requirement.text for element in unit.elements for requirement in element.requirements]


def test_a_run_of_unknown_verbs_stays_whole_where_nothing_teaches_them(tmp_path: Path) -> None:
    assert requirements_of(collection(tmp_path, teaching=False), "QXWELL201A") == [RUN]


def test_a_run_is_taken_apart_at_words_that_begin_requirements_of_other_units(tmp_path: Path) -> None:
    units = collection(tmp_path, teaching=True)
    assert requirements_of(units, "QXWELL201A") == ["Dowse the field with two rods", "Shore the pit on all sides"]
    (unit,) = (unit for unit in units if unit.code.text == "QXWELL201A")
    assert all(item.restored for element in unit.elements for item in element.requirements)


def test_the_units_that_teach_stay_as_they_are(tmp_path: Path) -> None:
    assert requirements_of(collection(tmp_path, teaching=True), "QXWELL202A") == list(TEACHERS)


@pytest.mark.parametrize("text", ["Ask the Shore Office of the port for a pilot", "Moor at the Dowse pier"])
def test_a_name_with_a_bullet_of_its_own_is_not_split(tmp_path: Path, text: str) -> None:
    collection(tmp_path, teaching=True)
    write(tmp_path, "QXWELL204A", f"- {text}\n- Dowse the field")
    documents = parse_paths([tmp_path])
    units = tuple(unit for document in documents for unit in document.units)
    assert requirements_of(units, "QXWELL204A") == [text, "Dowse the field"]
