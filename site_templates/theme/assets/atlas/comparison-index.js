// The codes and titles of all units, and which two of them have a comparison; fetched when first asked for.

const NEAR = 2 // letters that may be wrong in a mistyped code
const indexes = new Map()

export function loadIndex(address) {
  const known = indexes.get(address.href)
  if (known) return known
  const index = fetchIndex(address)
  indexes.set(address.href, index)
  index.catch(() => indexes.delete(address.href)) // asked for again, it is fetched again
  return index
}

async function fetchIndex(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} for ${address}`)
  return new ComparisonIndex(await response.json())
}

// "locusm 212a", "LOCUSM-212A" and full-width letters are spellings of one code.
const folded = text => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
const words = text => text.normalize("NFKC").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean)

class ComparisonIndex {
  constructor({ units, pairs }) {
    this.units = units.map(([name, title, language = "en", ...others], place) => ({
      name, title, language, place, keys: [name, ...others].map(folded), text: title.normalize("NFKC").toLowerCase(),
    }))
    this.folders = new Map(pairs.map(([old, now, folder]) => [`${old} ${now}`, folder ?? this.usual(old, now)]))
    for (const [old, now] of pairs) {
      const swapped = `${now} ${old}`
      if (!this.folders.has(swapped)) this.folders.set(swapped, this.usual(now, old))
    }
  }

  usual(old, now) {
    return `${this.units[old].name}--${this.units[now].name}`
  }

  // The folder of the comparison of two codes in a language that both have; null where there is no page.
  folder(olds, news) {
    const keys = olds.flatMap(old => news.map(now => `${old.place} ${now.place}`))
    return this.folders.get(keys.find(key => this.folders.has(key))) ?? null
  }

  // The unit a text names, in all its languages: a code in any spelling, or the one code that begins or ends so.
  resolve(text) {
    const key = folded(text)
    const exact = this.units.filter(unit => unit.keys.includes(key))
    if (!key || exact.length) return { units: key ? exact : [], read: false, guesses: [] }
    const within = key.length < 3 ? [] : this.units.filter(unit => unit.keys.some(one => one.startsWith(key) || one.endsWith(key)))
    if (new Set(within.map(unit => unit.name)).size === 1) return { units: within, read: true, guesses: [] }
    return { units: [], read: false, guesses: distinct(within.length ? within : this.near(key, text)).slice(0, 6) }
  }

  near(key, text) {
    const distances = this.units.map(unit => [Math.min(...unit.keys.map(one => distance(one, key))), unit])
    const near = distances.filter(([far]) => far <= NEAR).sort(([one], [other]) => one - other).map(([, unit]) => unit)
    return near.length ? near : this.like(text, 6)
  }

  // Units whose code contains what is typed, those that begin with it first; else those whose title has all its words.
  like(text, most) {
    const key = folded(text)
    if (!key) return []
    const held = this.units.filter(unit => unit.keys.some(one => one.includes(key)))
    held.sort((one, other) => other.keys.some(each => each.startsWith(key)) - one.keys.some(each => each.startsWith(key)))
    const wanted = words(text)
    const titled = held.length ? [] : this.units.filter(unit => wanted.every(word => unit.text.includes(word)))
    return distinct([...held, ...titled]).slice(0, most)
  }
}

const distinct = units => [...new Map(units.map(unit => [unit.name, unit])).values()]

// Letters to add, drop or change to make one word of another; words much longer or shorter are simply far.
function distance(one, other) {
  if (Math.abs(one.length - other.length) > NEAR) return Infinity
  let row = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let line = 1; line <= one.length; line++) {
    const next = [line]
    for (let column = 1; column <= other.length; column++) {
      const changed = row[column - 1] + (one[line - 1] !== other[column - 1])
      next.push(Math.min(changed, row[column] + 1, next[column - 1] + 1))
    }
    row = next
  }
  return row[other.length]
}
