"""Two codes are picked on the page of all comparisons: it leads to their comparison, or gives the command."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

UNPUBLISHED = ("LOCUSM212A", "LOCUSM309B")
COMMAND = "uoc compare LOCUSM212A LOCUSM309B --format html --output LOCUSM212A--LOCUSM309B.html"


def pick(page: Page, old: str, new: str) -> None:
    """Pick two codes as a person does who never touches the mouse."""
    page.goto("compare/")
    expect(page.get_by_label("Old unit")).to_be_visible()
    page.get_by_label("Old unit").focus()
    page.keyboard.type(old)
    page.keyboard.press("Tab")
    page.keyboard.type(new)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("LOCUSM212A", "LOCUSM212B", "compare/LOCUSM212A--LOCUSM212B/"),
        ("LOCUSM212B", "LOCUSM212A", "compare/LOCUSM212B--LOCUSM212A/"),
        ("locusm 212a", "ＬＯＣＵＳＭ-212Ｂ", "compare/LOCUSM212A--LOCUSM212B/"),
        ("212b", "212a", "compare/LOCUSM212B--LOCUSM212A/"),
        ("LOCUSM402B", "105250l4", "compare/LOCUSM402B--105250L4/"),
    ],
)
def test_two_codes_lead_to_their_comparison(page: Page, old: str, new: str, path: str) -> None:
    pick(page, old, new)
    page.wait_for_url(f"**/{path}")
    page.go_back()
    expect(page.get_by_label("Old unit")).to_have_value(old)
    expect(page.get_by_role("status").get_by_role("link")).to_have_attribute("href", path.removeprefix("compare/"))


def test_two_codes_without_a_comparison_give_the_command_to_copy(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    pick(page, *UNPUBLISHED)
    expect(page.locator(".picker-outcome code")).to_have_text(COMMAND)
    page.get_by_role("button", name="Copy the command").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == COMMAND


def test_where_nothing_can_be_copied_the_command_is_selected(page: Page) -> None:
    page.add_init_script("delete Navigator.prototype.clipboard")
    pick(page, *UNPUBLISHED)
    page.get_by_role("button", name="Copy the command").click()
    expect(page.get_by_text("Selected: copy it")).to_be_visible()
    assert page.evaluate("getSelection().toString()").strip() == COMMAND


def test_a_mistyped_code_is_answered_with_those_like_it(page: Page) -> None:
    pick(page, "LOCUSM213A", "LOCUSM212B")
    outcome = page.locator(".picker-outcome")
    expect(outcome).to_contain_text("“LOCUSM213A” is no code of this collection.")
    outcome.get_by_role("button", name="LOCUSM212A").click()
    expect(page.get_by_label("Old unit")).to_have_value("LOCUSM212A")
    expect(outcome.get_by_role("link", name="LOCUSM212A compared with LOCUSM212B")).to_be_visible()


def test_a_base_code_with_several_versions_asks_which(page: Page) -> None:
    pick(page, "LOCUSM212", "LOCUSM309B")
    expect(page.locator(".picker-guess")).to_have_text(
        [
            r"LOCUSM212A Handle customer relations and requests",
            r"LOCUSM212B Maintain customer relationship and handle complaints",
        ]
    )


def test_one_unit_twice_is_no_comparison(page: Page) -> None:
    pick(page, "LOCUSM212A", "locusm212a")
    expect(page.locator(".picker-outcome")).to_contain_text("Both fields name LOCUSM212A")


def test_codes_and_titles_are_offered_while_typing(page: Page) -> None:
    page.goto("compare/")
    expect(page.get_by_label("Old unit")).to_be_visible()
    page.get_by_label("Old unit").focus()
    page.keyboard.type("handle complaints")
    option = page.locator("#picker-codes option")
    expect(option).to_have_count(1)
    expect(option).to_have_attribute("value", "LOCUSM212B")


def test_what_was_picked_stands_in_the_address(page: Page) -> None:
    page.goto("compare/?old=LOCUSM212A&new=LOCUSM309B")
    expect(page.get_by_label("Old unit")).to_have_value("LOCUSM212A")
    expect(page.get_by_label("New unit")).to_have_value("LOCUSM309B")
    expect(page.locator(".picker-outcome code")).to_have_text(COMMAND)
    page.get_by_role("button", name="Swap").click()
    expect(page.get_by_label("Old unit")).to_have_value("LOCUSM309B")
    page.wait_for_url("**/compare/?old=LOCUSM309B&new=LOCUSM212A")


def test_markup_in_the_address_or_a_field_stays_text(page: Page) -> None:
    page.goto("compare/?old=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&new=QXAABB201A")
    expect(page.locator(".picker-outcome")).to_contain_text("“<img src=x onerror=alert(1)>” is no code")
    assert page.locator(".picker-outcome img").count() == 0


def test_the_codes_are_loaded_only_when_somebody_picks(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("compare/")
    expect(page.get_by_label("Old unit")).to_be_visible()
    assert not [url for url in asked if url.endswith("comparison-index.json")]
    with page.expect_request("**/data/comparison-index.json"):
        page.get_by_label("Old unit").focus()


def test_codes_that_cannot_be_loaded_leave_the_command(page: Page) -> None:
    page.route("**/comparison-index.json", lambda route: route.fulfill(status=200, body="no JSON"))
    pick(page, *UNPUBLISHED)
    expect(page.locator(".picker-outcome")).to_contain_text("cannot be loaded")
    expect(page.locator(".picker-outcome code")).to_have_text(COMMAND)


def test_without_a_script_all_comparisons_are_listed_and_the_command_is_there(page_without_script: Page) -> None:
    page = page_without_script
    page.goto("compare/")
    expect(page.get_by_label("Old unit")).to_be_hidden()
    expect(page.get_by_text("uoc compare OLD NEW --format html")).to_be_visible()
    page.get_by_role("link", name="LOCUSM212A to LOCUSM212B").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("LOCUSM212A compared with LOCUSM212B")
