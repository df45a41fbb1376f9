"""The README's commands do what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from project import copy_project

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


@pytest.mark.skipif(shutil.which("sh") is None, reason="the tour is for a POSIX shell")
def test_the_five_minute_tour(root: Path, tmp_path: Path) -> None:
    copy_project(tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "uoc"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(root)}
    for number, commands in enumerate(blocks(root, tour=True)):
        done = subprocess.run(
            ["sh", "-eu", "-c", commands], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"block {number}: {done.stdout}\n{done.stderr}"
    comparison = (tmp_path / "site/compare/DEMOAA101A--DEMOAA101B/index.html").read_text(encoding="utf-8")
    assert "Offer visitors a seat" in comparison
    assert "Superseded by" in (tmp_path / "site/units/DEMOAA101A/index.html").read_text(encoding="utf-8")
