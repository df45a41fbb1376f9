"""What surrounds the text: keyboard, language, and the page for an unknown address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.focus import wait_until_focus_is_visible
from browser.reading import search

pytestmark = pytest.mark.browser


def test_the_first_key_offers_to_skip_to_the_text(page: Page) -> None:
    page.goto("units/LOCUSM212B/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_the_focus_is_always_visible(page: Page, width: int, palette: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(color_scheme=palette)
    page.goto("units/LOCUSM212A/")
    for _ in range(40):
        page.keyboard.press("Tab")
        wait_until_focus_is_visible(page)


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search(page: Page, key: str) -> None:
    page.goto("units/")
    page.keyboard.press(key)
    expect(page.get_by_label("Search units by code")).to_be_focused()
    expect(page.get_by_label("Search units by code")).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Search units by code")).not_to_be_focused()


def test_a_result_is_chosen_by_keyboard(page: Page) -> None:
    page.goto("units/")
    expect(search(page, "LOCUSM402B").first).to_have_attribute("href", re.compile("h=locusm402b$"))
    page.keyboard.press("ArrowDown")
    wait_until_focus_is_visible(page)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/units/LOCUSM402B/"))


def test_the_palette_is_changed_by_keyboard(page: Page) -> None:
    page.goto("units/")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Switch to the light palette")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Switch to the dark palette")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_css("background-color", "rgb(15, 24, 28)")


def test_the_menu_of_a_narrow_page_is_used_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto("units/LOCUSM212B/")
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.get_by_role("link", name="Start", exact=True).focus()
    for _ in range(7):
        page.keyboard.press("Tab")
        wait_until_focus_is_visible(page)
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    expect(page.get_by_role("link", name="Start", exact=True)).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "language"), [("units/990701L2/", "zh-Hant"), ("units/LOCUSM212B/", "en"), ("", "en")]
)
def test_a_page_names_its_language(page: Page, path: str, language: str) -> None:
    page.goto(path)
    expect(page.locator("html")).to_have_attribute("lang", language)
    for part in (page.get_by_role("article"), page.get_by_role("banner"), page.get_by_role("contentinfo")):
        expected = language if part.get_by_role("heading", level=1).count() else "en"
        assert part.first.evaluate("part => part.closest('[lang]').lang") == expected


def test_chinese_words_on_an_english_page_are_marked(page: Page) -> None:
    page.goto("levels/2/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.get_by_text("為顧客洗髮及按摩頭部").evaluate("words => words.closest('[lang]').lang") == "zh-Hant"


@pytest.mark.parametrize("path", ["nowhere", "units/LOCUSM999Z/", "there/is/no/such/page.html"])
def test_an_unknown_address_is_told_and_leads_home(page: Page, address: str, path: str) -> None:
    response = page.goto(path)
    assert response
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("no page at this address"))
    page.get_by_role("link", name="Start page", exact=True).click()
    expect(page).to_have_url(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
