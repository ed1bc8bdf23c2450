/** A generator of numbers that a seed decides: mulberry32. */
export function createRandom(seed) {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const oddities = [
  ...['\0', '\ud800', '😀', '\\', '"', "'", '(', ')', '[', '*', '-', '\n', '\r', '{9}', '(?i)', '\\Q', '\\pL'],
  ...[' eq ', ' OR ', ' AND ', ' NOT '],
]

/** Ways to make another text of a filter: characters, tokens, and pieces of other filters. */
export function createMutations(random, corpus) {
  const pick = (list) => list[random(list.length)]
  const tokens = corpus.flatMap((filter) => filter.match(/[\w.-]+|\s+|[^\w\s]+/g) ?? [])
  const insert = (text, piece) => {
    const at = random(text.length + 1)
    return text.slice(0, at) + piece + text.slice(at)
  }
  return [
    (text) => text.slice(0, random(text.length + 1)) + pick(oddities) + text.slice(random(text.length + 1)),
    (text) => insert(text, pick(tokens)),
    (text) => {
      const at = random(text.length + 1)
      return text.slice(0, at) + text.slice(at + 1 + random(4))
    },
    (text) => {
      const other = pick(corpus)
      return text.slice(0, random(text.length + 1)) + other.slice(random(other.length + 1))
    },
    (text) => {
      const at = random(text.length + 1)
      const end = at + random(8)
      return text.slice(0, end) + text.slice(at, end).repeat(random(5)) + text.slice(end)
    },
    (text) => `(${text})${pick([' AND ', ' OR ', ' ', ''])}(${pick(corpus)})`,
    (text) => {
      const at = random(text.length + 1)
      return text.slice(0, at) + String.fromCharCode(random(2) ? random(128) : random(65536)) + text.slice(at + 1)
    },
  ]
}
