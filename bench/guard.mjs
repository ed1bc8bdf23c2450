/*
 * Fails when the library has become slower: compares the ratios of one run, each to a yardstick outside of the library,
 * with those in baseline.json. A ratio beyond its margin is measured again, twice, to rule out noise.
 *
 * node bench/guard.mjs            compares
 * node bench/guard.mjs --measure  ten runs: writes their medians, and margins from their spread
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createCollection } from '../dist/collection.js'
import { compile, parse } from '../dist/index.js'
import { generateImages } from './data/images.mjs'
import { markdownTable } from './lib/report.mjs'
import { geometricMean, median, ratiosTo, runRounds } from './lib/rounds.mjs'
import { mapValues } from './lib/suite.mjs'
import { cases } from './match/cases.mjs'
import { runMixed } from './mixed/compare.mjs'

const file = new URL('baseline.json', import.meta.url)
const images = generateImages(10_000)
const quick = { rounds: 3, milliseconds: 15 }
const ratio = async (yardstick, own) => {
  const times = await runRounds({ yardstick, own }, quick)
  return ratiosTo('yardstick', times).own.ratio
}

/** The geometric mean over the cases of our time as a multiple of the yardstick. */
async function overCases(yardstickOf, ownOf) {
  const ratios = []
  for (const entry of cases) ratios.push(await ratio(yardstickOf(entry), ownOf(entry)))
  return geometricMean(ratios)
}

const scan =
  ({ predicate }) =>
  () =>
    images.filter(predicate)

function again({ filter, predicate }) {
  const collection = createCollection(images)
  if (collection.filter(filter).length !== images.filter(predicate).length) throw new Error(filter)
  return () => collection.filter(filter)
}

const texts = cases.map(({ filter }) => filter)
const json = cases.map(({ filter }) => JSON.stringify(filter.split(' ')))
const readJson = () => json.map((text) => JSON.parse(text))

const guarded = {
  'match: compute-filter to the predicate by hand': () =>
    overCases(scan, ({ filter }) => {
      const matcher = compile(filter)
      return () => images.filter(matcher)
    }),
  'mixed: compute-filter to the predicate by hand': () =>
    geometricMean(runMixed(compile, { turns: 100 }).mixed.map(({ ratio }) => ratio)),
  'collection: the same query again to the scan by hand': () => overCases(scan, again),
  'collection: creation and first query to the scan by hand': () =>
    overCases(
      scan,
      ({ filter }) =>
        () =>
          createCollection(images).filter(filter),
    ),
  'parse: fifteen filters to their words as JSON': () => ratio(readJson, () => texts.map((text) => parse(text))),
  'compile: fifteen filters to their words as JSON': () => ratio(readJson, () => texts.map((text) => compile(text))),
}

async function measureBaseline() {
  const runs = mapValues(guarded, () => [])
  for (let turn = 1; turn <= 10; turn++) {
    process.stderr.write(`  run ${turn} of 10\n`)
    for (const [name, measure] of Object.entries(guarded)) runs[name].push(await measure())
  }
  // 1.5 times the maximum deviation seen, and at least 0.5, which a loaded machine adds to the ratios.
  return mapValues(runs, (ratios) => {
    const middle = median(ratios)
    const margin = Math.max(0.5, 1.5 * (Math.max(...ratios) / middle - 1))
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
