"""The workflow that rebuilds the site: what it may do, when it runs, and that it runs what the project has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / ".github/workflows/site.yml").read_text(encoding="utf-8")
# YAML 1.1 reads the key `on` as the truth value.
WORKFLOW: dict[Any, Any] = yaml.safe_load(TEXT)
TRIGGERS = WORKFLOW[True]
JOBS = WORKFLOW["jobs"]
MADE_OF = {
    "source_units/**",
    "site_templates/**",
    "docs/**",
    "generator/**",
    "mkdocs.yml",
    "pyproject.toml",
    "noxfile.py",
}


def steps(job: str) -> Iterator[dict[str, Any]]:
    yield from JOBS[job]["steps"]


def step_using(job: str, action: str) -> dict[str, Any]:
    return next(step for step in steps(job) if step.get("uses", "").startswith(f"actions/{action}@"))


@pytest.mark.parametrize("trigger", ["push", "pull_request"])
def test_it_runs_when_something_changes_that_the_site_is_made_of(trigger: str) -> None:
    assert set(TRIGGERS[trigger]["paths"]) >= MADE_OF


def test_only_pushes_to_main_start_it() -> None:
    assert TRIGGERS["push"]["branches"] == ["main"]
    assert "pull_request_target" not in TRIGGERS


def test_only_the_publishing_job_may_write_and_only_pages() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in JOBS["build"]
    assert JOBS["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_a_pull_request_never_publishes() -> None:
    assert "github.event_name != 'pull_request'" in JOBS["publish"]["if"]
    assert "github.ref == 'refs/heads/main'" in JOBS["publish"]["if"]
    assert step_using("build", "upload-pages-artifact")["if"] == JOBS["publish"]["if"]


def test_a_pull_request_keeps_the_site_and_annotates_findings() -> None:
    kept = step_using("build", "upload-artifact")
    assert kept["if"] == "github.event_name == 'pull_request'"
    assert kept["with"]["path"] == step_using("build", "upload-pages-artifact")["with"]["path"] == "site/"
    assert any("generator check --format github source_units" in step.get("run", "") for step in steps("build"))


def test_annotations_lead_to_the_site_that_is_published() -> None:
    (annotating,) = (step for step in steps("build") if "--format github" in step.get("run", ""))
    (building,) = (step for step in steps("build") if "nox -s site" in step.get("run", ""))
    assert annotating["env"]["SITE_URL"] == building["env"]["SITE_URL"]


def test_the_whole_history_is_fetched_and_no_credentials_are_left() -> None:
    checkout = step_using("build", "checkout")["with"]
    assert checkout["fetch-depth"] == 0
    assert checkout["persist-credentials"] is False


def test_every_action_is_pinned_by_its_commit_with_the_version_beside_it() -> None:
    used = re.findall(r"uses: *(.+)", TEXT)
    assert len(used) == sum("uses" in step for job in JOBS for step in steps(job))
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_every_job_has_a_time_limit_and_runs_of_one_branch_do_not_meet() -> None:
    assert all(0 < JOBS[job]["timeout-minutes"] <= 30 for job in JOBS)
    assert "github.ref" in WORKFLOW["concurrency"]["group"]


def test_nothing_a_stranger_writes_becomes_part_of_a_command() -> None:
    assert [step for job in JOBS for step in steps(job) if "${{" in step.get("run", "")] == []


def test_it_runs_sessions_that_exist() -> None:
    sessions = re.findall(r"@nox\.session\ndef (\w+)\(", (ROOT / "noxfile.py").read_text(encoding="utf-8"))
    commands = [step.get("run", "") for job in JOBS for step in steps(job)] + [
        (ROOT / ".ci/run").read_text(encoding="utf-8")
    ]
    named = [name for command in commands for name in re.findall(r"nox -s ([a-z]+)", command)]
    assert {"site", "tests"} <= set(named) <= set(sessions)


def test_ci_runs_the_test_command_of_the_readme_word_for_word() -> None:
    command = re.search(r"^tests\(\) \{ (.+); \}$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    assert command
    assert command[1] in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
