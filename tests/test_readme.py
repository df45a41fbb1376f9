"""The README's commands do what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path, PurePosixPath

import pytest
from project import copy_project

from generator.cli.program import program
from generator.parse import parse_source
from generator.source import decode
from generator.source.names import is_raw

REFERENCE = ("authored", "commands", "corrections", "data", "reading", "rulings")
BLOCK = re.compile(r"^```sh( tour)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(root: Path, *, tour: bool) -> list[str]:
    text = (root / "README.md").read_text(encoding="utf-8")
    return [match.group(2) for match in BLOCK.finditer(text) if bool(match.group(1)) == tour]


def test_set_up_commands_are_tasks_that_exist(root: Path) -> None:
    commands = blocks(root, tour=False)
    sessions = set(re.findall(r"^def (\w+)\(session", (root / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE))
    named = [name for command in commands for name in re.findall(r"nox -s (\w+)", command)]
    assert named[:2] == ["site", "tests"]
    assert set(named) <= sessions


def test_ci_calls_the_test_command_of_the_readme(root: Path) -> None:
    (command,) = (one.strip() for one in blocks(root, tour=False) if one.strip().endswith("nox -s tests"))
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert command in script


def test_files_the_readme_and_contributing_name_exist(root: Path) -> None:
    for document in ("README.md", "CONTRIBUTING.md"):
        text = (root / document).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (root / target).exists(), f"{document} names {target}"
        for path in re.findall(r"`((?:generator|site_templates|tests|docs|benchmarks)/[\w./-]*\w)`", text):
            assert (root / path).exists(), f"{document} names {path}"


DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/about-the-data.md",
    *(f"docs/reference/{name}.md" for name in REFERENCE),
)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_and_options_that_documents_name_exist(root: Path, document: str) -> None:
    text = (root / document).read_text(encoding="utf-8")
    named = [match.group(1).split() for match in re.finditer(r"`?uoc ((?:[a-z]+)(?: [^`\n|]+)?)", text)]
    for name, *words in named:
        command = program.commands.get(name)
        assert command is not None, f"{document} names uoc {name}"
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        options = {word.rstrip(".,;:)]").lstrip("[") for word in words if word.lstrip("[").startswith("--")}
        assert options <= known, f"{document} names uoc {name} {options - known}"


def test_every_example_of_what_the_reader_understands_is_read_without_a_word_left(root: Path) -> None:
    text = (root / "docs/reference/reading.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(examples) == 4
    for number, example in enumerate(examples):
        document = parse_source(
            decode(f"{number}.md" if example.startswith("|") else f"{number}.txt", example.encode())
        )
        (unit,) = document.units
        assert (unit.code.text, unit.level) == ("LOCUSM201A", 2)
        assert unit.title in ("Plan a delivery", "策劃送貨")
        assert unit.unplaced == ()
        assert {one.id for one in document.diagnostics} <= {"missing-field"}, example


def test_the_formats_of_the_readme_are_those_the_program_reads(root: Path) -> None:
    for document in ("README.md", "docs/reference/reading.md"):
        text = (root / document).read_text(encoding="utf-8")
        rows = "".join(re.findall(r"^\| `\..*$", text, re.MULTILINE))
        endings = set(re.findall(r"`(\.[a-z]+)`", rows))
        assert endings == {".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".zip"}
        assert all(is_raw(PurePosixPath(f"unit{ending}")) for ending in endings)


def test_the_install_command_of_the_readme_names_an_extra_that_exists(root: Path) -> None:
    extras = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for document in ("README.md", "docs/reference/reading.md", "CHANGELOG.md"):
        text = (root / document).read_text(encoding="utf-8")
        (name,) = set(re.findall(r"pip install 'competency-atlas\[(\w+)\]'", text))
        assert name in extras


@pytest.mark.skipif(shutil.which("sh") is None, reason="the tour is for a POSIX shell")
def test_the_five_minute_tour(root: Path, tmp_path: Path) -> None:
    copy_project(tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    script = programs / "uoc"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(root)}
    for number, commands in enumerate(blocks(root, tour=True)):
        done = subprocess.run(
            ["sh", "-eu", "-c", commands], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"block {number}: {done.stdout}\n{done.stderr}"
    comparison = (tmp_path / "site/compare/DEMOAA101A--DEMOAA101B/index.html").read_text(encoding="utf-8")
    assert "Offer visitors a seat" in comparison
    corrected = (tmp_path / "site/units/DEMOAA101B/index.html").read_text(encoding="utf-8")
    assert "Printed on the cover of the book" in corrected
    assert (tmp_path / "source_units/DEMOAA201A.md").is_file()
    assert "Superseded by" in (tmp_path / "site/units/DEMOAA101A/index.html").read_text(encoding="utf-8")
