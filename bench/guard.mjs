/*
 * Fails when the library has become slower: compares the ratios of one run, each to a yardstick outside of the library,
 * with those in baseline.json. A ratio beyond its margin is measured again, twice, to rule out noise.
 *
 * node bench/guard.mjs            compares
 * node bench/guard.mjs --measure  ten runs: writes their medians, and margins from their spread
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Environment } from '@marcbachmann/cel-js'
import jmespath from 'jmespath'
import { createCollection } from '../dist/collection.js'
import { compile, parse } from '../dist/index.js'
import { loadFile } from '../dist/node.js'
import { generateImages } from './data/images.mjs'
import { markdownTable } from './lib/report.mjs'
import { geometricMean, median } from './lib/rounds.mjs'
import { mapValues } from './lib/suite.mjs'
import { cases } from './match/cases.mjs'
import { runMixed } from './mixed/compare.mjs'

const file = new URL('baseline.json', import.meta.url)
const images = generateImages(10_000)
const turns = 41

/**
 * Our time as a multiple of the yardstick's: the median over turns of a few milliseconds, so that noise of the machine is
 * the same for both.
 *
 * @param warmUp the milliseconds that each runs before: some machines take two seconds to optimize a parser
 */
function ratio(yardstick, own, warmUp = 10) {
  for (const run of [yardstick, own]) timeOf(run, warmUp)
  return median(Array.from({ length: turns }, () => timeOf(own, 1) / timeOf(yardstick, 1)))
}

/** The mean milliseconds of a run, over at least the given time. */
function timeOf(run, milliseconds) {
  const start = performance.now()
  for (let times = 1; ; times++) {
    run()
    const elapsed = performance.now() - start
    if (elapsed >= milliseconds) return elapsed / times
  }
}

/** The geometric mean over the cases of our time as a multiple of the yardstick. */
const overCases = (yardstickOf, ownOf) => geometricMean(cases.map((entry) => ratio(yardstickOf(entry), ownOf(entry))))

const scan =
  ({ predicate }) =>
  () =>
    images.filter(predicate)

/** The answers of a collection are arrays, too, and machines differ in what their memory costs: so a copy is the yardstick. */
function askAgain() {
  const collection = createCollection(images)
  const answers = cases.map(({ predicate }) => images.filter(predicate))
  for (const [at, { filter }] of cases.entries())
    if (collection.filter(filter).length !== answers[at].length) throw new Error(filter)
  return ratio(
    () => [readPeers(), answers.map((answer) => answer.map((image) => image))],
    () => cases.map(({ filter }) => collection.filter(filter)),
    1000,
  )
}

/** A server reads and files each line of its files; parsing the JSON is the part that cannot be left out. */
async function readFile() {
  const directory = mkdtempSync(join(tmpdir(), 'compute-filter-guard-'))
  const lines = images.map((image) => JSON.stringify(image))
  const path = join(directory, 'some-project.ndjson')
  writeFileSync(path, lines.join('\n'))
  const ratios = []
  for (let turn = 0; turn < 9; turn++) {
    const yardstick = timeOf(() => lines.map((line) => JSON.parse(line)), 1)
    const start = performance.now()
    await loadFile(path)
    ratios.push((performance.now() - start) / yardstick)
  }
  rmSync(directory, { recursive: true })
  return median(ratios)
}

const texts = cases.map(({ filter }) => filter)
const cel = new Environment().registerVariable('image', 'dyn')
/** The same questions, as far as two other languages can ask them: parsers in JavaScript that build trees, like ours. */
const readPeers = () => [
  cases.map((entry) => entry.jmespath && jmespath.compile(entry.jmespath)),
  cases.map((entry) => entry.cel && cel.parse(entry.cel)),
]

const guarded = {
  'match: compute-filter to the predicate by hand': () =>
    overCases(scan, ({ filter }) => {
      const matcher = compile(filter)
      return () => images.filter(matcher)
    }),
  'mixed: compute-filter to the predicate by hand': () =>
    geometricMean(runMixed(compile, { turns: 100 }).mixed.map(({ ratio }) => ratio)),
  'collection: fifteen queries again to reading the same and copying the answers': askAgain,
  'collection: creation and first query to the scan by hand': () =>
    overCases(
      scan,
      ({ filter }) =>
        () =>
          createCollection(images).filter(filter),
    ),
  'files: to read and file ten thousand lines to JSON.parse': readFile,
  'parse: fifteen filters to the same in JMESPath and CEL': () =>
    ratio(readPeers, () => texts.map((text) => parse(text)), 2000),
  'compile: fifteen filters to the same in JMESPath and CEL': () =>
    ratio(readPeers, () => texts.map((text) => compile(text)), 2000),
}

async function measureBaseline() {
  const runs = mapValues(guarded, () => [])
  for (let turn = 1; turn <= 10; turn++) {
    process.stderr.write(`  run ${turn} of 10\n`)
    for (const [name, measure] of Object.entries(guarded)) runs[name].push(await measure())
  }
  // 1.5 times the maximum deviation seen, and at least 0.6: other machines and loaded ones differ by half.
  return mapValues(runs, (ratios) => {
    const middle = median(ratios)
    const margin = Math.max(0.6, 1.5 * (Math.max(...ratios) / middle - 1))
    return {
      ratio: round(middle),
      least: round(Math.min(...ratios)),
      greatest: round(Math.max(...ratios)),
      margin: round(margin),
    }
  })
}

const round = (number) => Number(number.toPrecision(3))

async function compare(baseline) {
  const rows = []
  let failed = 0
  for (const [name, measure] of Object.entries(guarded)) {
    const { ratio: expected, margin } = baseline[name]
    const limit = expected * (1 + margin)
    let found = await measure()
    for (let retry = 0; retry < 2 && found > limit; retry++) found = Math.min(found, await measure())
    if (found > limit) failed++
    rows.push([name, round(expected), round(limit), round(found), found > limit ? 'slower' : 'ok'])
  }
  console.log(markdownTable(['ratio', 'baseline', 'limit', 'found', ''], rows))
  return failed
}

if (process.argv.includes('--measure')) {
  writeFileSync(file, `${JSON.stringify(await measureBaseline(), null, 2)}\n`)
} else {
  process.exitCode = (await compare(JSON.parse(readFileSync(file, 'utf8')))) > 0 ? 1 : 0
}
