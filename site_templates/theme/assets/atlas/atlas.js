// Small repairs that need a script. Every page is complete without them.

// The menu and the search open by labels, which a keyboard does not reach: put buttons in their place.
for (const label of document.querySelectorAll("label[data-atlas-button]")) {
  const toggle = document.getElementById(label.htmlFor)
  const button = document.createElement("button")
  button.type = "button"
  button.className = `${label.className} atlas-button`
  button.dataset.toggles = label.htmlFor
  button.setAttribute("aria-label", label.dataset.atlasButton)
  button.setAttribute("aria-expanded", toggle.checked)
  button.append(...label.childNodes)
  button.addEventListener("click", () => toggle.click())
  toggle.addEventListener("change", () => button.setAttribute("aria-expanded", toggle.checked))
  label.replaceWith(button)
}

// The menu closes by key as the search does.
addEventListener("keydown", event => {
  const drawer = document.getElementById("__drawer")
  if (event.key !== "Escape" || !drawer.checked) return
  drawer.click()
  document.querySelector("[data-toggles=__drawer]").focus()
})

// Material's search listens to keys alone: a query that is pasted, dictated or dropped comes without one.
const query = document.querySelector("[data-md-component=search-query]")
query?.addEventListener("input", () => query.dispatchEvent(new KeyboardEvent("keyup")))

// Instant navigation replaces the page, but not <html lang>, and says nothing to those who do not see it.
const announcement = document.createElement("div")
announcement.className = "visually-hidden"
announcement.setAttribute("role", "status")
document.body.append(announcement)
let loaded = 0
document$.subscribe(() => {
  startPage()
  const page = document.querySelector("[data-page-language]")
  if (page) document.documentElement.lang = page.dataset.pageLanguage
  if (loaded++) announcement.textContent = document.title
})

// What only some pages have is loaded only there.
async function startPage() {
  const picker = document.querySelector("[data-compare-picker]")
  if (picker) (await import("./compare-picker.js")).startPicker(picker)
  if (document.querySelector(".comparison-table")) (await import("./comparison-keys.js")).startKeys()
}
