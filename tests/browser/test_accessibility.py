"""A page of each kind, in both palettes, at three widths: axe finds nothing, and nothing scrolls sideways."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from browser.reading import search

pytestmark = pytest.mark.browser

KINDS = {
    "start": "",
    "units": "units/",
    "current unit": "units/LOCUSM212B/",
    "superseded unit": "units/LOCUSM212A/",
    "unit with restored bullets": "units/LOCUSM309B/",
    "unit of another layout": "units/105250L4/",
    "Chinese unit": "units/990701L2/",
    "corrected unit with local ranges": "units/994521/",
    "unit of a PDF": "units/990731L3/",
    "hostile unit": "units/QXAABB201A/",
    "lineage": "units/LOCUSM212/",
    "comparison": "compare/LOCUSM212A--LOCUSM212B/",
    "comparison with every kind of change": "compare/QXAACC301A--QXAACC301B/",
    "swapped comparison": "compare/LOCUSM212B--LOCUSM212A/",
    "comparison of nearest units": "compare/LOCUSM402B--105250L4/",
    "comparisons": "compare/",
    "levels": "levels/",
    "level": "levels/3/",
    "areas": "areas/",
    "area": "areas/logistics/sales-marketing-and-customer-services/",
    "industries": "industries/",
    "industry": "industries/logistics/",
    "quality": "quality/",
    "reference": "reference/diagnostics/",
    "labels": "reference/labels/",
    "codes": "reference/codes/",
    "hand-written page": "reading-a-comparison/",
    "hand-written page with examples": "reference/reading/",
    "error page": "there/is/no/such/page/",
}
WIDTHS = (1280, 375, 320)
PALETTES = {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 24, 28)"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    passed, violated = page.evaluate(
        """async rules => {
          const { passes, violations } = await axe.run({ runOnly: rules })
          return [passes.length, violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html}`))]
        }""",
        RULES,
    )
    assert passed > 20, "axe found next to nothing to judge"
    return violated


def check(page: Page) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for palette, paper in PALETTES.items():
            page.emulate_media(color_scheme=palette)
            expect(page.locator("body")).to_have_css("background-color", paper)
            assert violations(page) == [], f"{palette} at {width} px"
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), f"scrolls sideways at {width} px"


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_of_each_kind(page: Page, path: str) -> None:
    page.goto(path)
    check(page)


def test_raw_text_that_is_open_and_a_requirement_that_is_pointed_at(page: Page) -> None:
    page.goto("units/LOCUSM212A/#e1-r5")
    page.get_by_text("Show the raw text").click()
    check(page)


def test_a_comparison_that_shows_only_changes_and_a_row_that_is_pointed_at(page: Page) -> None:
    page.goto("compare/LOCUSM212A--LOCUSM212B/#to-e1-r9")
    page.get_by_label("Show only changes").check()
    check(page)


def test_a_comparison_with_reasons_and_changes_that_are_open(page: Page) -> None:
    page.goto("compare/QXAACC301A--QXAACC301B/")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    check(page)


@pytest.mark.parametrize("picked", ["old=LOCUSM212A&new=LOCUSM309B", "old=212a&new=212b", "old=LOCUSM213A&new=x"])
def test_two_codes_that_are_picked(page: Page, picked: str) -> None:
    page.goto(f"compare/?{picked}")
    expect(page.locator(".picker-outcome > *").first).to_be_visible()
    check(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("palette", PALETTES)
def test_results_of_a_search(page: Page, width: int, palette: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=palette)
    page.goto("levels/")
    expect(search(page, "LOCUSM212").first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("palette", PALETTES)
def test_the_menu_of_a_narrow_page(page: Page, palette: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.emulate_media(color_scheme=palette)
    page.goto("units/LOCUSM212B/")
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="Levels", exact=True)).to_be_in_viewport()
    assert violations(page) == []


def test_the_dark_palette_can_be_chosen_and_stays_chosen(page: Page) -> None:
    page.goto("units/LOCUSM212B/")
    page.get_by_title("Switch to the light palette").click()
    expect(page.locator("body")).to_have_css("background-color", PALETTES["light"])
    page.get_by_title("Switch to the dark palette").click()
    expect(page.locator("body")).to_have_css("background-color", PALETTES["dark"])
    assert violations(page) == []
    page.goto("compare/LOCUSM212A--LOCUSM212B/")
    expect(page.locator("body")).to_have_css("background-color", PALETTES["dark"])
