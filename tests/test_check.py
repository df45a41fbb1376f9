"""``uoc check`` as people and pull requests meet it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.program import program
from generator.diagnostics import KINDS

UNIT = "Title\tPlan a delivery\nCode\tLOCUSM201A\nLevel\t2\nCompetency\t1. Plan\n\t• Know the routes\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose project lies in a folder of it; the project is the working folder."""
    (tmp_path / ".git").mkdir()
    project = tmp_path / "atlas"
    (project / "source_units").mkdir(parents=True)
    for code in ("LOCUSM201A", "LOCUSM202A", "LOCUSM203A"):
        text = UNIT.replace("LOCUSM201A", code)
        (project / "source_units" / f"{code}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(project)
    return tmp_path


def check(*arguments: str, site_url: str = "") -> Result:
    return CliRunner(env={"SITE_URL": site_url}).invoke(program, ("check", *arguments), prog_name="uoc")


def test_findings_that_say_the_same_stand_together_unless_all_are_wanted(repository: Path) -> None:
    together, apart = check().stdout, check("--all").stdout
    assert together.count("the range is not in this source") == 1
    assert "the same in 2 further files: source_units/LOCUSM202A.txt:1, source_units/LOCUSM203A.txt:1\n" in together
    assert "--all prints them one by one" in together
    assert apart.count("the range is not in this source") == 3
    assert "the same in" not in apart
    assert "--all" not in apart


def test_the_summary_counts_and_names_what_was_found_most_often(repository: Path) -> None:
    (repository / "atlas/source_units/empty.txt").write_bytes(b"")
    lines = check("--all").stdout.splitlines()
    missing = sum("[missing-field]" in line for line in lines)
    assert lines[-1].startswith("4 files, 3 units: 1 error, ")
    assert lines[-1].endswith(f"; most often missing-field {missing}, empty-file 1")


def test_nothing_found_is_said_in_one_line(repository: Path) -> None:
    for path in (repository / "atlas/source_units").iterdir():
        path.unlink()
    result = check()
    assert result.exit_code == 0
    assert result.stdout == "0 files, 0 units: 0 errors, 0 warnings, 0 notes\n"


@pytest.mark.parametrize("named", [(), ("source_units",), ("source_units/LOCUSM201A.txt",), ("../atlas/source_units",)])
def test_annotations_name_files_below_the_repository(repository: Path, named: tuple[str, ...]) -> None:
    lines = check("--format", "github", *named).stdout.splitlines()
    assert lines
    assert all(" file=atlas/source_units/LOCUSM20" in line for line in lines)


def test_annotations_of_files_named_by_their_whole_path_are_the_same(repository: Path) -> None:
    whole = str(repository / "atlas" / "source_units")
    assert check("--format", "github", whole).stdout == check("--format", "github").stdout


def test_findings_lead_to_the_site_where_its_address_is_known(repository: Path) -> None:
    explained = "https://units.example.org/atlas/reference/diagnostics/#missing-field"
    assert f"see: {explained}\n" in check(site_url="https://units.example.org/atlas").stdout
    assert f"See {explained}\n" in check("--format", "github", site_url="https://units.example.org/atlas/").stdout
    assert (
        f"See {explained}\n" in check("--explain", "missing-field", site_url="https://units.example.org/atlas").stdout
    )


def test_an_id_is_explained_without_reading_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = check("--explain", "missing-heading")
    assert result.exit_code == 0
    assert result.stdout.startswith("missing-heading (warning): ")
    assert KINDS["missing-heading"].hint in result.stdout
    assert "• Know the routes" in result.stdout
    assert result.stdout.endswith("See reference/diagnostics/#missing-heading\n")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("mising-heading", "Did you mean missing-heading"),
        ("utf8", "Did you mean invalid-utf8?"),
        ("xyzzy", "uoc check prints the ids it finds."),
        ("", "uoc check prints the ids it finds."),
    ],
)
def test_an_id_that_does_not_exist_is_a_wrong_call(name: str, says: str) -> None:
    result = check("--explain", name)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""
