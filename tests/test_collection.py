"""The made collections of ``benchmarks``: their truth must be true before anything is measured against it."""

from __future__ import annotations

import html
import itertools
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
Form = dict[str, Any]

AMERICAN = {"analyze": "analyse", "summarize": "summarise", "organize": "organise", "minimize": "minimise"}


def make(out: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.collection", *options, str(out)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def truth_of(folder: Path) -> Form:
    form: Form = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return form


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("clean") / "collection"
    assert make(out, "--units", "150", "--seed", "3").returncode == 0
    return out


@pytest.fixture(scope="module")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dirty") / "collection"
    assert make(out, "--units", "150", "--seed", "3", "--dirty").returncode == 0
    return out


def items(entries: list[Form], before: str) -> Iterator[tuple[str, str]]:
    for place, entry in enumerate(entries, 1):
        yield f"{before}{place}", entry["text"]
        yield from items(entry["children"], f"{before}{place}.")


def named(unit: Form) -> dict[str, str]:
    """Every node of a unit: its position name and its text."""
    found = {}
    for place, element in enumerate(unit["elements"], 1):
        found[f"e{place}"] = element["heading"]
        found |= items(element["requirements"], f"e{place}.r")
    return found | dict(items(unit["assessment_criteria"]["items"], "c"))


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def spelling(text: str) -> str:
    text = re.sub(r"[^\w\s]", "", text.replace("’", "'")).casefold()
    for american, british in AMERICAN.items():
        text = text.replace(american, british)
    return text


def pairs(folder: Path) -> list[tuple[Form, dict[str, str], dict[str, str]]]:
    truth = truth_of(folder)
    units = {(unit["code"], unit["language"]): named(unit) for file in truth["files"] for unit in file["units"]}
    return [
        (pair, units[pair["old"], pair["language"]], units[pair["new"], pair["language"]]) for pair in truth["versions"]
    ]


def parent(name: str) -> str:
    return name.rpartition(".")[0]


def place(name: str) -> int:
    return int(re.split(r"\D+", name)[-1])


def test_one_seed_makes_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed, hash_seed in (("a", "5", "1"), ("b", "5", "2"), ("c", "6", "1")):
        made = make(tmp_path / name, "--units", "40", "--seed", seed, "--dirty", PYTHONHASHSEED=hash_seed)
        assert made.returncode == 0, made.stderr
    first = contents(tmp_path / "a")
    assert first == contents(tmp_path / "b")
    assert first != contents(tmp_path / "c")


@pytest.mark.parametrize("units", [1, 2, 7])
def test_small_collections_have_as_many_units_as_asked_for(tmp_path: Path, units: int) -> None:
    for seed in ("1", "2", "3"):
        out = tmp_path / seed
        assert make(out, "--units", str(units), "--seed", seed).returncode == 0
        assert len(contents(out)) == units + 1


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep me", encoding="utf-8")
    refused = make(tmp_path, "--units", "3")
    assert refused.returncode == 2
    assert "not empty" in refused.stderr
    assert contents(tmp_path) == {"mine.txt": b"keep me"}


def test_help_shows_an_example(tmp_path: Path) -> None:
    shown = make(tmp_path, "--help")
    assert shown.returncode == 0
    assert "python -m benchmarks.collection --units" in shown.stdout


def test_the_truth_names_every_file_and_no_other(clean: Path, dirty: Path) -> None:
    for folder in (clean, dirty):
        files = [file["file"] for file in truth_of(folder)["files"]]
        assert sorted([*files, "truth.json"]) == list(contents(folder))


def test_a_clean_collection_holds_one_unit_a_file_and_each_code_once_a_language(clean: Path) -> None:
    files = truth_of(clean)["files"]
    assert len(files) == 150
    assert all(len(file["units"]) == 1 and not file["diagnostics"] and not file["damage"] for file in files)
    codes = Counter((unit["code"], unit["language"]) for file in files for unit in file["units"])
    assert set(codes.values()) == {1}


def test_a_clean_collection_is_mixed(clean: Path) -> None:
    files = truth_of(clean)["files"]
    units = [unit for file in files for unit in file["units"]]
    assert len({file["layout"] for file in files}) == 6
    assert {unit["language"] for unit in units} == {"en", "zh-Hant"}
    assert {unit["level"] for unit in units} == {1, 2, 3, 4, 5, 6, 7}
    assert {unit["version"] for unit in units} == {"A", "B", "C", None}
    assert len({unit["industry"] for unit in units if unit["industry"]}) >= 5
    assert len({unit["functional_area"] for unit in units if unit["functional_area"]}) >= 10
    assert any(entry["children"] for unit in units for group in unit["elements"] for entry in group["requirements"])
    assert len({text for unit in units for text in named(unit).values()}) > 500


def test_codes_say_the_level_and_fit_one_of_the_two_grammars(clean: Path) -> None:
    for file in truth_of(clean)["files"]:
        for unit in file["units"]:
            lettered = re.fullmatch(r"([A-Z]{6}(\d)\d\d)([A-Z])", unit["code"])
            numeric = re.fullmatch(r"(\d{6})L(\d)", unit["code"])
            match = lettered or numeric
            assert match
            assert (unit["base_code"], unit["level_in_code"]) == (match[1], int(match[2]))
            assert unit["version"] == (lettered[3] if lettered else None)
            assert unit["level"] == unit["level_in_code"]


def test_every_text_of_the_truth_stands_in_its_file(clean: Path, dirty: Path) -> None:
    for folder in (clean, dirty):
        for file in truth_of(folder)["files"]:
            for unit in file["units"]:
                printed = folded(html.unescape((folder / file["file"]).read_text(encoding="utf-8")))
                fields = [unit[key] for key in ("code", "title", "functional_area", "industry", "range", "remark")]
                texts = [*fields, unit["assessment_criteria"]["intro"], *named(unit).values()]
                assert [text for text in texts if text and text not in printed] == []


def test_remarks_name_units_of_the_collection_only(clean: Path) -> None:
    units = [unit for file in truth_of(clean)["files"] for unit in file["units"]]
    codes = {unit["code"] for unit in units}
    named_codes = [code for unit in units for code in re.findall(r"[A-Z]{6}\d{3}[A-Z]|\d{6}L\d", unit["remark"] or "")]
    assert len(named_codes) > 10
    assert set(named_codes) <= codes


def test_a_unit_without_a_version_letter_says_what_it_replaces(clean: Path) -> None:
    truth = truth_of(clean)
    remarks = {
        (unit["code"], unit["language"]): unit["remark"] or "" for file in truth["files"] for unit in file["units"]
    }
    for pair in truth["versions"]:
        if pair["old"][:-1] != pair["new"][:-1]:
            assert pair["old"] in remarks[pair["new"], pair["language"]]


def test_every_node_of_both_versions_stands_in_one_link(clean: Path) -> None:
    assert len(pairs(clean)) > 20
    for pair, old, new in pairs(clean):
        assert sorted(name for link in pair["links"] for name in link["old"]) == sorted(old)
        assert sorted(name for link in pair["links"] for name in link["new"]) == sorted(new)


def same_words(before: list[str], after: list[str]) -> bool:
    return list(map(spelling, before)) == list(map(spelling, after))


CLASSES: dict[str, Callable[[list[str], list[str]], bool]] = {
    "unchanged": lambda before, after: before == after,
    "typographic-only": lambda before, after: before != after and same_words(before, after),
    "reworded": lambda before, after: len(before) == len(after) == 1 and not same_words(before, after),
    "moved": same_words,
    "moved+reworded": lambda before, after: len(before) == len(after) == 1 and not same_words(before, after),
    "split": lambda before, after: (len(before), len(after)) == (1, 2),
    "merged": lambda before, after: (len(before), len(after)) == (2, 1),
    "added": lambda before, after: (len(before), len(after)) == (0, 1),
    "removed": lambda before, after: (len(before), len(after)) == (1, 0),
}


def test_links_have_the_class_their_texts_call_for(clean: Path) -> None:
    seen = set()
    for pair, old, new in pairs(clean):
        for link in pair["links"]:
            before, after = [old[name] for name in link["old"]], [new[name] for name in link["new"]]
            assert CLASSES[link["class"]](before, after), (pair["old"], link, before, after)
            seen.add(link["class"])
    assert seen == set(CLASSES)


def test_nothing_is_added_that_was_there_nor_removed_that_is_still_there(clean: Path) -> None:
    for pair, old, new in pairs(clean):
        for link in pair["links"]:
            if not link["old"]:
                assert spelling(new[link["new"][0]]) not in map(spelling, old.values())
            if not link["new"]:
                assert spelling(old[link["old"][0]]) not in map(spelling, new.values())


def test_only_what_left_the_order_of_its_siblings_has_moved(clean: Path) -> None:
    for pair, _, _ in pairs(clean):
        single = [
            (link["old"][0], link["new"][0], link["class"].startswith("moved"))
            for link in pair["links"]
            if len(link["old"]) == len(link["new"]) == 1
        ]
        parents = {old: new for old, new, _ in single}
        stayed = [link for link in single if not link[2]]
        for old, new, moved in single:
            home = parents.get(parent(old), parent(old)) == parent(new)
            assert home or moved, (pair["old"], old, new)
            passed = [
                other
                for other in stayed
                if parent(other[0]) == parent(old)
                and parent(other[1]) == parent(new)
                and (place(other[0]) < place(old)) != (place(other[1]) < place(new))
                and other[0] != old
            ]
            assert not home or (len(passed) >= 2 if moved else not passed), (pair["old"], old, new)


def test_a_dirty_collection_says_what_is_wrong(dirty: Path) -> None:
    files = truth_of(dirty)["files"]
    damages = Counter(file["damage"] for file in files if file["damage"])
    kinds = {"empty", "binary", "truncated", "collapsed-bullets", "missing-fields", "wrong-level"}
    assert set(damages) == kinds
    assert sum(len(file["units"]) for file in files) == 150
    assert sum(damages.values()) < len(files) / 10
    for file in files:
        errors = [found["id"] for found in file["diagnostics"] if found["severity"] == "error"]
        assert bool(file["diagnostics"]) == bool(file["damage"])
        assert errors == ([] if file["units"] else file["diagnostics"] and [file["diagnostics"][0]["id"]])


def parsed(folder: Path) -> Form:
    run = subprocess.run(
        [sys.executable, "-m", "generator", "parse", str(folder), "--json"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    form: Form = json.loads(run.stdout)
    return form


def faults(expected: object, found: object, where: str = "") -> Iterator[str]:
    """What is missing from or different in what was found; keys that are not expected do not count."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            yield from faults(value, found.get(key), f"{where}.{key}")
    elif isinstance(expected, list) and isinstance(found, list):
        for number, (one, other) in enumerate(itertools.zip_longest(expected, found), 1):
            yield from faults(one, other, f"{where}.{number}")
    elif expected != found:
        yield f"{where}: {found!r} instead of {expected!r}"


def test_the_parser_finds_the_truth_of_a_clean_collection(clean: Path) -> None:
    form = parsed(clean)
    found = {(unit["code"], unit["language"]): unit for unit in form["units"]}
    wrong = [
        fault
        for file in truth_of(clean)["files"]
        for unit in file["units"]
        for fault in faults(unit, found.get((unit["code"], unit["language"])), file["file"])
    ]
    assert wrong == []
    assert [found for found in form["diagnostics"] if found["severity"] == "error"] == []


def test_the_parser_finds_what_is_left_of_a_dirty_collection(dirty: Path) -> None:
    form = parsed(dirty)
    units = {(unit["code"], unit["language"]): unit for unit in form["units"]}
    reports = {(found["id"], Path(found["file"]).name) for found in form["diagnostics"]}
    for file in truth_of(dirty)["files"]:
        for unit in file["units"]:
            found = units[unit["code"], unit["language"]]
            certain = unit if file["tolerance"] != "lenient" else {"title": unit["title"], "level": unit["level"]}
            assert list(faults(certain, found, file["file"])) == []
        expected = {(found["id"], Path(file["file"]).name) for found in file["diagnostics"]}
        assert expected <= reports


def test_the_stages_can_be_measured_on_made_collections() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.stages", "--units", "2", "--runs", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    rows = [line.split() for line in run.stdout.splitlines()[2:]]
    assert [row[0] for row in rows] == ["read", "parse", "compare", "generate", "build"]
    assert all(float(row[1]) >= 0 for row in rows)
