"""What a reader does on any page of the site, and sees."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

IN_SIGHT = """anchor => {
  const target = document.getElementById(anchor)
  if (!target || !target.matches(":target")) return false
  const box = target.getBoundingClientRect()
  return target.contains(document.elementFromPoint(box.left + 40, box.top + 12))
}"""


def search(page: Page, query: str) -> Locator:
    """Type a query as a person does, key by key; return the results, each a link to a page."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    return page.get_by_role("dialog", name="Search").locator("li > a")


def wait_until_in_sight(page: Page, anchor: str) -> None:
    """Wait until the address points at an element whose upper left corner stands in the window, under nothing."""
    page.wait_for_function(IN_SIGHT, arg=anchor)
