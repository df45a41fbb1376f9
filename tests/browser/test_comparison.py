"""A comparison page leads to its changes, keeps old and new apart, and can be read on a phone."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from browser.reading import wait_until_in_sight

pytestmark = pytest.mark.browser

REAL = "compare/LOCUSM212A--LOCUSM212B/"
EVERY_KIND = "compare/QXAACC301A--QXAACC301B/"
SWAPPED = "compare/LOCUSM212B--LOCUSM212A/"
KINDS = {"added", "removed", "moved", "reworded", "split", "merged", "spelling", "same"}
CHANGED = "tr.change-row.loud:not(.change-pointer)"


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
    assert counted == KINDS


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


@pytest.mark.parametrize(("media", "width"), [("print", 1280), ("screen", 375), ("screen", 320)])
def test_only_changes_are_shown_on_paper_and_on_a_phone_too(page_without_script: Page, media: str, width: int) -> None:
    page = page_without_script
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(REAL)
    shown = page.locator("tr.change-row").locator("visible=true")
    every, loud = page.locator("tr.change-row").count(), page.locator("tr.loud").count()
    assert every > 2 * loud
    for checked, rows in ((True, loud), (False, every)):
        page.emulate_media(media="screen")
        page.get_by_label("Show only changes").set_checked(checked)
        page.emulate_media(media=media)
        expect(shown).to_have_count(rows)


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
    ):
        row = page.locator("tr.change-reworded", has_text=changed)
        expect(row.locator(".check-meaning")).to_contain_text(kind)
    expect(page.locator(".comparison-head")).to_contain_text(re.compile(r"Credit \d+ became \d+"))


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


def anchors_of_changes(page: Page) -> list[str]:
    return [str(row.get_attribute("id")) for row in page.locator(CHANGED).all()]


def test_every_change_leads_to_the_next_and_the_previous_one(page_without_script: Page) -> None:
    page = page_without_script
    page.goto(EVERY_KIND)
    anchors = anchors_of_changes(page)
    assert len(anchors) > 10
    for here, following in pairwise(anchors):
        page.locator(f"[id='{here}']").get_by_role("link", name="Next change").click()
        wait_until_in_sight(page, following)
    expect(page.locator(f"[id='{anchors[-1]}']").get_by_role("link", name="Next change")).to_have_count(0)
    expect(page.locator(f"[id='{anchors[0]}']").get_by_role("link", name="Previous change")).to_have_count(0)
    page.locator(f"[id='{anchors[-1]}']").get_by_role("link", name="Previous change").click()
    wait_until_in_sight(page, anchors[-2])


@pytest.mark.parametrize("only_changes", [False, True], ids=["all rows", "only changes"])
def test_keys_go_from_change_to_change_and_take_the_focus_along(page: Page, only_changes: bool) -> None:
    page.goto(EVERY_KIND)
    page.get_by_label("Show only changes").set_checked(only_changes)
    expect(page.get_by_label("Keys N and P")).to_be_checked()
    anchors = anchors_of_changes(page)
    for anchor in anchors:
        page.keyboard.press("n")
        wait_until_in_sight(page, anchor)
        expect(page.locator(f"[id='{anchor}'] th")).to_be_focused()
    page.keyboard.press("n")
    for anchor in reversed(anchors[:-1]):
        page.keyboard.press("p")
        wait_until_in_sight(page, anchor)


def test_keys_start_from_where_the_reader_has_scrolled(page: Page) -> None:
    page.goto(REAL)
    expect(page.get_by_label("Keys N and P")).to_be_visible()
    page.locator("#table-e1").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('table-e1').scrollIntoView()")
    page.keyboard.press("n")
    wait_until_in_sight(page, "to-e1")
    page.evaluate("scrollTo(0, document.scrollingElement.scrollHeight)")
    page.keyboard.press("p")
    wait_until_in_sight(page, "to-e2")


def test_keys_can_be_switched_off_and_stay_off(page: Page) -> None:
    page.goto(REAL)
    page.get_by_label("Keys N and P").uncheck()
    page.keyboard.press("n")
    assert "#" not in page.url
    page.goto(EVERY_KIND)
    expect(page.get_by_label("Keys N and P")).not_to_be_checked()
    page.keyboard.press("n")
    assert "#" not in page.url
    page.get_by_label("Keys N and P").check()
    page.keyboard.press("n")
    wait_until_in_sight(page, anchors_of_changes(page)[0])


def test_keys_are_letters_where_somebody_types(page: Page) -> None:
    page.goto(REAL)
    expect(page.get_by_label("Keys N and P")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("npn")
    expect(page.locator("[data-md-component=search-query]")).to_have_value("npn")
    assert "#" not in page.url


def test_the_switch_for_keys_is_not_offered_without_a_script(page_without_script: Page) -> None:
    page_without_script.goto(REAL)
    expect(page_without_script.get_by_label("Show only changes")).to_be_visible()
    expect(page_without_script.get_by_label("Keys N and P")).to_have_count(0)


def test_keys_work_on_a_comparison_that_was_reached_by_a_link(page: Page) -> None:
    page.goto(REAL)
    page.get_by_role("link", name="Swap").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("LOCUSM212B compared with LOCUSM212A")
    expect(page.get_by_label("Keys N and P")).to_be_visible()
    page.keyboard.press("n")
    wait_until_in_sight(page, anchors_of_changes(page)[0])


def test_swap_leads_to_the_other_direction_and_back(page_without_script: Page) -> None:
    page = page_without_script
    page.goto(REAL)
    page.get_by_role("link", name="Swap").click()
    page.wait_for_url(f"**/{SWAPPED}")
    row = page.locator("tr.change-removed")
    expect(row.locator("td").first).to_contain_text("Know about the operation of the logistics industry")
    page.get_by_role("link", name="Swap").click()
    page.wait_for_url(f"**/{REAL}")
    expect(page.locator("tr.change-added td").last).to_contain_text("Know about the operation")


def test_the_first_glance_of_the_real_pair(page: Page) -> None:
    page.goto(REAL)
    head = page.locator(".comparison-head")
    for words in (
        "Level 2, credit 6 and range unchanged.",
        "1 added, 1 moved and reworded, 1 spelling variant",
        "The action verb changed in 1 requirement: Master became Understand.",
        "Title and heading of element 1 reworded.",
        "The heading of element 2 is not found in the source of LOCUSM212A.",
    ):
        expect(head.get_by_text(words)).to_be_in_viewport()


def test_the_list_of_changes_leads_to_each(page_without_script: Page) -> None:
    page = page_without_script
    page.goto(EVERY_KIND)
    entries = page.locator(".change-list a")
    anchors = anchors_of_changes(page)
    assert [entry.get_attribute("href") for entry in entries.all()] == [f"#{anchor}" for anchor in anchors]
    if not entries.first.is_visible():
        page.locator(".change-list summary").click()
    entries.last.click()
    wait_until_in_sight(page, anchors[-1])


def test_why_two_texts_were_taken_for_the_same_is_said_on_demand(page: Page) -> None:
    page.goto(REAL)
    reason = page.locator("#to-e1-r9").locator("details.change-reason")
    expect(reason.get_by_text("alike")).to_be_hidden()
    reason.get_by_text("Why these two?").click()
    expect(reason.get_by_text("alike")).to_be_visible()
