import { createHandler, createMemorySource } from '../../dist/server.js'
import { generateImages } from '../data/images.mjs'
import { generateInstances, zones } from '../data/instances.mjs'
import { digits, markdownTable, spread } from '../lib/report.mjs'
import { median, ratiosTo, runRounds } from '../lib/rounds.mjs'
import { mapValues, runAsProgram, tell } from '../lib/suite.mjs'

const zone = `${zones[0]}`
const zoned = `zone = "*/${zone}"`

/** Each with the path of the list; the first is what the others are compared with. */
const cases = {
  'a label and a status': {
    'images in one project': ['global/images', 'labels.env = prod AND status = READY'],
    'instances in one zone': [`zones/${zone}/instances`, 'labels.env = prod AND status = RUNNING'],
    'instances in all zones': ['aggregated/instances', 'labels.env = prod AND status = RUNNING'],
  },
  'a label, a status and a URL': {
    'images in one project': ['global/images', 'labels.env = prod AND status = READY AND selfLink = "*/web*"'],
    'instances in one zone': [`zones/${zone}/instances`, `labels.env = prod AND status = RUNNING AND ${zoned}`],
    'instances in all zones': ['aggregated/instances', `labels.env = prod AND status = RUNNING AND ${zoned}`],
  },
  everything: {
    'images in one project': ['global/images', ''],
    'instances in one zone': [`zones/${zone}/instances`, ''],
    'instances in all zones': ['aggregated/instances', ''],
  },
}

/** The bytes of the heap that what is made holds. */
function bytesOf(make) {
  const settle = () => {
    globalThis.gc()
    globalThis.gc()
    return process.memoryUsage().heapUsed
  }
  const before = settle()
  const made = make()
  return { made, bytes: settle() - before }
}

/** @param count of the images, and of the instances of all zones and of one zone */
export async function run({ count = 100_000, rounds = 5 } = {}) {
  tell('resources: memory')
  const { made: resources, bytes } = bytesOf(() => ({
    images: generateImages(count),
    instances: generateInstances(count),
    zonal: generateInstances(count, 2, [zone]),
  }))
  const sources = bytesOf(() => ({
    p: createMemorySource({ p: [...resources.images, ...resources.instances] }),
    one: createMemorySource({ p: resources.zonal }),
  }))
  const handles = mapValues(sources.made, (source) =>
    createHandler({ source, authorize: () => 'allow', timeoutMs: 600_000 }),
  )
  /** The list of one zone is asked of a project that has nothing else, so that all lists read the same number. */
  const ask = async ([path, filter], parameters = {}) => {
    const query = new URLSearchParams({ filter, ...parameters })
    const handle = path.startsWith('zones/') ? handles.one : handles.p
    const response = await handle(new Request(`http://localhost/compute/v1/projects/p/${path}?${query}`))
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.text()
  }

  const rows = []
  for (const [name, contestants] of Object.entries(cases)) {
    tell(`resources: ${name}`)
    for (const request of Object.values(contestants)) for (let again = 0; again < 3; again++) await ask(request)
    const times = await runRounds(
      mapValues(contestants, (request) => () => ask(request)),
      { rounds, milliseconds: 100 },
    )
    rows.push({
      name,
      milliseconds: mapValues(times, (own) => median(own) / 1e6),
      ratios: ratiosTo('images in one project', times),
    })
  }
  const used = bytesOf(() => undefined)
  globalThis.gc()
  return {
    count,
    rows,
    /** The resources themselves, and what the sources hold besides them. */
    memory: { resources: bytes / count / 3, sources: sources.bytes / count / 3, growth: used.bytes },
  }
}

export const report = ({ count, rows, memory }) =>
  [
    `${count.toLocaleString('en')} images, as many instances in ten zones, and as many in one. Milliseconds for a page of 500 over the handler, and the ratio to images:`,
    markdownTable(
      ['filter', ...Object.keys(rows[0].milliseconds)],
      rows.map(({ name, milliseconds, ratios }) => [
        name,
        ...Object.entries(milliseconds).map(([contestant, each]) =>
          contestant === 'images in one project' ? digits(each) : `${digits(each)}, ${spread(ratios[contestant])}`,
        ),
      ]),
    ),
    `A resource takes ${digits(memory.resources)} bytes of the heap, and its place in a source ${digits(memory.sources)} (${((memory.sources / memory.resources) * 100).toFixed(0)} %).`,
  ].join('\n\n')

await runAsProgram(import.meta, { run, report })
