import { compile } from '../../dist/index.js'
import { createLister, createMemoryStore } from '../../dist/list.js'
import { generateImages } from '../data/images.mjs'
import { digits, markdownTable } from '../lib/report.mjs'
import { median, ratiosTo, runRounds } from '../lib/rounds.mjs'
import { mapValues, runAsProgram, tell } from '../lib/suite.mjs'

const project = 'p'
const requests = [
  ['the first page of everything', {}],
  ['the newest twenty', { orderBy: 'creationTimestamp desc', maxResults: 20 }],
  ['a family, by name', { filter: 'family = debian-12' }],
  ['three conditions', { filter: 'labels.env = prod AND diskSizeGb > 50 AND NOT deprecated.state = OBSOLETE' }],
  ['a pattern, newest first', { filter: 'name eq "ubuntu-.*"', orderBy: 'creationTimestamp desc', maxResults: 50 }],
  ['nothing matches', { filter: 'name = none AND diskSizeGb > 1' }],
]

const compareNames = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
const newestFirst = (a, b) => Date.parse(b.creationTimestamp) - Date.parse(a.creationTimestamp) || compareNames(a, b)

/** What a server without this library would do: filter, sort, slice. */
const byHand = (images, matches, { orderBy, maxResults = 500 }) =>
  images
    .filter(matches)
    .sort(orderBy ? newestFirst : compareNames)
    .slice(0, maxResults)

export async function run({ count = 100_000, rounds = 5 } = {}) {
  const images = generateImages(count)
  const store = createMemoryStore(images)
  const list = createLister()
  const pause = () => Promise.resolve()
  const rows = []
  for (const [name, request] of requests) {
    tell(`list: ${name}`)
    const matches = compile(request.filter ?? '')
    const ask = (source) => list(source, { project, ...request }, { pause })
    const names = (items = []) => items.map(({ name: each }) => each).join()
    const expected = names(byHand(images, matches, request))
    for (const source of [images, store, store]) {
      if (names((await ask(source)).items) !== expected) throw new Error(`${name}: another page`)
    }
    const times = await runRounds(
      {
        'filter, sort, slice': () => byHand(images, matches, request),
        'listImages, of an array': () => ask(images),
        'listImages, of a store in memory': () => ask(store),
      },
      { rounds, milliseconds: 40 },
    )
    rows.push({
      name,
      milliseconds: mapValues(times, (own) => median(own) / 1e6),
      ratios: ratiosTo('filter, sort, slice', times),
    })
  }
  return { count, rows }
}

export const report = ({ count, rows }) =>
  [
    `${count.toLocaleString('en')} images, milliseconds for a page:`,
    markdownTable(
      ['request', ...Object.keys(rows[0].milliseconds)],
      rows.map(({ name, milliseconds }) => [name, ...Object.values(milliseconds).map((each) => digits(each))]),
    ),
  ].join('\n\n')

await runAsProgram(import.meta, { run, report })
