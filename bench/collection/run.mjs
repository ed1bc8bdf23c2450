import { performance } from 'node:perf_hooks'
import { createCollection } from '../../dist/collection.js'
import { generateImages } from '../data/images.mjs'
import { median } from '../lib/rounds.mjs'
import { cases } from '../match/cases.mjs'

const time = (run) => {
  const start = performance.now()
  run()
  return performance.now() - start
}
const best = (run, times) => Math.min(...Array.from({ length: times }, () => time(run)))

/** For each case: the scan by hand, the first query of a new collection, the same query again, and other literals. */
export function runCollection(count) {
  const images = generateImages(count)
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const collection = createCollection(images)
  const rows = cases.map(({ name, filter, predicate }) => {
    const scan = best(() => images.filter(predicate), 3)
    const first = time(() => collection.filter(filter))
    const fresh = createCollection(images)
    const firstOfAll = time(() => fresh.filter(filter))
    const again = best(() => collection.filter(filter), 5)
    const counted = best(() => collection.count(filter), 5)
    if (collection.count(filter) !== images.filter(predicate).length) throw new Error(name)
    return { name, scan, firstOfAll, first, again, counted }
  })
  globalThis.gc?.()
  const added = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - before
  return { rows, added }
}

if (process.argv[1] === import.meta.filename) {
  for (const count of [1000, 10_000, 100_000, ...(process.argv.includes('--million') ? [1_000_000] : [])]) {
    globalThis.gc?.()
    const empty = process.memoryUsage().heapUsed
    const sample = generateImages(count)
    globalThis.gc?.()
    const size = process.memoryUsage().heapUsed - empty
    sample.length = 0
    const { rows, added } = runCollection(count)
    console.log(`\n${count} images; memory on top ${((100 * added) / size).toFixed(0)} %`)
    for (const row of rows) {
      console.log(
        row.name.padEnd(28),
        ...['scan', 'firstOfAll', 'first', 'again', 'counted'].map((key) =>
          `${key} ${row[key].toFixed(3)} ms`.padEnd(20),
        ),
        `×${(row.scan / row.again).toFixed(1)}`,
      )
    }
    console.log(
      'median scan/again',
      median(rows.map(({ scan, again }) => scan / again)).toFixed(1),
      'median first/scan',
      median(rows.map(({ scan, firstOfAll }) => firstOfAll / scan)).toFixed(2),
    )
  }
}
