"""``uoc compare`` for any two units: what names stand for, what is written where, and what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from selectolax.lexbor import LexborHTMLParser

from generator.cli.program import program

ROOT = Path(__file__).resolve().parent.parent
UNITS = ROOT / "source_units"


def run(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(program, ["compare", *map(str, arguments)], prog_name="uoc")


def by_code(*arguments: str | Path) -> Result:
    return run("--source", UNITS, *arguments)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of every test, far from the project and its templates."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def book(elsewhere: Path) -> Path:
    """A file with two units."""
    units = [(UNITS / name).read_text(encoding="utf-8") for name in ("LOCUSM212B.txt", "LOCUSM309B.txt")]
    path = elsewhere / "book.txt"
    path.write_text("\n\n".join(units), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["LOCUSM212A", "locusm 212a", "ＬＯＣＵＳＭ２１２Ａ"])
def test_a_code_is_found_in_any_spelling(name: str) -> None:
    result = by_code(name, "LOCUSM212B", "--json")
    assert json.loads(result.stdout)["old"] == "LOCUSM212A"
    assert "is read as" not in result.stderr


@pytest.mark.parametrize(
    ("name", "code"), [("212a", "LOCUSM212A"), ("LOCUSM402", "LOCUSM402B"), ("105250", "105250L4")]
)
def test_a_part_with_one_meaning_is_accepted_and_what_it_was_read_as_is_said(name: str, code: str) -> None:
    result = by_code(name, "LOCUSM212B", "--json")
    assert json.loads(result.stdout)["old"] == code
    assert f"{name} is read as {code}." in result.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("LOCUSM212", "LOCUSM212 may be LOCUSM212A or LOCUSM212B"),
        ("LOCUSM213A", "Did you mean LOCUSM212A or LOCUSM212B?"),
        ("LOCUSN402B", "Did you mean LOCUSM402B?"),
        ("QXAACC999Z", "neither a file nor a code"),
        ("2B", "neither a file nor a code"),
        (".", "It is a folder: name one of the files in it."),
    ],
)
def test_a_name_that_stands_for_no_unit_or_several_is_a_wrong_call_with_a_way_out(name: str, said: str) -> None:
    result = by_code(name, "LOCUSM212B")
    assert result.exit_code == 2
    assert said in result.stderr
    assert "hint:" in result.stderr


def test_without_a_collection_only_files_can_be_compared() -> None:
    assert run(UNITS / "LOCUSM212A.md", UNITS / "LOCUSM212B.txt").exit_code == 1
    missing = run("LOCUSM212A", UNITS / "LOCUSM212B.txt")
    assert missing.exit_code == 2
    assert "--source" in missing.stderr


def test_of_a_file_with_several_units_one_is_named(book: Path) -> None:
    named = run(f"{book}#locusm309b", UNITS / "LOCUSM309B.txt")
    assert (named.exit_code, named.stderr) == (0, "")
    which = run(book, UNITS / "LOCUSM309B.txt")
    assert which.exit_code == 2
    assert "holds 2 units: LOCUSM212B, LOCUSM309B" in which.stderr
    assert f"{book}#LOCUSM212B" in which.stderr
    missing = run(f"{book}#LOCUSM999A", UNITS / "LOCUSM309B.txt")
    assert missing.exit_code == 2
    assert "It holds LOCUSM212B, LOCUSM309B." in missing.stderr


def test_a_file_without_a_unit_says_where_to_look(elsewhere: Path) -> None:
    (elsewhere / "empty.txt").write_text("nothing here", encoding="utf-8")
    result = run("empty.txt", UNITS / "LOCUSM212B.txt")
    assert result.exit_code == 2
    assert "uoc check empty.txt" in result.stderr


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "{",
        "[" * 100_000,
        '{"units": 3}',
        '{"units": [3]}',
        '{"code": "LOCUSM212A", "title": ["a"]}',
        '{"code": "LOCUSM212A", "title": "half a character: \\ud800"}',
        '{"code": "LOCUSM212A", "level": "two"}',
        '{"code": "LOCUSM212A", "elements": [{"requirements": [{"text": null}]}]}',
    ],
)
def test_a_json_file_that_holds_no_unit_is_a_wrong_call_that_names_the_file(elsewhere: Path, content: str) -> None:
    (elsewhere / "wrong.json").write_text(content, encoding="utf-8")
    result = run(UNITS / "LOCUSM212B.txt", "wrong.json", "--output", "changes.html")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "wrong.json" in result.stderr
    assert not (elsewhere / "changes.html").exists()


def test_a_json_file_is_known_by_its_ending_in_any_case_and_may_write_texts_as_numbers(elsewhere: Path) -> None:
    elements = [{"number": 1, "heading": 5, "requirements": []}]
    (elsewhere / "UNIT.JSON").write_text(json.dumps({"code": "LOCUSM212C", "elements": elements, "level": "2"}))
    found = json.loads(run(UNITS / "LOCUSM212B.txt", "UNIT.JSON", "--json").stdout)
    assert found["new"] == "LOCUSM212C"
    assert {one["field"]: one["class"] for one in found["fields"]}["level"] == "unchanged"


@pytest.mark.parametrize(
    ("file", "begins"),
    [("a.html", "<!doctype html>"), ("a.md", "# LOCUSM212A"), ("a.json", "{"), ("a.txt", "LOCUSM212A compared")],
)
def test_the_ending_of_the_output_chooses_the_format(elsewhere: Path, file: str, begins: str) -> None:
    result = by_code("LOCUSM212A", "LOCUSM212B", "--output", file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert (elsewhere / file).read_text(encoding="utf-8").startswith(begins)
    assert sorted(path.name for path in elsewhere.iterdir()) == [file]


def test_an_output_that_cannot_be_written_is_a_wrong_call(elsewhere: Path) -> None:
    (elsewhere / "file").write_text("", encoding="utf-8")
    result = by_code("LOCUSM212A", "LOCUSM212B", "--output", "file/changes.html")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_a_stated_format_goes_before_the_ending(elsewhere: Path) -> None:
    by_code("LOCUSM212A", "LOCUSM212B", "--json", "--output", "a.txt")
    assert json.loads((elsewhere / "a.txt").read_text(encoding="utf-8"))["schema"] == "unit-comparison/1"


def spoken(folder: Path, code: str, language: str, words: str) -> None:
    sheet = f"---\ncode: {code}\nlanguage: {language}\n---\n\n## Competency\n\n### 1 A\n\n- {words}\n"
    (folder / f"{code}-{language}.md").write_text(sheet, encoding="utf-8")


def test_codes_are_compared_in_one_language(elsewhere: Path) -> None:
    for code, language in (("A", "zh-Hant"), ("B", "en"), ("B", "zh-Hant"), ("C", "en"), ("C", "zh-Hant")):
        spoken(elsewhere, f"LOCUSM212{code}", language, f"Say {language}")
    (elsewhere / "draft.txt").write_text("Code: LOCUSM212D\nTitle: T\nCompetency\n1. A\n- Say en", encoding="utf-8")

    def said(*arguments: str) -> set[str]:
        links = json.loads(run("--source", elsewhere, "--json", *arguments).stdout)["links"]
        return {text for link in links for _, text in link["runs"] if text.startswith("Say")}

    assert said("LOCUSM212A", "LOCUSM212B") == said("LOCUSM212B", "LOCUSM212A") == {"Say zh-Hant"}
    assert said("LOCUSM212B", "LOCUSM212C") == said("LOCUSM212C", "draft.txt") == {"Say en"}
    assert said("LOCUSM212B", "212C", "--language", "ZH") == {"Say zh-Hant"}
    missing = run("--source", elsewhere, "LOCUSM212A", "LOCUSM212B", "--language", "en")
    assert missing.exit_code == 2
    assert "LOCUSM212A is not in the collection in en" in missing.stderr
    assert "zh-Hant" in missing.stderr


def test_versions_of_one_code_are_told_apart_by_their_labels(elsewhere: Path) -> None:
    for label in "12":
        sheet = f"---\ncode: 8420\nversion: {label}\n---\n\n## Competency\n\n### Work\n\n- Work {label}\n"
        (elsewhere / f"{label}.md").write_text(sheet, encoding="utf-8")
    for form in ("text", "markdown", "html"):
        text = run("1.md", "2.md", "--format", form).stdout
        assert "8420 version 1 compared with 8420 version 2" in text
        assert "8420 version 1 has 1 requirement, 8420 version 2 has 1" in text


def test_the_summary_names_texts_that_are_neither_fields_nor_requirements(elsewhere: Path) -> None:
    sheet = (UNITS / "LOCUSM212B.txt").read_text(encoding="utf-8")
    for hours in ("20", "40"):
        timed = sheet.replace("Level  2", f"Level  2\n\nNominal Hours  {hours}")
        (elsewhere / f"{hours}.txt").write_text(timed, encoding="utf-8")
    head = run("20.txt", "40.txt").stdout.split("Fields")[0]
    assert "Check the meaning of 1 row: number." in head
    assert "Also changed: 1 further text." in head


def test_a_draft_of_a_unit_and_a_sheet_without_a_code_can_be_compared_with_it(elsewhere: Path) -> None:
    sheet = (UNITS / "LOCUSM212B.txt").read_text(encoding="utf-8")
    (elsewhere / "draft.txt").write_text(sheet.replace("Design souvenirs", "Choose souvenirs"), encoding="utf-8")
    (elsewhere / "uncoded.txt").write_text(sheet.replace("Code  LOCUSM212B", ""), encoding="utf-8")
    page = LexborHTMLParser(by_code("LOCUSM212B", "draft.txt", "--format", "html").stdout)
    anchors = [node.attributes["id"] for node in page.css("[id]")]
    assert len(anchors) == len(set(anchors))
    assert "= Code: same" in by_code("LOCUSM212B", "draft.txt").stdout
    uncoded = by_code("LOCUSM212B", "uncoded.txt")
    assert uncoded.stdout.startswith("LOCUSM212B compared with the unit without a code")
    assert json.loads(by_code("LOCUSM212B", "uncoded.txt", "--json").stdout)["new"] == ""


def test_a_unit_that_is_compared_is_never_overwritten(book: Path) -> None:
    before = book.read_bytes()
    for name in (book, f"{book}#LOCUSM212B"):
        assert run(name, UNITS / "LOCUSM212B.txt", "--output", book).exit_code == 2
    draft = book.with_name("draft.txt")
    draft.write_bytes((UNITS / "LOCUSM309B.txt").read_bytes())
    assert run(draft, UNITS / "LOCUSM212B.txt", "--output", "draft.txt").exit_code == 2
    assert book.read_bytes() == before
    assert draft.read_bytes() == (UNITS / "LOCUSM309B.txt").read_bytes()


def test_colour_can_be_asked_for_and_refused() -> None:
    assert "\x1b[" not in by_code("LOCUSM212A", "LOCUSM212B").stdout
    assert "\x1b[31m[-" in by_code("LOCUSM212A", "LOCUSM212B", "--color").stdout
    assert "\x1b[" not in by_code("LOCUSM212A", "LOCUSM212B", "--no-color").stdout


def test_only_changes_leave_the_rest_out() -> None:
    text = by_code("LOCUSM212A", "LOCUSM212B", "--only-changes").stdout
    assert "Know about the operation of the logistics industry" in text
    assert "Design souvenirs" not in text


def test_the_document_holds_the_whole_page_and_loads_nothing() -> None:
    text = by_code("LOCUSM212A", "LOCUSM212B", "--format", "html").stdout
    for loading in ("<link", "<script", "src=", "url(", "@import"):
        assert loading not in text
    page = LexborHTMLParser(text)
    headings = [node.text() for node in page.css("h2")]
    assert {"Fields", "Assessment criteria", "What must I do?", "What does a holder lack?"} <= set(headings)
    assert page.css_first("title").text() == "LOCUSM212A compared with LOCUSM212B"
    anchors = {node.attributes["id"] for node in page.css("[id]")}
    ways = {node.attributes["href"] for node in page.css("a")}
    assert ways
    assert all(way and way.startswith("#") and way[1:] in anchors for way in ways)
    assert not page.css("#only-changes[checked]")


def test_a_document_of_changes_hides_the_rest_and_can_show_it() -> None:
    text = by_code("LOCUSM212A", "LOCUSM212B", "--format", "html", "--only-changes").stdout
    page = LexborHTMLParser(text)
    assert page.css("#only-changes[checked]")
    assert "Design souvenirs" in text


def test_the_two_directions_mirror_each_other() -> None:
    there, back = (json.loads(by_code(*pair, "--json").stdout) for pair in ((A, B), (B, A)))
    mirrored = {(tuple(one["new"]), tuple(one["old"]), one["class"]) for one in back["links"]}
    swapped = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}
    assert {
        (*map(tuple, (one["old"], one["new"])), swapped.get(one["class"], one["class"])) for one in there["links"]
    } == mirrored


A, B = "LOCUSM402B", "105250L4"
