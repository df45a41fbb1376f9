"""Tasks of the project. `nox --list` names them, `nox -s NAME` runs one, `nox` runs what a change must pass."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.error_on_missing_interpreters = True
nox.options.sessions = ["lint", "types", "tests"]

PROJECT = nox.project.load_toml("pyproject.toml")
LONG_TESTS = tuple(
    f"tests/test_{name}.py" for name in ("edits", "history", "laws", "laws_compare", "laws_reports", "output", "render")
)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def install(session: nox.Session, *groups: str) -> None:
    """Install the project with every reader and some dependency groups, which older pips do not know."""
    session.install("-e", ".[all]", *(nox.project.dependency_groups(PROJECT, *groups) if groups else ()))


@nox.session
def site(session: nox.Session) -> None:
    """Build the site from source_units/ into site/ (options after -- go to the build)."""
    install(session)
    session.run("python", "-m", "generator", "build", *session.posargs)


@nox.session
def serve(session: nox.Session) -> None:
    """Show the site live while raw files, templates and pages are edited."""
    install(session)
    session.run("python", "-m", "generator", "serve", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests but those that need a browser."""
    install(session, "test")
    session.run("python", "-m", "pytest", "-n", "auto", "-m", "not browser", *session.posargs)


@nox.session
def slow(session: nox.Session) -> None:
    """Run the long tests (laws, sequences of edits) in their full dose."""
    install(session, "test")
    session.run("python", "-m", "pytest", "-n", "auto", *LONG_TESTS, *session.posargs, env={"UOC_FULL_DOSE": "1"})


@nox.session
def fuzz(session: nox.Session) -> None:
    """Damage raw files in every way and see that no word is lost: 100,000 times, or as often as you say (-- 5000)."""
    install(session, "test")
    session.run(
        "python",
        "-m",
        "pytest",
        "-n",
        "auto",
        "tests/test_fuzz.py",
        env={"UOC_MUTATIONS": (*session.posargs, "100000")[0]},
    )


@nox.session
def golden(session: nox.Session) -> None:
    """Write the golden pages of tests/golden/ anew; review them with git diff."""
    install(session, "test")
    session.run("python", "-m", "pytest", "tests/test_render.py", env={"UOC_REFRESH_GOLDEN": "1"})


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install(*nox.project.dependency_groups(PROJECT, "lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types."""
    install(session, "types")
    session.run("mypy", "generator", "benchmarks")


@nox.session
def browser(session: nox.Session) -> None:
    """Run the tests that drive a real Chromium; find one or install one."""
    install(session, "browser")
    session.run("python", "-m", "pytest", "-m", "browser", *session.posargs, env={"CHROMIUM_PATH": chromium(session)})


@nox.session
def engines(session: nox.Session) -> None:
    """Build the same generated tree with Zensical and ProperDocs, to see that it stays portable."""
    install(session)
    session.install("zensical==0.0.73", "properdocs")
    session.run("python", "-m", "generator", "generate")
    copy = Path(session.create_tmp()) / "tree"
    shutil.rmtree(copy, ignore_errors=True)
    for name in ("docs", "site_templates"):
        shutil.copytree(name, copy / name)
    shutil.copy("mkdocs.yml", copy)
    with session.chdir(copy):  # Zensical builds into the site_dir of the configuration and nowhere else
        session.run("zensical", "build", "--clean")
    session.run(
        "properdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(copy / "properdocs")
    )
    for built in (copy / "site", copy / "properdocs"):
        missing = [page for page in built_pages(copy / "docs") if not (built / page).is_file()]
        if missing:
            session.error(f"{built} lacks {len(missing)} pages, {missing[0]} among them")


def built_pages(docs: Path) -> list[Path]:
    """Return where the pages of a folder stand in the built site."""
    pages = sorted(path.relative_to(docs) for path in docs.rglob("*.md"))
    return [(page.parent if page.stem == "index" else page.with_suffix("")) / "index.html" for page in pages]


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the stages on made collections (options after -- go to benchmarks.stages), then single comparisons."""
    install(session)
    session.run("python", "-m", "benchmarks.stages", *(session.posargs or ("--units", "5", "200")))
    session.run("python", "-m", "benchmarks.comparisons")


def chromium(session: nox.Session) -> str:
    """Return the path of a Chromium: the one named by CHROMIUM_PATH, one on the PATH, or one installed now."""
    return named_chromium(session) or found_chromium() or installed_chromium(session) or downloaded_chromium(session)


def named_chromium(session: nox.Session) -> str | None:
    path = os.environ.get("CHROMIUM_PATH")
    if path and not shutil.which(path):
        session.error(f"CHROMIUM_PATH is {path}, where there is no program")
    return path


def found_chromium() -> str | None:
    return next((path for path in map(shutil.which, CHROMIUM_NAMES) if path), None)


def installed_chromium(session: nox.Session) -> str | None:
    """Install Chromium by apt-get where that is possible: as root on Debian and its kin."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    session.run("apt-get", "update", "-q", external=True, success_codes=(0, 100))
    packages = ("chromium", "fonts-liberation", "fonts-noto-cjk")
    command = ("apt-get", "install", "-y", "-q", "--no-install-recommends", *packages)
    session.run(*command, external=True, success_codes=(0, 100), env={"DEBIAN_FRONTEND": "noninteractive"})
    return found_chromium()


def downloaded_chromium(session: nox.Session) -> str:
    """Let Playwright download its own Chromium."""
    session.run("python", "-m", "playwright", "install", "chromium", success_codes=(0, 1))
    program = "from playwright.sync_api import sync_playwright as p\nwith p() as b: print(b.chromium.executable_path)"
    path = str(session.run("python", "-c", program, silent=True)).strip().rpartition("\n")[2]
    if not Path(path).exists():
        session.error("No Chromium: install one and put it on the PATH, or name it in CHROMIUM_PATH")
    return path
