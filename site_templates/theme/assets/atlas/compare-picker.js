// Two codes to pick, on the page of all comparisons: leads to their comparison, or gives the command that makes one.
import { loadIndex } from "./comparison-index.js"

const MOST_OFFERED = 12

export function startPicker(form) {
  const [older, newer] = [form.elements.old, form.elements.new]
  const outcome = form.querySelector(".picker-outcome")
  const offers = form.querySelector("datalist")
  const index = () => loadIndex(new URL(form.dataset.comparePicker, location.href))

  form.hidden = false
  // Without the index nothing is offered; why, is said when an answer is asked for.
  form.addEventListener("focusin", () => index().catch(() => {}), { once: true })
  for (const field of [older, newer]) {
    field.addEventListener("input", () => {
      index().then(found => offer(offers, found.like(field.value, MOST_OFFERED)), () => {})
    })
  }
  form.querySelector(".picker-swap").addEventListener("click", () => {
    [older.value, newer.value] = [newer.value, older.value]
    if (older.value && newer.value) answer()
  })
  form.addEventListener("submit", async event => {
    event.preventDefault()
    const found = await answer()
    if (found) location.assign(found.href)
  })

  // The address keeps what was picked, so that it can be passed on and found again on the way back.
  async function answer() {
    const picked = new URLSearchParams({ old: older.value.trim(), new: newer.value.trim() })
    if (location.search !== `?${picked}`) history.replaceState(history.state, "", `?${picked}`)
    const found = await index().catch(() => null)
    outcome.replaceChildren(...(found ? outcomeOf(found, older, newer, answer) : withoutIndex(picked)))
    return outcome.querySelector("a.picker-found")
  }

  const state = new URLSearchParams(location.search)
  if (state.get("old") || state.get("new")) {
    older.value = state.get("old") ?? ""
    newer.value = state.get("new") ?? ""
    if (older.value && newer.value) answer()
  }
}

function offer(list, units) {
  list.replaceChildren(...units.map(unit => element("option", { value: unit.name, label: unit.title })))
}

function outcomeOf(index, older, newer, again) {
  const sides = [older, newer].map(field => ({ field, typed: field.value.trim(), ...index.resolve(field.value) }))
  const unknown = sides.filter(side => !side.units.length)
  if (unknown.length) return unknown.flatMap(side => unknownCode(side, again))
  const said = sides.filter(side => side.read).map(({ typed, units }) => paragraph(`“${typed}” is read as ${units[0].name}.`))
  const [old, now] = sides.map(side => side.units[0].name)
  if (old === now) return [...said, paragraph(`Both fields name ${old}. Pick two different units.`)]
  const folder = index.folder(sides[0].units, sides[1].units)
  if (folder === null) return [...said, paragraph(`${old} and ${now} have no page here. This command compares them:`), ...command(old, now)]
  const link = element("a", { className: "picker-found", href: `${folder}/` }, `${old} compared with ${now}`)
  return [...said, element("p", {}, link)]
}

function withoutIndex(picked) {
  const said = paragraph("The list of codes cannot be loaded. This command compares the two:")
  return [said, ...command(picked.get("old"), picked.get("new"))]
}

function unknownCode({ field, typed, guesses }, again) {
  const said = paragraph(`“${typed}” is no code of this collection${guesses.length ? ". Did you mean:" : "."}`)
  const buttons = guesses.map(unit => {
    const button = element("button", { type: "button", className: "picker-guess" }, element("strong", {}, unit.name), ` ${unit.title}`)
    button.addEventListener("click", () => {
      field.value = unit.name
      field.focus()
      again()
    })
    return element("li", {}, button)
  })
  return buttons.length ? [said, element("ul", { className: "picker-guesses" }, ...buttons)] : [said]
}

function command(old, now) {
  const file = `${[old, now].map(name => name.replace(/[^A-Za-z0-9._]/g, "-")).join("--")}.html`
  const line = `uoc compare ${quoted(old)} ${quoted(now)} --format html --output ${file}`
  const code = element("code", {}, line)
  const button = element("button", { type: "button", className: "picker-button picker-copy" }, "Copy the command")
  const copied = element("span", { className: "picker-copied", role: "status" })
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(line)
      copied.textContent = "Copied."
    } catch {
      getSelection().selectAllChildren(code)
      copied.textContent = "Selected: copy it with Ctrl+C."
    }
  })
  return [element("pre", { className: "picker-command" }, code), element("p", {}, button, " ", copied)]
}

const quoted = name => (/^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`)
const paragraph = text => element("p", {}, text)

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
