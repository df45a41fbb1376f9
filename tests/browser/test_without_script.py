"""Every page is complete for a reader whose browser runs no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from generator.catalogue import Catalogue
from generator.model import Unit, nodes
from generator.text.folding import folded_blanks

pytestmark = pytest.mark.browser


def visible_text(page: Page, selector: str = "article") -> str:
    """What can be read of some elements; what is hidden does not count."""
    return folded_blanks(" ".join(page.locator(selector).locator("visible=true").all_inner_texts()))


def texts(unit: Unit) -> list[str]:
    found = [node.text for node in nodes(unit) if node.text]
    assert len(found) >= 4
    return found


def test_a_unit_shows_all_its_texts(page_without_script: Page, catalogue: Catalogue) -> None:
    for unit in catalogue.units:
        page_without_script.goto(f"units/{unit.code.text}/")
        text = visible_text(page_without_script)
        assert [one for one in texts(unit) if one not in text] == []
        assert unit.code.text in visible_text(page_without_script, "h1")


@pytest.mark.parametrize("lineage", ["LOCUSM212", "QXAACC301"])
def test_a_comparison_shows_all_texts_of_both_sides(
    page_without_script: Page, catalogue: Catalogue, lineage: str
) -> None:
    page_without_script.goto(f"compare/{lineage}A--{lineage}B/")
    for unit in catalogue.units:
        if unit.code.text in (f"{lineage}A", f"{lineage}B"):
            column = visible_text(page_without_script, f"td[data-side={unit.code.text}]")
            assert [one for one in texts(unit) if one not in column] == []


def test_only_changes_hides_the_quiet_rows(page_without_script: Page) -> None:
    page = page_without_script
    page.goto("compare/LOCUSM212A--LOCUSM212B/")
    quiet, loud = page.locator("tr.quiet"), page.locator("tr.loud")
    assert quiet.count() > 10
    expect(quiet.locator("visible=true")).to_have_count(quiet.count())
    page.get_by_label("Show only changes").check()
    expect(quiet.locator("visible=true")).to_have_count(0)
    expect(loud.locator("visible=true")).to_have_count(loud.count())
    page.get_by_label("Show only changes").uncheck()
    expect(quiet.locator("visible=true")).to_have_count(quiet.count())


def test_raw_text_opens(page_without_script: Page) -> None:
    page_without_script.goto("units/LOCUSM212B/")
    line = page_without_script.locator("#line-22")
    expect(line).to_be_hidden()
    page_without_script.get_by_text("Show the raw text").click()
    expect(line).to_be_visible()
    expect(line).to_contain_text("Know about the operation of the logistics industry")


def test_a_lineage_lists_its_versions_with_their_status(page_without_script: Page) -> None:
    page_without_script.goto("units/LOCUSM212/")
    rows = [folded_blanks(row) for row in page_without_script.locator(".index-table tbody tr").all_inner_texts()]
    assert len(rows) == 2
    assert all(word in rows[0] for word in ("LOCUSM212B", "Maintain customer relationship", "current"))
    assert all(word in rows[1] for word in ("LOCUSM212A", "Handle customer relations", "superseded"))


def test_a_lineage_tells_the_history_of_each_requirement(page_without_script: Page) -> None:
    page_without_script.goto("units/LOCUSM212/")
    row = page_without_script.get_by_role("row").filter(has_text="Know about the operation of the logistics industry")
    expect(row).to_contain_text("Introduced in B")
    expect(row.get_by_role("link", name="1.1")).to_have_attribute("href", re.compile(r"LOCUSM212B/#e1-r1$"))
    switch = page_without_script.get_by_label("Show only what changed")
    same = page_without_script.get_by_text("Unchanged since A").first
    expect(same).to_be_visible()
    switch.check()
    expect(same).to_be_hidden()
    expect(row).to_be_visible()


def test_levels_and_their_matrix_lead_to_every_unit(page_without_script: Page, catalogue: Catalogue) -> None:
    page = page_without_script
    page.goto("levels/")
    expect(page.get_by_role("link", name=re.compile("Sales, Marketing and Customer Services, level 2"))).to_be_visible()
    for level in (2, 3, 4):
        expect(page.get_by_role("link", name=f"Level {level}", exact=True)).to_be_visible()
    for level in (2, 3, 4):
        page.goto(f"levels/{level}/")
        units = [unit for unit in catalogue.units if unit.level == level]
        assert units
        for unit in units:
            expect(page.locator("article").get_by_role("link", name=unit.code.text, exact=True).first).to_be_visible()


def test_the_menu_of_a_narrow_page_opens(page_without_script: Page) -> None:
    page_without_script.set_viewport_size({"width": 375, "height": 700})
    page_without_script.goto("units/LOCUSM212B/")
    link = page_without_script.get_by_role("link", name="Levels", exact=True)
    expect(link).to_be_hidden()
    page_without_script.locator("header label[for=__drawer]").click()
    expect(link).to_be_in_viewport()
    link.click()
    expect(page_without_script.get_by_role("heading", level=1)).to_have_text(re.compile("^Levels"))


def test_what_needs_a_script_is_not_offered(page_without_script: Page) -> None:
    page_without_script.goto("units/LOCUSM212B/")
    expect(page_without_script.get_by_label("Search units by code")).to_be_hidden()
    expect(page_without_script.get_by_title("Switch to the light palette")).to_be_hidden()
