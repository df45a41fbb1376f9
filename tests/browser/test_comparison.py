"""A comparison page leads to its changes, keeps old and new apart, and can be read on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.reading import wait_until_in_sight

pytestmark = pytest.mark.browser

REAL = "compare/LOCUSM212A--LOCUSM212B/"
EVERY_KIND = "compare/QXAACC301A--QXAACC301B/"
KINDS = {"added", "removed", "moved", "moved and reworded", "reworded", "split", "merged", "typography", "same"}


def kind_of(count: str) -> str:
    """Return the words of a count: "split" of "1→n 1 split"."""
    match = re.search(r"\d+ ([a-z ]+)$", count.strip())
    assert match, count
    return match.group(1)


@pytest.mark.parametrize("only_changes", [False, True], ids=["all rows", "only changes"])
@pytest.mark.parametrize("path", [REAL, EVERY_KIND])
def test_a_count_leads_to_the_first_row_of_its_kind(page: Page, path: str, only_changes: bool) -> None:
    page.goto(path)
    page.get_by_label("Show only changes").set_checked(only_changes)
    counts = page.locator(".change-counts a")
    assert counts.count() >= 4
    for count in counts.all():
        kind = kind_of(count.inner_text())
        anchor = str(count.get_attribute("href")).partition("#")[2]
        count.click()
        wait_until_in_sight(page, anchor)
        expect(page.locator(f"[id='{anchor}'] .change")).to_contain_text(kind, ignore_case=True)
        expect(page.get_by_label("Show only changes")).to_be_checked(checked=only_changes)


def test_every_kind_of_change_is_counted_in_words(page: Page) -> None:
    page.goto(EVERY_KIND)
    counted = {kind_of(text) for text in page.locator(".change-counts a").all_inner_texts()}
    assert counted == KINDS - {"moved and reworded"}


def test_only_changes_can_be_switched_by_keyboard(page: Page) -> None:
    page.goto(REAL)
    quiet = page.locator("tr.quiet")
    before = quiet.count()
    page.get_by_label("Show only changes").focus()
    page.keyboard.press("Space")
    expect(quiet.locator("visible=true")).to_have_count(0)
    expect(page.locator("tr.loud").locator("visible=true")).to_have_count(page.locator("tr.loud").count())
    page.keyboard.press("Space")
    expect(quiet.locator("visible=true")).to_have_count(before)


def test_where_a_requirement_was_stands_a_pointer_to_where_it_is(page: Page) -> None:
    page.goto(REAL)
    pointer = page.locator("tr", has_text="Moved away")
    expect(pointer).to_have_count(1)
    expect(pointer).to_contain_text("Master current market situation")
    pointer.get_by_role("link").first.click()
    wait_until_in_sight(page, "to-e1-r9")
    row = page.locator("#to-e1-r9")
    expect(row).to_contain_text("Moved and reworded")
    expect(row).to_contain_text("Understand market situation")


@pytest.mark.parametrize("path", [REAL, EVERY_KIND])
def test_removed_words_stand_only_on_the_old_side_and_added_ones_only_on_the_new(page: Page, path: str) -> None:
    page.goto(path)
    old, new = re.findall(r"[A-Z]+\d+[AB]", path)
    for tag, own, other in (("del", old, new), ("ins", new, old)):
        assert page.locator(f"td[data-side={own}] {tag}").count() > 2
        assert page.locator(f"td[data-side={other}] {tag}").count() == 0
        assert page.locator(f"article {tag}").count() == page.locator(f"td[data-side={own}] {tag}").count()


def test_what_may_change_the_meaning_is_said(page: Page) -> None:
    page.goto(EVERY_KIND)
    for changed, kind in (
        ("doors", "order"),
        ("parcels of every delivery", "number"),
        ("For Reference Only", "credit"),
    ):
        row = page.locator("tr.change-reworded", has_text=changed)
        expect(row.locator(".check-meaning")).to_contain_text(kind)


@pytest.mark.parametrize("width", [375, 320])
def test_on_a_phone_the_sides_stand_below_one_another_each_with_its_code(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(REAL)
    row = page.locator("#to-e1-r9")
    sign, old, new = (row.locator(part) for part in ("th", "td[data-side=LOCUSM212A]", "td[data-side=LOCUSM212B]"))
    above, middle, below = (cell.bounding_box() for cell in (sign, old, new))
    assert above
    assert middle
    assert below
    assert above["y"] + above["height"] <= middle["y"]
    assert middle["y"] + middle["height"] <= below["y"]
    assert all(box["x"] + box["width"] <= width for box in (above, middle, below))
    for cell, code in ((old, "LOCUSM212A"), (new, "LOCUSM212B")):
        mark = cell.evaluate(
            "cell => [getComputedStyle(cell, '::before').content, getComputedStyle(cell, '::before').display]"
        )
        assert mark == [f'"{code}"', "block"]
