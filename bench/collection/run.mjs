import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createCollection } from '../../dist/collection.js'
import { generateImages } from '../data/images.mjs'
import { digits, markdownTable } from '../lib/report.mjs'
import { median, ratiosTo, runRounds } from '../lib/rounds.mjs'
import { mapValues, runAsProgram, tell } from '../lib/suite.mjs'
import { cases } from '../match/cases.mjs'

const scan = 'scan by hand'
const heap = () => {
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/**
 * Times for creating a collection, for the first query, for a repeated query, for a new query of the same kind (parsing
 * and compiling included), and for its count; all as multiples of a scan with the predicate written by hand.
 */
export async function runCases(count, { rounds = 3, milliseconds = 30 } = {}) {
  const empty = heap()
  const images = generateImages(count)
  const size = heap() - empty
  const collection = createCollection(images)
  const rows = []
  for (const { name, filter, next, predicate } of cases) {
    if (collection.filter(filter).length !== images.filter(predicate).length) throw new Error(name)
    let number = 0
    const besideScan = (contestants) =>
      runRounds({ [scan]: () => images.filter(predicate), ...contestants }, { rounds, milliseconds })
    const created = await besideScan({
      create: () => createCollection(images),
      first: () => createCollection(images).filter(filter),
    })
    // In a separate loop, so that garbage of the collections above is not collected during these measurements.
    globalThis.gc()
    const asked = await besideScan({
      again: () => collection.filter(filter),
      another: () => collection.filter(next(number++)),
      count: () => collection.count(filter),
    })
    const ratios = mapValues({ ...ratiosTo(scan, created), ...ratiosTo(scan, asked) }, ({ ratio }) => ratio)
    rows.push({
      name,
      milliseconds: median([...created[scan], ...asked[scan]]) / 1e6,
      ratios: { ...ratios, first: ratios.first - ratios.create },
    })
  }
  const memory = (heap() - empty - size) / size
  return { count, memory, rows }
}

/** Each size runs in its own process with its own heap. */
async function runSize(count) {
  tell(`collection: ${count.toLocaleString('en')} images`)
  const child = fork(import.meta.filename, [String(count)], {
    execArgv: ['--expose-gc', '--max-old-space-size=12000'],
  })
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (typeof answer !== 'object') throw new Error(`The process for ${count} images ended with ${answer}.`)
  return answer
}

export async function run({ sizes = [1_000, 10_000, 100_000, 1_000_000] } = {}) {
  const growth = []
  for (const count of sizes) growth.push(await runSize(count))
  return { growth }
}

/** The speed-up over the scan, as the median over the suite; for the first query the slow-down. */
export function summarize({ growth }) {
  return growth.map(({ count, memory, rows }) => {
    const of = (what) => median(rows.map(({ ratios }) => ratios[what]))
    return {
      count,
      scan: median(rows.map(({ milliseconds }) => milliseconds)),
      create: of('create'),
      first: of('first'),
      again: 1 / of('again'),
      another: 1 / of('another'),
      counted: 1 / of('count'),
      memory,
    }
  })
}

export function report(figures) {
  const detailed = figures.growth.find(({ count }) => count === 100_000)
  return [
    'The median of the fifteen filters, by the number of images:',
    markdownTable(
      [
        'images',
        'scan, ms',
        'creation, × scan',
        'first query, × scan',
        'same filter again',
        'another filter',
        'its count',
        'memory on top',
      ],
      summarize(figures).map(({ count, scan: time, create, first, again, another, counted, memory }) => [
        count.toLocaleString('en'),
        digits(time),
        create.toFixed(2),
        first.toFixed(2),
        `${digits(again)} × faster`,
        `${digits(another)} × faster`,
        `${digits(counted)} × faster`,
        `${(100 * memory).toFixed(0)} %`,
      ]),
    ),
    'All of them over 100,000 images, as multiples of the scan:',
    markdownTable(
      ['filter', 'scan, ms', 'first query', 'same filter again', 'another filter', 'count'],
      detailed.rows.map(({ name, milliseconds, ratios }) => [
        name,
        digits(milliseconds),
        ...['first', 'again', 'another', 'count'].map((what) => digits(ratios[what])),
      ]),
    ),
  ].join('\n\n')
}

const [, , size] = process.argv
if (process.send !== undefined && size !== undefined) process.send(await runCases(Number(size)), () => process.exit())
else await runAsProgram(import.meta, { run, report })
