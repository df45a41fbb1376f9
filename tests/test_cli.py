"""The commands as people call them, in a project of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import copy_project

from generator.cli.program import program

CASES = Path(__file__).parent / "cases" / "parse"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project with nothing generated; the working folder of the test."""
    copy_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, environment: dict[str, str] | None = None) -> Result:
    return CliRunner(env=environment).invoke(program, arguments, prog_name="uoc")


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_generate_writes_pages_and_says_how_many(project: Path) -> None:
    result = run("generate")
    assert result.exit_code == 0, result.output
    assert "5 units, " in result.stdout
    assert "1 comparison;" in result.stdout
    assert "0 errors, 5 warnings" in result.stdout
    assert (project / "docs/units/LOCUSM212B/index.md").is_file()
    assert (project / "docs/compare/LOCUSM212A--LOCUSM212B/comparison.json").is_file()


def test_generating_twice_writes_nothing_the_second_time(project: Path) -> None:
    run("generate")
    before = snapshot(project)
    result = run("generate")
    assert "0 files written, 0 removed" in result.stdout
    assert snapshot(project) == before


def test_generate_check_tells_drift_without_writing(project: Path) -> None:
    assert run("generate", "--check").exit_code == 1
    assert not (project / "docs/units").exists()
    run("generate")
    assert run("generate", "--check").exit_code == 0
    page = project / "docs/units/LOCUSM212B/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "edited\n", encoding="utf-8")
    result = run("generate", "--check")
    assert result.exit_code == 1
    assert "units/LOCUSM212B/index.md" in result.stdout
    assert "-edited" in result.stdout


def test_a_removed_raw_file_takes_its_pages_along(project: Path) -> None:
    run("generate")
    hand_written = {path: path.read_bytes() for path in project.glob("docs/*.md")}
    (project / "source_units/LOCUSM212A.md").unlink()
    run("generate")
    assert not (project / "docs/units/LOCUSM212A").exists()
    assert not (project / "docs/compare/LOCUSM212A--LOCUSM212B").exists()
    assert {path: path.read_bytes() for path in project.glob("docs/*.md")} == hand_written


def test_a_page_never_overwrites_a_hand_written_one(project: Path) -> None:
    mine = project / "docs/units/LOCUSM212B/index.md"
    mine.parent.mkdir(parents=True)
    mine.write_text("# Mine", encoding="utf-8")
    result = run("generate")
    assert result.exit_code == 2
    assert "units/LOCUSM212B/index.md" in result.stderr
    assert mine.read_text(encoding="utf-8") == "# Mine"


def test_bad_files_are_named_and_the_rest_is_built(project: Path) -> None:
    (project / "source_units/empty.txt").write_bytes(b"")
    (project / "source_units/picture.txt").write_bytes(bytes(range(256)) * 40)
    result = run("generate")
    assert result.exit_code == 1
    assert "empty.txt:1: error" in result.stderr
    assert "[empty-file]" in result.stderr
    assert "picture.txt:1: error" in result.stderr
    assert "[binary-file]" in result.stderr
    quality = (project / "docs/quality/index.md").read_text(encoding="utf-8")
    assert "empty.txt" in quality
    assert "picture.txt" in quality
    assert (project / "docs/units/LOCUSM212B/index.md").is_file()
    assert run("generate", "--fail-on", "never").exit_code == 0


def test_warnings_fail_only_where_asked(project: Path) -> None:
    assert run("check").exit_code == 0
    assert run("check", "--fail-on", "warning").exit_code == 1


def test_check_prints_place_message_and_hint(project: Path) -> None:
    result = run("check")
    assert "source_units/LOCUSM212A.md:12: warning:" in result.stdout
    assert "[missing-heading]" in result.stdout
    assert "hint: " in result.stdout
    assert "5 files, 5 units: 0 errors" in result.stdout


def test_check_annotates_the_lines_of_a_pull_request(project: Path) -> None:
    lines = run("check", "--format", "github").stdout.splitlines()
    (heading,) = (line for line in lines if "title=missing-heading::" in line)
    assert heading.startswith("::warning file=source_units/LOCUSM212A.md,line=12,")


def test_check_as_json_has_the_public_keys(project: Path) -> None:
    found = json.loads(run("check", "--json").stdout)["diagnostics"]
    assert found
    assert all({"id", "severity", "file", "line", "message", "hint"} <= set(one) for one in found)


def test_parse_reads_files_and_folders(project: Path) -> None:
    one = json.loads(run("parse", "source_units/LOCUSM212A.md", "--json").stdout)
    assert one["schema"] == "unit-parse/1"
    assert [unit["code"] for unit in one["units"]] == ["LOCUSM212A"]
    assert one["units"][0]["source"]["file"] == "source_units/LOCUSM212A.md"
    every = json.loads(run("parse", "source_units", "--json").stdout)
    assert len(every["units"]) == 5
    assert not (project / "docs/units").exists()


def test_parse_for_reading_shows_an_outline(project: Path) -> None:
    text = run("parse", "source_units/LOCUSM212A.md").stdout
    assert "e2  (heading not in this source)" in text
    assert "e1.r5  Master current market situation" in text


