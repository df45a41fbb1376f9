"""A unit page: every requirement can be pointed at, and every way leads on and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.reading import wait_until_in_sight

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("anchor", ["e1-r1", "e2-r5", "c1"])
def test_an_address_of_a_requirement_shows_it(page: Page, anchor: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(f"units/LOCUSM212B/#{anchor}")
    wait_until_in_sight(page, anchor)


def test_a_requirement_tells_its_address(page: Page) -> None:
    page.goto("units/LOCUSM212B/")
    requirement = page.locator("#e2-r5")
    requirement.hover()
    requirement.get_by_role("link", name="Link to").click()
    expect(page).to_have_url(re.compile(r"/units/LOCUSM212B/#e2-r5$"))
    wait_until_in_sight(page, "e2-r5")


def test_the_line_of_a_requirement_opens_the_raw_text_there(page: Page) -> None:
    page.goto("units/LOCUSM212B/")
    expect(page.locator("#line-22")).to_be_hidden()
    page.locator("#e1-r1").get_by_role("link", name="line 22", exact=True).click()
    wait_until_in_sight(page, "line-22")
    expect(page.locator("#line-22")).to_contain_text("Know about the operation of the logistics industry")


def test_a_place_in_a_pdf_opens_its_text_there(page: Page) -> None:
    page.goto("units/990731L3/")
    place = page.locator(".requirement-place").last.get_by_role("link", name=re.compile(r"^page 2, line \d+$"))
    number = str(place.get_attribute("href")).rpartition("-")[2]
    place.click()
    wait_until_in_sight(page, f"line-{number}")


def test_a_corrected_requirement_leads_to_what_was_there_and_back(page: Page) -> None:
    page.goto("units/994521/")
    page.locator("#e1-r3").get_by_role("link", name="corrected by hand").click()
    expect(page).to_have_url(re.compile(r"/units/994521/#correction-2$"))
    wait_until_in_sight(page, "correction-2")
    page.locator("#correction-2").get_by_role("link", name="Requirement 2 of element 1").click()
    wait_until_in_sight(page, "e1-r2")


def test_a_finding_leads_to_the_line_in_the_raw_text_of_its_unit(page: Page) -> None:
    page.goto("quality/")
    finding = page.locator("tr", has_text="missing-heading").get_by_role("link", name="12", exact=True)
    finding.click()
    expect(page).to_have_url(re.compile(r"/units/LOCUSM212A/#line-12$"))
    wait_until_in_sight(page, "line-12")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Quality"))
    page.go_forward()
    wait_until_in_sight(page, "line-12")


def test_a_superseded_unit_says_so_at_the_top_and_leads_to_the_comparison(page: Page) -> None:
    page.goto("units/LOCUSM212A/")
    banner = page.get_by_text("Superseded by LOCUSM212B")
    expect(banner).to_be_in_viewport()
    banner.get_by_role("link", name=re.compile("what changed")).click()
    expect(page).to_have_url(re.compile(r"/compare/LOCUSM212A--LOCUSM212B/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^LOCUSM212A compared with LOCUSM212B"))


def test_a_report_names_unit_file_and_line(page: Page) -> None:
    page.goto("units/LOCUSM212B/")
    report = page.locator("#e1-r1").get_by_role("link", name=re.compile("Report line 22"))
    href = str(report.get_attribute("href"))
    assert all(word in href for word in ("LOCUSM212B", "LOCUSM212B.txt", "line%2022"))


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("units/LOCUSM212A/", ["units/", "units/LOCUSM212/"]),
        ("compare/LOCUSM212A--LOCUSM212B/", ["compare/", "units/LOCUSM212/"]),
        ("levels/3/", ["levels/"]),
        ("areas/logistics/sales-marketing-and-customer-services/", ["areas/", "industries/logistics/"]),
        ("industries/logistics/", ["industries/"]),
    ],
)
def test_breadcrumbs_lead_up(page: Page, address: str, path: str, steps: list[str]) -> None:
    page.goto(path)
    links = page.get_by_role("navigation", name="Breadcrumbs").get_by_role("link")
    assert [link.evaluate("link => link.href") for link in links.all()] == [address + step for step in steps]
    links.last.click()
    expect(page).to_have_url(address + steps[-1])


def test_pages_follow_one_another_without_loading_anew(page: Page) -> None:
    page.goto("units/LOCUSM212A/")
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name=re.compile("what changed")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^LOCUSM212A compared with LOCUSM212B"))
    expect(page.get_by_role("status")).to_have_text(re.compile("^LOCUSM212A compared with LOCUSM212B"))
    page.get_by_label("Show only changes").check()
    expect(page.locator("tr.quiet").locator("visible=true")).to_have_count(0)
    page.get_by_role("link", name="Levels", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Levels"))
    page.locator("article").get_by_role("link", name="Level 2", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Level 2"))
    page.locator("article").get_by_role("link", name="990701L2").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Level 2"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.evaluate("window.sameDocument") is True
