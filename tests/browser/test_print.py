"""On paper stands the text alone, and a change can be told without colour."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

COLOURS = """elements => elements.flatMap(element => {
  const style = getComputedStyle(element)
  return [style.color, style.backgroundColor, style.borderTopColor]
})"""


@pytest.fixture(params=["light", "dark"])
def paper(page: Page, request: pytest.FixtureRequest) -> Page:
    """A page that is being printed, with either palette on the screen."""
    page.emulate_media(media="print", color_scheme=request.param)
    return page


def is_grey(colour: str) -> bool:
    red, green, blue, *alpha = colour[colour.index("(") + 1 : -1].split(", ")
    return red == green == blue or alpha == ["0"]


def test_a_unit_is_printed_without_the_frame(paper: Page) -> None:
    paper.goto("units/LOCUSM212B/")
    for control in (
        *(paper.get_by_role("banner"), paper.get_by_role("contentinfo"), paper.get_by_label("Search units by code")),
        *(paper.get_by_role("link", name="Levels", exact=True), paper.get_by_role("link", name="Skip to content")),
        *(paper.get_by_text("Show the raw text"), paper.get_by_role("link", name="Link to").first),
        *(paper.get_by_title("Switch to the light palette"), paper.get_by_text("Table of contents").first),
    ):
        expect(control).to_be_hidden()
    expect(paper.get_by_role("heading", level=1)).to_be_visible()
    requirements = paper.locator(".requirement-text")
    assert requirements.count() > 18
    expect(requirements.locator("visible=true")).to_have_count(requirements.count())
    expect(paper.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(requirements.first).to_have_css("color", "rgb(0, 0, 0)")


def test_a_change_is_told_by_sign_and_word(paper: Page) -> None:
    paper.goto("compare/QXAACC301A--QXAACC301B/")
    expect(paper.get_by_label("Show only changes")).to_be_hidden()
    rows = paper.locator("tr.change-row")
    assert rows.count() > 15
    for row in rows.all():
        sign = row.locator(".change-sign").inner_text().strip()
        words = row.locator(".change").inner_text().removeprefix(sign).strip()
        assert sign
        assert words
    for changed, line in (("del", "line-through"), ("ins", "underline")):
        expect(paper.locator(f"tr.loud {changed}").first).to_be_visible()
        decorations = paper.locator(changed).evaluate_all(
            "all => all.map(one => getComputedStyle(one).textDecorationLine)"
        )
        assert set(decorations) == {line}
    colours = paper.locator("article .change, article .change-sign, tr.change-row > *, del, ins").evaluate_all(COLOURS)
    assert [colour for colour in colours if not is_grey(colour)] == []
