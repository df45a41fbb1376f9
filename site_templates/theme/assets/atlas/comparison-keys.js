// On a comparison, N goes to the next change and P to the previous one. Keys can be switched off on the page
// (WCAG 2.2, 2.1.4); the links in the rows do the same without a script.

const REMEMBERED = "atlas.change-keys"
const TYPING = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]"
let current = null // the rows of the page that is shown, and the switch

export function startKeys() {
  document.querySelector(".change-keys")?.remove()
  const place = document.querySelector(".only-changes-switch")
  const rows = [...document.querySelectorAll(".change-row.loud:not(.change-pointer)")]
  current = place && rows.length ? { rows, box: switchFor(place) } : null
}

function switchFor(place) {
  const box = Object.assign(document.createElement("input"), { type: "checkbox", id: "change-keys" })
  const label = Object.assign(document.createElement("label"), { htmlFor: box.id })
  label.append("Keys ", key("N"), " and ", key("P"), " go to the next and previous change")
  box.checked = remembered() !== "off"
  box.addEventListener("change", () => remember(box.checked ? "on" : "off"))
  const line = Object.assign(document.createElement("p"), { className: "change-keys" })
  line.append(box, " ", label)
  place.after(line)
  return box
}

const key = name => Object.assign(document.createElement("kbd"), { textContent: name })

// A browser may refuse to keep anything.
function remembered() {
  try { return localStorage.getItem(REMEMBERED) } catch { return null }
}

function remember(state) {
  try { localStorage.setItem(REMEMBERED, state) } catch { /* the switch holds for this page */ }
}

addEventListener("keydown", event => {
  const step = { n: 1, p: -1 }[event.key.toLowerCase()]
  if (!step || !current?.box.isConnected || !current.box.checked) return
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest?.(TYPING)) return
  const row = neighbour(current.rows, step)
  if (row) show(row)
})

// From the row that is pointed at while it can be seen, else from where the window stands.
function neighbour(rows, step) {
  const here = rows.findIndex(row => row.matches(":target") && inWindow(row))
  if (here >= 0) return rows[here + step]
  const below = rows.findIndex(row => row.getBoundingClientRect().top >= lead(row))
  const after = below < 0 ? rows.length : below
  return rows[step > 0 ? after : after - 1]
}

function inWindow(row) {
  const { top, bottom } = row.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

const lead = row => parseFloat(getComputedStyle(row).scrollMarginTop) - 1

function show(row) {
  location.replace(`#${row.id}`)
  const heading = row.querySelector("th")
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
