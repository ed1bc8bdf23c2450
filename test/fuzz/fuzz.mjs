// Mutates filters and drives every verb with them, for a given time: node test/fuzz/fuzz.mjs [seconds] [seed].
// What goes wrong is kept in test/regressions/, a file for each finding, made as small as it could be.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { compile, explain, FilterError, observed, parse, print, validate } from '../../dist/index.js'
import { createOracle } from '../../dist/testing.js'

const seconds = Number(process.argv[2] ?? 60)
let state = Number(process.argv[3] ?? Date.now() % 2 ** 31)
console.log(`seed ${state}, ${seconds} s`)

/** mulberry32 */
function random(below) {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) % below
}
const pick = (list) => list[random(list.length)]

const root = new URL('../../', import.meta.url)
const { cases } = JSON.parse(readFileSync(new URL('src/testing/conformance/cases.json', root), 'utf8'))
const corpus = cases.flatMap(({ filter }) => (filter === undefined || filter.length > 500 ? [] : [filter]))
try {
  const real = JSON.parse(readFileSync(new URL('../shared/data/real-filters.json', root), 'utf8'))
  corpus.push(...real.map(({ filter }) => filter))
} catch {
  console.log('the collected real filters are not beside the project: it starts from the conformance suite alone')
}
const resources = cases.flatMap(({ resources = [] }) => resources).filter((one) => JSON.stringify(one).length < 2000)
const tokens = corpus.flatMap((filter) => filter.match(/[\w.-]+|\s+|[^\w\s]+/g) ?? [])
const oddities = [
  '\0',
  '\ud800',
  '😀',
  '\\',
  '"',
  "'",
  '(',
  ')',
  '[',
  '*',
  '-',
  ' eq ',
  ' OR ',
  ' AND ',
  ' NOT ',
  '\n',
  '{9}',
  '(?i)',
  '\\Q',
  '\\pL',
]

const mutations = [
  (text) => text.slice(0, random(text.length + 1)) + pick(oddities) + text.slice(random(text.length + 1)),
  (text) => {
    const at = random(text.length + 1)
    return text.slice(0, at) + pick(tokens) + text.slice(at)
  },
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

const bare = (tree) => JSON.stringify(tree, (key, value) => (key === 'span' ? undefined : value))
const profiles = [undefined, observed]
const slow = 50

/** What is wrong with the library on that filter, in words; undefined when nothing is. */
function findFlaw(filter, resource, profile) {
  const options = profile && { profile }
  const started = performance.now()
  let diagnostics
  try {
    diagnostics = validate(filter, options)
  } catch (error) {
    return `validate throws ${String(error).slice(0, 80)}`
  }
  for (const { span, message, code } of diagnostics) {
    if (!(0 <= span.start && span.start <= span.end && span.end <= filter.length)) return `a span of ${code} is outside`
    if (/\p{Cc}/u.test(message)) return `the message of ${code} is no line`
  }
  let matcher
  try {
    matcher = compile(filter, options)
    if (diagnostics.length > 0) return 'compile accepts what validate rejects'
  } catch (error) {
    if (!(error instanceof FilterError)) return `compile throws ${String(error).slice(0, 80)}`
    if (diagnostics.length === 0) return 'compile rejects what validate accepts'
    String(error)
    JSON.stringify(error)
  }
  try {
    const tree = parse(filter)
    const text = print(tree)
    if (bare(parse(text, { limits: { textLength: 1e6, restrictions: 1e6 } })) !== bare(tree))
      return 'print changes the tree'
  } catch (error) {
    if (!(error instanceof FilterError)) return `parse or print throws ${String(error).slice(0, 80)}`
    if (matcher !== undefined) return 'what print writes is not read'
  }
  if (matcher !== undefined) {
    const matches = matcher(resource)
    if (typeof matches !== 'boolean') return 'the verdict is no verdict'
    if (explain(filter, resource, options).matches !== matches) return 'explain says otherwise'
    if (performance.now() - started > slow) return 'slow'
    // Some things are unknown to the oracle's engine: test/regex/exactness.test.ts.
    if (!/\\C|\[:|\(\?P?</.test(filter) && createOracle(filter, options)(resource) !== matches)
      return 'the oracle says otherwise'
  }
  return performance.now() - started > slow ? 'slow' : undefined
}

/** Leaves out what is not needed for the same flaw. */
function minimise(filter, resource, profile, flaw) {
  for (let size = Math.ceil(filter.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < filter.length;) {
      const smaller = filter.slice(0, at) + filter.slice(at + size)
      if (findFlaw(smaller, resource, profile) === flaw) filter = smaller
      else at += size
    }
  }
  return filter
}

const found = new Set()
const end = performance.now() + seconds * 1000
let tried = 0
let accepted = 0
let told = performance.now()
while (performance.now() < end) {
  let filter = pick(corpus)
  for (let count = random(4); count >= 0; count--) filter = pick(mutations)(filter)
  filter = filter.slice(0, 2000)
  const resource = pick(resources)
  const profile = pick(profiles)
  let flaw = findFlaw(filter, resource, profile)
  // The machine may have been busy with something else.
  for (let again = 0; flaw === 'slow' && again < 3; again++) flaw = findFlaw(filter, resource, profile)
  tried++
  if (flaw === undefined && validate(filter, profile && { profile }).length === 0) {
    accepted++
    // What is accepted is worth mutating further.
    if (corpus.length < 20_000 && filter.length < 300) corpus.push(filter)
  }
  if (flaw !== undefined && !found.has(flaw)) {
    found.add(flaw)
    const smallest = minimise(filter, resource, profile, flaw)
    const folder = new URL('test/regressions/', root)
    mkdirSync(folder, { recursive: true })
    const name = `${flaw.replace(/\W+/g, '-').slice(0, 50)}.json`
    writeFileSync(
      new URL(name, folder),
      `${JSON.stringify({ flaw, filter: smallest, resource, profile: profile ? 'observed' : 'documented' }, null, 2)}\n`,
    )
    console.log(`${flaw}: ${JSON.stringify(smallest)}`)
  }
  if (performance.now() - told > 60_000) {
    told = performance.now()
    console.log(`${tried} tried, ${accepted} accepted, ${found.size} flaws`)
  }
}
console.log(`${tried} tried, ${accepted} accepted, ${found.size} flaws`)
process.exitCode = found.size === 0 ? 0 : 1
