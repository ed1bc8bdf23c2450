import { RE2 } from 're2-wasm'
import { RE2JS } from 're2js'
import { compile, explain, validate } from '../../dist/index.js'
import { generateImages } from '../data/images.mjs'
import { loadRealImages } from '../data/real.mjs'
import { digits, markdownTable } from '../lib/report.mjs'
import { geometricMean, median, ratiosTo, runRounds } from '../lib/rounds.mjs'
import { mapValues, runAsProgram, tell } from '../lib/suite.mjs'
import { patterns, texts, worst } from './cases.mjs'
import { countNeedingRe2, loadRealPatterns } from './real.mjs'

const native = 'native RegExp'
const own = 'compute-filter'

const clause = (pattern) => `name eq "${pattern.replaceAll('"', '\\"')}"`
const translate = (pattern) =>
  pattern.startsWith('(?i)') ? new RegExp(`^(?:${pattern.slice(4)})$`, 'iu') : new RegExp(`^(?:${pattern})$`, 'u')

/** How each contestant turns a pattern into a test of a resource. */
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

/** The geometric mean and the worst ratio of each contestant. */
export function summarize(matches) {
  return mapValues(matches[0].ratios, (_, who) => {
    const ratios = matches.map((match) => match.ratios[who])
    return { mean: geometricMean(ratios), worst: Math.max(...ratios) }
  })
}

/** Microseconds to compile a new pattern, from its text to a test. */
async function runCompile() {
  let number = 0
  const shapes = [
    ['a prefix', () => `debian-${number++}.*`],
    ['a version', () => `[a-z]+-${number++}-v\\d{1,2}.*`],
    ['upper or lower case', () => `(?i)debian-${number++}.*`],
  ]
  const rows = []
  for (const [name, next] of shapes) {
    // The package's class leaks memory, so it compiles fewer patterns.
    const runs = mapValues(contestants, (prepare) => () => {
      for (let i = 0; i < 20; i++) prepare(next())
    })
    const times = await runRounds(runs, { rounds: 2, milliseconds: 1 })
    rows.push([name, mapValues(times, (each) => median(each) / 20 / 1000)])
  }
  return rows
}

/** Bytes of heap for each live pattern. */
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

/** CPU time of a piece of work, in milliseconds. */
function measureCpu(work) {
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

/** The maximum accepted number up to `most`, by binary search; 0 if 1 is not accepted. */
function bisect(most, accepts) {
  let [least, greatest] = [0, most]
  while (least < greatest) {
    const middle = Math.ceil((least + greatest) / 2)
    if (accepts(middle)) least = middle
    else greatest = middle - 1
  }
  return least
}

/** The largest pattern of a family within the limits; undefined when there is none. */
function findLargest(patternOf) {
  const size = bisect(1000, (number) => validate(clause(patternOf(number))).length === 0)
  return size > 0 ? patternOf(size) : undefined
}

/** The maximum length of a text that a matcher examines, according to `explain`. */
function findLongest(pattern, text) {
  const looksAt = (length) =>
    explain(clause(pattern), { name: text.slice(0, length) }).reasons.every(({ tooLong }) => !tooLong)
  return bisect(text.length, looksAt)
}

function randomText(letters, length, seed) {
  let state = seed
  const next = () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff)
  return Array.from({ length }, () => letters[(next() >> 16) % letters.length]).join('')
}

/**
 * Milliseconds to compile the most expensive patterns, and to match each with the longest text that it is matched with.
 */
function runWorst() {
  // Excludes the work that each process does once.
  for (let number = 0; number < 300; number++) {
    compile(clause(`\\Ca?b*${number}`))({ name: 'ab' })
    compile(clause(`(?:a|b)*a[ab]{9}${number}`))({ name: 'ab'.repeat(50) })
  }
  return worst.map(([name, patternOf, letters]) => {
    const pattern = findLargest((size) => `${patternOf(size)}y?`)
    if (pattern === undefined) return { name, refused: true }
    const longest = findLongest(pattern, randomText(letters, 65_536, 1))
    // A new pattern and new texts, which differ only in the last letter.
    let matcher
    const compiling = measureCpu(() => (matcher = compile(clause(pattern.replace(/y\?$/, 'z?')))))
    const matching = [2, 3, 4].map((seed) => {
      const name = randomText(letters, longest, seed)
      return measureCpu(() => matcher({ name }))
    })
    return { name, pattern, compile: compiling, match: Math.max(...matching), longest }
  })
}

