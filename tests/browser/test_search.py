"""The search finds the right unit first, whatever spelling of its code is typed, and shows texts as they stand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.reading import search

pytestmark = pytest.mark.browser

HOSTILE = 'Answer <img src=x onerror=alert(1)> & "x" {{ 7*7 }} calls'


@pytest.mark.parametrize(
    "query",
    [
        "LOCUSM212B",
        "LOCUSM212",
        "212B",
        "locusm212b",
        "locusm212",
        "LOCUSM 212 B",
        "complaints",
        "maintain relationship",
    ],
)
def test_the_unit_is_the_first_hit(page: Page, query: str) -> None:
    page.goto("")
    first = search(page, query).first
    last_word = query.lower().split()[-1]
    # The words found stand in the address of a result: it answers the whole query, not its first letters.
    expect(first).to_have_attribute("href", re.compile(rf"/units/LOCUSM212B/\?h=([^#]*\b)?{last_word}\b[^#]*$"))
    expect(first).to_contain_text("Maintain customer relationship and handle complaints")


def test_an_old_title_finds_the_old_unit_and_says_that_it_is_superseded(page: Page) -> None:
    page.goto("")
    first = search(page, "superseded requests").first
    expect(first).to_have_attribute("href", re.compile(r"/units/LOCUSM212A/"))
    expect(first).to_contain_text("Superseded by LOCUSM212B")


def test_a_chinese_unit_is_found_by_a_part_of_its_title(page: Page) -> None:
    page.goto("")
    expect(search(page, "洗髮").first).to_have_attribute("href", re.compile(r"/units/990701L2/"))


def test_a_pasted_code_is_found(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    expect(page.get_by_text("Type to start searching")).to_be_visible()
    page.keyboard.insert_text("LOCUSM402B")
    results = page.get_by_role("dialog", name="Search").locator("li > a")
    expect(results.first).to_have_attribute("href", re.compile(r"/units/LOCUSM402B/\?h=locusm402b$"))


def test_a_result_leads_to_its_page(page: Page) -> None:
    page.goto("quality/")
    search(page, "LOCUSM402B").first.click()
    expect(page).to_have_url(re.compile(r"/units/LOCUSM402B/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("LOCUSM402B")


def test_a_hostile_title_is_shown_as_it_stands(page: Page) -> None:
    page.goto("")
    results = search(page, "QXAABB201A")
    expect(results.first.get_by_role("heading")).to_have_text(f"QXAABB201A {HOSTILE}")
    dialog = page.get_by_role("dialog", name="Search")
    assert dialog.locator("img, script, iframe, ol svg").count() == 0
    results.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(HOSTILE)


@pytest.mark.parametrize("path", ["units/", "units/QXAABB201A/", "units/QXAABB201/", "levels/2/", "areas/", "quality/"])
def test_nothing_of_a_hostile_unit_is_live(page: Page, path: str) -> None:
    """An element that loads or a handler that fires is an incident, which no page survives."""
    page.goto(path)
    article = page.locator("article")
    assert article.locator("img, script, iframe, object, form, svg").count() == 0
    assert article.locator("[onerror], [onload], [onclick]").count() == 0
    expect(article).to_contain_text("Front desk ../.." if path == "areas/" else "QXAABB201A")
