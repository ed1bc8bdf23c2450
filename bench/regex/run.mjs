import { RE2 } from 're2-wasm'
import { RE2JS } from 're2js'
import { compile, validate } from '../../dist/index.js'
import { generateImages } from '../data/images.mjs'
import { digits, markdownTable } from '../lib/report.mjs'
import { geometricMean, median, ratiosTo, runRounds } from '../lib/rounds.mjs'
import { mapValues, runAsProgram, tell } from '../lib/suite.mjs'
import { needsRe2, patterns, texts, worst } from './cases.mjs'

const native = 'native RegExp'
const own = 'compute-filter'

const clause = (pattern) => `name eq "${pattern.replaceAll('"', '\\"')}"`
const translate = (pattern) =>
  pattern.startsWith('(?i)') ? new RegExp(`^(?:${pattern.slice(4)})$`, 'iu') : new RegExp(`^(?:${pattern})$`, 'u')

/** What each contestant makes of a pattern: a test of one resource. */
const contestants = {
  [native]: (pattern) => {
    const regex = translate(pattern)
    return ({ name }) => regex.test(name)
  },
  [own]: (pattern) => compile(clause(pattern)),
  re2js: (pattern) => {
    const regex = RE2JS.compile(pattern)
    return ({ name }) => regex.matches(name)
  },
  "re2-wasm's class": (pattern) => {
    const regex = new RE2(`^(?:${pattern})$`, 'u')
    return ({ name }) => regex.test(name)
  },
}

function counting(test, resources) {
  return () => {
    let count = 0
    for (const resource of resources) if (test(resource)) count++
    return count
  }
}

function expectEqual(name, runs) {
  const counts = Object.values(mapValues(runs, (run) => run()))
  if (new Set(counts).size > 1) throw new Error(`${name}: the contestants find ${counts.join(', ')}`)
}

/** Patterns × texts: each contestant's time as a multiple of the native engine's. */
export async function runMatches({
  count = 2_000,
  rounds = 3,
  milliseconds = 15,
  only = Object.keys(contestants),
} = {}) {
  const images = generateImages(count)
  const taking = Object.fromEntries(only.map((name) => [name, contestants[name]]))
  const results = []
  for (const [kind, textOf] of Object.entries(texts)) {
    tell(`regex: ${kind}`)
    const resources = JSON.parse(JSON.stringify(images.map((image) => ({ name: textOf(image) }))))
    for (const [name, pattern] of patterns) {
      const runs = mapValues(taking, (prepare) => counting(prepare(pattern), resources))
      expectEqual(`${name} × ${kind}`, runs)
      const times = await runRounds(runs, { rounds, milliseconds })
      results.push({
        name,
        kind,
        nanoseconds: median(times[native]) / count,
        ratios: mapValues(ratiosTo(native, times), ({ ratio }) => ratio),
      })
    }
  }
  return results
}

/** Of each contestant the geometric mean and the worst; patterns that need RE2 are counted apart. */
export function summarize(matches) {
  const of = (chosen, who) => {
    const ratios = chosen.map(({ ratios }) => ratios[who])
    return { mean: geometricMean(ratios), worst: Math.max(...ratios) }
  }
  const inScript = matches.filter(({ name }) => !needsRe2.has(name))
  return mapValues(matches[0].ratios, (_, who) => ({ all: of(matches, who), inScript: of(inScript, who) }))
}

/** Microseconds to compile a pattern that was not seen before, from its text to a test. */
async function runCompile() {
  let number = 0
  const shapes = [
    ['a prefix', () => `debian-${number++}.*`],
    ['a version', () => `[a-z]+-${number++}-v\\d{1,2}.*`],
    ['upper or lower case', () => `(?i)debian-${number++}.*`],
  ]
  const rows = []
  for (const [name, next] of shapes) {
    // The package's class leaks: it is asked for fewer, and still pays.
    const runs = mapValues(contestants, (prepare) => () => {
      for (let i = 0; i < 20; i++) prepare(next())
    })
    const times = await runRounds(runs, { rounds: 2, milliseconds: 1 })
    rows.push([name, mapValues(times, (each) => median(each) / 20 / 1000)])
  }
  return rows
}

/** Bytes of the heap for each pattern that is alive. */
function measureMemory() {
  const count = 500
  return mapValues(contestants, (prepare) => {
    globalThis.gc()
    const before = process.memoryUsage()
    const kept = Array.from({ length: count }, (_, index) => prepare(`[a-z]+-${index}-v\\d{1,2}.*`))
    for (const test of kept) test({ name: 'debian-12-v20240101' })
    globalThis.gc()
    const after = process.memoryUsage()
    const bytes = (after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / count
    return kept.length === count ? bytes : 0
  })
}

/** Milliseconds of one match of the longest text that the limits allow for the pattern, at most 16,384 characters. */
function runWorst() {
  return worst.map(([name, pattern, letters]) => {
    if (validate(clause(pattern)).length > 0) return { name, pattern, refused: true }
    const random = [...letters]
    let state = 1
    const text = Array.from({ length: 16_384 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
      return random[(state >> 16) % random.length]
    }).join('')
    const started = performance.now()
    const matcher = compile(clause(pattern))
    const compiled = performance.now()
    let slowest = 0
    let longest = 0
    for (let length = 16; length <= text.length; length *= 2) {
      const before = performance.now()
      matcher({ name: text.slice(0, length) })
      const taken = performance.now() - before
      if (taken > slowest) [slowest, longest] = [taken, length]
    }
    return { name, pattern, compile: compiled - started, slowest, longest }
  })
}

export async function run() {
  const matches = await runMatches()
  tell('regex: compiling and memory')
  return { matches, compile: await runCompile(), memory: measureMemory(), worst: runWorst() }
}

export function report({ matches, compile: compiling, memory, worst: dearest }) {
  const summary = summarize(matches)
  const names = Object.keys(summary)
  return [
    `${patterns.length} shapes of pattern × ${Object.keys(texts).length} kinds of text, full matches, as multiples of the native \`RegExp\` (which backtracks, and is no RE2). Geometric means:`,
    markdownTable(
      ['engine', 'all', 'patterns matched in JavaScript only', 'worst of these'],
      names
        .filter((name) => name !== native)
        .map((name) => [
          name,
          summary[name].all.mean.toFixed(2),
          summary[name].inScript.mean.toFixed(2),
          digits(summary[name].inScript.worst),
        ]),
    ),
    'Microseconds to compile a pattern that was not seen before, and kB that a live one holds:',
    markdownTable(
      ['', ...names],
      [
        ...compiling.map(([name, times]) => [name, ...names.map((who) => digits(times[who]))]),
        ['kB held', ...names.map((who) => digits(memory[who] / 1024))],
      ],
    ),
    "The dearest patterns that the default limits let through, milliseconds to compile and for one match of the longest text that they may meet (re2-wasm's class holds its memory in WebAssembly, which is not counted above):",
    markdownTable(
      ['pattern', 'compile', 'match', 'characters'],
      dearest
        .filter(({ refused }) => !refused)
        .map((each) => [`\`${each.pattern}\``, digits(each.compile), digits(each.slowest), each.longest]),
    ),
  ].join('\n\n')
}

await runAsProgram(import.meta, { run, report })
