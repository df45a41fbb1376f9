"""The built site in a real Chromium. Any test fails whose page asks another host, complains or pops something up."""

from __future__ import annotations

import os
import re
import shutil
import socket
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pdf_writers import ENGLISH, split_table_pdf
from project import ROOT, copy_project, run

from generator.catalogue import Catalogue
from generator.pipeline import read_collection
from generator.site import built_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

# Without Playwright these tests cannot even be read: the other tests are run without it.
collect_ignore_glob = [] if find_spec("playwright") else ["test_*.py"]

CASES = (
    *ROOT.glob("tests/cases/browser/*.txt"),
    *ROOT.glob("tests/cases/unit_pages/994521.*"),
    ROOT / "tests/cases/parse/20_zh_hant_plain.txt",
)
SWITCHES = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-gpu",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
PATIENCE = 20_000  # milliseconds; a busy machine is slow, a broken page is late for ever


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the five units, a Chinese, a hostile, a corrected one, a PDF, a pair with all kinds of change."""
    folder = copy_project(tmp_path_factory.mktemp("browser"))
    for case in CASES:
        shutil.copy(case, folder / "source_units")
    (folder / "source_units" / "garden.pdf").write_bytes(split_table_pdf(ENGLISH))
    return folder


@pytest.fixture(scope="session")
def catalogue(project: Path) -> Catalogue:
    return read_collection(project / "source_units").catalogue


@pytest.fixture(scope="session")
def address(project: Path) -> Iterator[str]:
    """The address at which the project's built site is served; the site was built for it."""
    port = free_port()
    site_url = f"http://127.0.0.1:{port}/"
    built = run(project, "generator", "build", SITE_URL=site_url)
    assert built.returncode == 0, built.stdout + built.stderr
    with built_server(project / "site", "127.0.0.1", port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site_url
        server.shutdown()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0  # Chromium's sandbox refuses root
    switches = [*SWITCHES, *(["--no-sandbox"] if is_root else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=switches)
        yield browser
        browser.close()


def chromium_path() -> str:
    path = shutil.which(os.environ.get("CHROMIUM_PATH") or "chromium")
    if path is None:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop("there is no Chromium here: 'nox -s browser' finds or installs one, CHROMIUM_PATH names one")
    return path


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """A page of a fresh profile, 1280 px wide, that resolves addresses from the root of the site."""
    yield from visit(chromium, address)


@pytest.fixture
def page_without_script(chromium: Browser, address: str) -> Iterator[Page]:
    yield from visit(chromium, address, java_script_enabled=False)


def visit(chromium: Browser, address: str, **options: bool) -> Iterator[Page]:
    # Reduced motion ends every transition at once: colours and places are measured as they will stay.
    context = chromium.new_context(
        base_url=address, reduced_motion="reduce", viewport={"width": 1280, "height": 800}, **options
    )
    context.set_default_timeout(PATIENCE)
    incidents = watch(context, address)
    yield context.new_page()
    context.close()
    assert incidents == []


def watch(context: BrowserContext, address: str) -> list[str]:
    """Return a list that grows with what no page may do, but for a navigation to an unknown address."""
    incidents: list[str] = []
    own = re.compile(rf"{re.escape(address)}|data:|blob:")

    context.on("request", lambda one: own.match(one.url) or incidents.append(f"asks another host: {one.url}"))
    context.on("weberror", lambda one: incidents.append(f"error of a script: {one.error}"))

    def on_response(response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            incidents.append(f"{response.status} for {response.url}")

    def on_console(message) -> None:
        # What failed to load is judged by its response.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            incidents.append(f"console: {message.text}")

    def on_dialog(dialog) -> None:
        incidents.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()

    context.on("response", on_response)
    context.on("console", on_console)
    context.on("dialog", on_dialog)
    return incidents