/** The ratio of two running times: the runs take turns, and the median quotient is the result. */
function compareTurns(run, base) {
  const time = (work) => {
    const started = performance.now()
    for (let turn = 0; turn < 5; turn++) work()
    return performance.now() - started
  }
  return median(Array.from({ length: 21 }, () => time(run) / time(base)).slice(5))
}

/** The patterns of the collected filters × the collected names; undefined if these are not beside the project. */
function runReal() {
  const images = loadRealImages()
  const real = loadRealPatterns()
  if (images === undefined || real === undefined) return undefined
  const resources = images.map(({ name }) => ({ name }))
  const ratios = []
  for (const pattern of real) {
    const runs = mapValues({ [native]: translateReal, [own]: contestants[own] }, (prepare) =>
      counting(prepare(pattern), resources),
    )
    expectEqual(pattern, runs)
    ratios.push({ pattern, ratio: compareTurns(runs[own], runs[native]) })
  }
  ratios.sort((a, b) => b.ratio - a.ratio)
  return {
    patterns: real.length,
    names: images.length,
    mean: geometricMean(ratios.map(({ ratio }) => ratio)),
    worst: ratios[0],
    needRe2: countNeedingRe2(real),
  }
}

function translateReal(pattern) {
  const regex = new RegExp(`^(?:${pattern.replace(/\\([^\w.*+?^$()[\]{}|\\/-])/g, '$1').replace(/\\-/g, '-')})$`, 'u')
  return ({ name }) => regex.test(name)
}

export async function run() {
  const matches = await runMatches()
  tell('regex: compiling and memory')
  const [compiling, memory] = [await runCompile(), measureMemory()]
  tell('regex: patterns of real filters')
  const real = runReal()
  tell('regex: the dearest patterns')
  return { matches, compile: compiling, memory, real, worst: runWorst() }
}

export function report({ matches, compile: compiling, memory, real, worst: dearest }) {
  const summary = summarize(matches)
  const names = Object.keys(summary)
  return [
    `${patterns.length} shapes of pattern × ${Object.keys(texts).length} kinds of text, full matches, as multiples of the native \`RegExp\` (which backtracks, and is not RE2). Geometric means:`,
    markdownTable(
      ['engine', 'mean', 'worst'],
      names
        .filter((name) => name !== native)
        .map((name) => [name, summary[name].mean.toFixed(2), digits(summary[name].worst)]),
    ),
    'Microseconds to compile a pattern that was not seen before, and kB that a live one holds:',
    markdownTable(
      ['', ...names],
      [
        ...compiling.map(([name, times]) => [name, ...names.map((who) => digits(times[who]))]),
        ['kB held', ...names.map((who) => digits(memory[who] / 1024))],
      ],
    ),
    reportReal(real),
    'The dearest patterns known, each as large as the default limits allow: milliseconds of the CPU to compile one that was not seen before, and for one match of the longest text that it may meet:',
    markdownTable(
      ['pattern', 'compile', 'match', 'characters'],
      dearest.map((each) =>
        each.refused
          ? [each.name, 'refused', '', '']
          : [`${each.name}: \`${shorten(each.pattern)}\``, digits(each.compile), digits(each.match), each.longest],
      ),
    ),
  ].join('\n\n')
}

const reportReal = (real) =>
  real === undefined
    ? 'The collected filters are not beside the project, so there are no figures of them.'
    : `The ${real.patterns} patterns in the collected real filters × ${real.names} real names: geometric mean ${real.mean.toFixed(2)} × native, the worst ${real.worst.ratio.toFixed(2)} × (\`${real.worst.pattern}\`). ${real.needRe2 === 0 ? 'None needs' : `${real.needRe2} need`} RE2.`

const shorten = (pattern) => (pattern.length > 40 ? `${pattern.slice(0, 39)}…` : pattern)

await runAsProgram(import.meta, { run, report })
