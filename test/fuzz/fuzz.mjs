// Mutates filters and drives every verb with them, for a given time: node test/fuzz/fuzz.mjs [seconds] [seed].
// What goes wrong is kept in test/regressions/, a file for each finding, made as small as it could be.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createJudge, isSlowWhenCold } from './judge.mjs'
import { minimise } from './minimise.mjs'
import { createMutations, createRandom } from './mutations.mjs'

const [seconds = '60', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
if (!/^\d+(?:\.\d+)?$/.test(seconds) || Number(seconds) === 0 || !/^\d{1,10}$/.test(seed) || process.argv.length > 4) {
  console.error('usage: node test/fuzz/fuzz.mjs [seconds] [seed]; seconds above 0, the seed a whole number')
  process.exit(2)
}
console.log(`seed ${seed}, ${seconds} s`)

const random = createRandom(Number(seed))
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
const mutations = createMutations(random, corpus)

function mutate() {
  let filter = pick(corpus)
  for (let count = random(4); count >= 0; count--) filter = pick(mutations)(filter)
  return { filter: filter.slice(0, 2000), resource: pick(resources), profile: pick(['documented', 'observed']) }
}

const { judge, stop } = createJudge()
const end = performance.now() + Number(seconds) * 1000
/** How often each flaw was found, and how many different cases of it are kept. */
const counts = new Map()
const kept = new Set()
const most = 10
let tried = 0
let accepted = 0
let told = performance.now()

while (performance.now() < end) {
  const batch = Array.from({ length: 50 }, mutate)
  for (const [index, { flaw, valid }] of (await judge(batch)).entries()) {
    const given = batch[index]
    tried++
    if (flaw !== undefined) await keep(given, flaw)
    else if (valid) {
      accepted++
      // What is accepted is worth mutating further.
      if (corpus.length < 20_000 && given.filter.length < 300) corpus.push(given.filter)
    }
  }
  if (performance.now() - told > 60_000) report()
}
report()
await stop()
process.exitCode = kept.size === 0 ? 0 : 1

function report() {
  told = performance.now()
  console.log(`${tried} tried, ${accepted} accepted, ${kept.size} findings`)
  for (const [flaw, count] of counts) console.log(`  ${count} × ${flaw}`)
}

/** Writes it down as it was found before it is made smaller, and again in its smallest form. */
async function keep(given, { kind, flaw }) {
  if (kind === 'slow' && !(await isSlowWhenCold(given))) return
  counts.set(flaw, (counts.get(flaw) ?? 0) + 1)
  if (counts.get(flaw) > most) return
  console.log(`${flaw}: ${JSON.stringify(given)}`)
  const hasFlaw = async (smaller) => {
    const [{ flaw: found }] = await judge([smaller])
    return found?.flaw === flaw
  }
  // Cases that take seconds each are left as they are.
  const smallest = kind === 'hang' || kind === 'slow' ? given : await minimise(given, hasFlaw)
  const text = `${JSON.stringify({ kind, flaw, ...smallest }, null, 2)}\n`
  const hash = createHash('sha256').update(JSON.stringify(smallest)).digest('hex').slice(0, 8)
  const name = `${kind}-${hash}.json`
  if (kept.has(name)) return
  kept.add(name)
  const folder = new URL('test/regressions/', root)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(name, folder), text)
  console.log(`  kept as test/regressions/${name}: ${JSON.stringify(smallest.filter)}`)
}
