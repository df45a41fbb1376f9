"""The comparison as one HTML file, as somebody opens it who got it by mail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from project import run

from browser.conftest import PATIENCE, watch
from browser.reading import wait_until_in_sight
from browser.test_accessibility import check

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def document(project: Path) -> Path:
    made = run(project, "generator", "compare", "QXAACC301A", "QXAACC301B", "--output", "mailed.html")
    assert made.returncode == 1, made.stderr
    return project / "mailed.html"


@pytest.fixture
def opened(chromium: Browser, document: Path) -> Iterator[Page]:
    """The file opened from disk in a browser without scripts; nothing else may be asked for."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    incidents = watch(context, document.as_uri())
    page = context.new_page()
    page.goto(document.as_uri())
    yield page
    context.close()
    assert incidents == []


def test_it_shows_what_the_page_shows(opened: Page) -> None:
    expect(opened).to_have_title("QXAACC301A compared with QXAACC301B")
    expect(opened.get_by_role("heading", name="What must I do?")).to_be_visible()
    expect(opened.get_by_role("heading", name="What does a holder lack?")).to_be_visible()
    assert opened.locator("table.comparison-table del").count() > 2


def test_its_links_and_its_switch_work_without_a_script(opened: Page) -> None:
    first = opened.locator(".change-counts a").first
    anchor = str(first.get_attribute("href")).removeprefix("#")
    first.click()
    expect(opened.locator(f"[id='{anchor}']")).to_be_in_viewport()
    quiet = opened.locator("tr.quiet")
    assert quiet.count() > 1
    opened.get_by_label("Show only changes").check()
    expect(quiet.locator("visible=true")).to_have_count(0)


def test_it_is_legible_in_light_and_dark_and_on_a_phone(chromium: Browser, document: Path) -> None:
    context = chromium.new_context(bypass_csp=True, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(document.as_uri())
    check(page)
    page.goto(f"{document.as_uri()}#to-e1-r1")
    wait_until_in_sight(page, "to-e1-r1")
    context.close()


def test_paper_is_white_whatever_the_screen_is(opened: Page) -> None:
    opened.emulate_media(media="print", color_scheme="dark")
    expect(opened.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(opened.locator("body")).to_have_css("color", "rgb(0, 0, 0)")
    expect(opened.get_by_label("Show only changes")).to_be_hidden()