def test_compare_takes_codes_files_and_json(project: Path) -> None:
    by_code = run("compare", "LOCUSM212A", "locusm212b", "--json")
    assert by_code.exit_code == 1
    comparison = json.loads(by_code.stdout)
    assert comparison["summary"]["added"] == 1
    by_file = run("compare", "source_units/LOCUSM212A.md", "source_units/LOCUSM212B.txt", "--json")
    assert json.loads(by_file.stdout)["links"] == comparison["links"]
    unit = json.loads(run("parse", "source_units/LOCUSM212A.md", "--json").stdout)["units"][0]
    (project / "a.json").write_text(json.dumps(unit), encoding="utf-8")
    by_json = run("compare", "a.json", "LOCUSM212B", "--json")
    assert json.loads(by_json.stdout)["links"] == comparison["links"]


def test_compare_says_0_where_nothing_differs(project: Path) -> None:
    assert run("compare", "LOCUSM212B", "LOCUSM212B").exit_code == 0


def test_compare_html_is_one_file_that_loads_nothing(project: Path) -> None:
    html = run("compare", "LOCUSM212A", "LOCUSM212B", "--format", "html").stdout
    assert html.startswith("<!doctype html>")
    assert "<ins>" in html
    assert "<del>" in html
    for loading in ("<link", "<script", "src=", "url(", "@import"):
        assert loading not in html


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "NOWHERE", "LOCUSM212B"),
        ("parse",),
        ("parse", "no-such-file"),
        ("check", "--format", "xml"),
        ("nonsense",),
    ],
)
def test_wrong_calls_exit_with_2_and_say_why(project: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.strip()
    assert "Traceback" not in result.output


def test_a_missing_source_folder_is_a_broken_set_up(project: Path) -> None:
    result = run("generate", "--source", "nowhere")
    assert result.exit_code == 2
    assert "hint:" in result.stderr


@pytest.mark.parametrize("command", ["build", "serve", "generate", "check", "parse", "compare"])
def test_every_command_has_help_with_examples(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Examples:" in result.stdout
    assert f"uoc {command}" in result.stdout


def test_the_module_and_the_console_script_are_the_same_program(project: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "generator", "--version"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert result.stdout.startswith("uoc, version ")


def test_no_colour_where_nobody_watches_or_no_color_is_set(project: Path) -> None:
    assert "\x1b[" not in run("check", environment={"NO_COLOR": "1"}).output
    assert "\x1b[" not in run("compare", "LOCUSM212A", "LOCUSM212B").output


def test_pages_do_not_depend_on_hash_seed_folder_or_order_of_files(project: Path, tmp_path: Path) -> None:
    outputs = []
    for number, seed in enumerate(("0", "1", "4711")):
        folder = tmp_path / f"copy-{number}"
        shutil.copytree(project / "source_units", folder / "source_units")
        shutil.copytree(project / "site_templates", folder / "site_templates")
        names = sorted(path.name for path in (folder / "source_units").iterdir())
        for name in names if number else reversed(names):
            path = folder / "source_units" / name
            content = path.read_bytes()
            path.unlink()
            path.write_bytes(content)
        subprocess.run(
            [sys.executable, "-m", "generator", "generate", "-q"],
            cwd=folder,
            check=True,
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": str(Path(__file__).parent.parent),
                "LC_ALL": "C",
                "TZ": "Asia/Hong_Kong",
            },
        )
        outputs.append({path: content for path, (content, _) in snapshot(folder / "docs").items()})
    assert outputs[0] == outputs[1] == outputs[2]


RULINGS = """successions:
  - old: LOCUSM402B
    new: 105250L4
    ruling: not equivalent
    date: 2019-06-30
    who: Training panel
    why: another industry
"""


def test_a_ruling_goes_before_any_inference_and_joins_codes_of_different_grammars(project: Path) -> None:
    (project / "source_units/rulings.yml").write_text(RULINGS, encoding="utf-8")
    assert run("generate").exit_code == 0
    unit = (project / "docs/units/LOCUSM402B/index.md").read_text(encoding="utf-8")
    assert "ruled on 2019-06-30 by Training panel" in unit
    assert "status-superseded" in unit
    comparison = (project / "docs/compare/LOCUSM402B--105250L4/index.md").read_text(encoding="utf-8")
    assert "(ruled on 2019-06-30 by Training panel as not equivalent: another industry)." in comparison
    lineage = (project / "docs/units/LOCUSM402/index.md").read_text(encoding="utf-8")
    assert "105250L4" in lineage


def test_a_wrong_rulings_file_is_a_broken_set_up_that_names_every_line(project: Path) -> None:
    (project / "source_units/rulings.yml").write_text(
        RULINGS.replace("who:", "whom:").replace("2019-06-30", "soon"), encoding="utf-8"
    )
    result = run("generate")
    assert result.exit_code == 2
    assert "rulings.yml" in result.stderr
    assert "whom" in result.stderr
    assert "soon" in result.stderr
    assert not (project / "docs/units").exists()


def test_the_reference_page_names_every_command_and_option(root: Path) -> None:
    page = (root / "docs/reference/commands.md").read_text(encoding="utf-8")
    sections = dict(part.split("\n", 1) for part in page.split("\n## ")[1:])
    for name, command in program.commands.items():
        assert name in sections
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("-"):
                    assert option in sections[name], f"{name} {option}"
