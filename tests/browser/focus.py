"""What shows a reader which element has the keyboard's focus: a line that stands out from what lies under it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLate

CONTRAST = """() => {
  // Material keeps the buttons of a palette without a box; the label beside them is what is seen.
  let marked = document.activeElement
  if (marked.name === "__palette") marked = marked.nextElementSibling
  const box = marked.getBoundingClientRect(), style = getComputedStyle(marked)
  if (style.outlineStyle === "none" || style.opacity < 1 || !box.width || !box.height) return 0
  if (box.right < 1 || box.bottom < 1 || box.left > innerWidth - 1 || box.top > innerHeight - 1) return 0
  let ground = marked.parentElement
  while (getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)" && ground.parentElement) {
    ground = ground.parentElement
  }
  // The formulas of WCAG 2.2, relative luminance and contrast ratio.
  const luminance = colour => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const colours = [style.outlineColor, getComputedStyle(ground).backgroundColor]
  const [low, high] = colours.map(luminance).sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}"""
ENOUGH = 3  # WCAG 2.2, 1.4.11: for what shows the state of a control


def wait_until_focus_is_visible(page: Page) -> None:
    """Wait until the focused element stands in the window with a line round it; fail with the element otherwise."""
    try:
        page.wait_for_function(f"({CONTRAST})() >= {ENOUGH}", timeout=5_000)
    except TooLate:
        focused = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        pytest.fail(f"the focus has a contrast of {page.evaluate(CONTRAST)} to what lies under it: {focused}")
