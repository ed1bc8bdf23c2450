// Runs the laws of an instrumented bundle, with an exception planted at one place after the other, and prints as JSON
// what came of each: `node try-places.mjs BUNDLE`. Right implementations come first, then faulty ones, for what runs only
// after something was found.
import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fc from 'fast-check'

const address = pathToFileURL(process.argv[2]).href

class Planted extends Error {}

// A law that breaks while an endpoint is asked leaves the answer unread, and that may be a rejection.
process.on('unhandledRejection', () => undefined)

/** Where an exception is planted, and where one is planted before it. */
let active
let alsoActive
/** Each place that was passed, with the time that it took to come there, in milliseconds. */
let passed = new Map()
let started = performance.now()
globalThis.plant = (place) => {
  if (!passed.has(place)) passed.set(place, performance.now() - started)
  if (place === active || place === alsoActive) throw new Planted(place)
}

const library = await import(address)
const atLoad = [...passed.keys()]
const { compile, createAggregatedLister, createLister, documented, observed, parse, resourceSchema, validate, walk } =
  library
const { expectAgrees, expectListsLike, expectRejects, filterArbitrary, oracle, patternArbitrary } = library
// A matcher that throws would be a disagreement, too.
for (const needed of [compile, createAggregatedLister, createLister, parse, validate, walk, expectAgrees, oracle])
  if (typeof needed !== 'function') throw new Error('the bundle lacks a function of the library')
await library.loadRegexEngine(readFileSync(fileURLToPath(import.meta.resolve('re2-wasm/build/wasm/re2.wasm'))))

const seed = 1
/** For a law that has to find a fault: more time than the default, in which a busy machine may not come to it. */
const unhurried = { seed, withinMs: 10_000 }
const matches = (options) => (filter, resource) => compile(filter, options)(resource)
const accepts = (options) => (filter) => validate(filter, options).length === 0
const number = { resource: 'Count', fields: { count: { type: 'integer' } } }

/** An endpoint of this library; `change` makes its pages wrong. */
const serve =
  (options = {}, change = (answer) => answer) =>
  (all) => {
    const lister = createLister(options)
    let resources = all
    const list = async (query) => change(await lister(resources, { project: 'p', ...query }), query)
    return { list, replace: (others) => void (resources = others) }
  }
const placed = {
  resource: 'Place',
  fields: {
    name: { type: 'string' },
    zone: { type: 'string', format: 'url' },
    creationTimestamp: { type: 'timestamp' },
  },
}
const scopes = ['zones/a', 'zones/b', 'global']
const aggregated = {
  schema: placed,
  path: 'aggregated/places',
  field: 'places',
  scopes,
  seed,
  runs: 200,
  withinMs: Infinity,
}
const zonal = { ...aggregated, path: 'zones/a/places' }
/** An aggregated endpoint of this library; `change` makes its scopes wrong. */
const serveAll =
  (change = (items) => items) =>
  (all) => {
    const lister = createAggregatedLister({ schema: placed, path: aggregated.path })
    let resources = all
    const list = async (query) => {
      const page = await lister(resources, { project: 'p', field: 'places', scopes, ...query })
      return { ...page, items: change({ ...page.items }) }
    }
    return { list, replace: (others) => void (resources = others) }
  }
/** The endpoint of one zone. */
const serveZone = (all) => {
  const lister = createLister({ schema: placed })
  const ownOf = (some) => some.filter(({ zone }) => typeof zone === 'string' && zone.endsWith('zones/a'))
  let resources = ownOf(all)
  const list = (query) => lister(resources, { project: 'p', ...query })
  return { list, replace: (others) => void (resources = ownOf(others)) }
}
const overHttp = (options) => (all) => {
  const { list } = serve(options)(all)
  return (query) =>
    list(query).then(
      (body) => ({ status: 200, body }),
      () => ({ status: 400 }),
    )
}

/** Laws that are kept. */
const right = {
  expectAgrees: () => expectAgrees(matches({}), { seed, runs: 600, wrongTypes: true, withinMs: Infinity }),
  'expectAgrees, another schema': () => {
    const options = { schema: resourceSchema, profile: observed }
    return expectAgrees(matches(options), { ...options, seed, runs: 600, withinMs: Infinity })
  },
  'expectAgrees, equality of repeated fields': () => {
    const profile = { ...documented, repeatedEquals: 'any' }
    return expectAgrees(matches({ profile }), { profile, seed, runs: 600, withinMs: Infinity })
  },
  'expectAgrees, promised': () =>
    expectAgrees(async (...given) => matches({})(...given), {
      dialect: 'regular expressions',
      runs: 200,
      seed,
      withinMs: Infinity,
    }),
  expectRejects: () => expectRejects(accepts({}), { seed, runs: 1800, withinMs: Infinity }),
  'expectRejects, few fields': () =>
    expectRejects(accepts({ schema: number }), { schema: number, seed, runs: 300, withinMs: Infinity }),
  'expectRejects, another profile': () =>
    expectRejects(accepts({ profile: observed }), { profile: observed, seed, runs: 300, withinMs: Infinity }),
  expectListsLike: () => expectListsLike(serve(), { seed, runs: 300, withinMs: Infinity }),
  'expectListsLike, another profile': () =>
    expectListsLike(overHttp({ profile: observed }), { profile: observed, seed, runs: 200, withinMs: Infinity }),
  'expectListsLike, all scopes': () => expectListsLike(serveAll(), aggregated),
  'expectListsLike, one zone': () => expectListsLike(serveZone, zonal),
  'expectListsLike, no empty filter': () =>
    expectListsLike(serve(), { seed, runs: 50, emptyFilter: false, withinMs: Infinity }),
  patternArbitrary: () => sample(patternArbitrary()),
  filterArbitrary: () => sample(filterArbitrary()),
  'filterArbitrary, invalid': () => sample(filterArbitrary({ valid: false })),
  'without a seed': async () => {
    fc.configureGlobal({ seed })
    try {
      await expectAgrees(matches({}), { runs: 1 })
    } finally {
      fc.resetConfigureGlobal()
    }
  },
  oracle: () => oracle('name = a', {}),
}

const sample = (arbitrary) => fc.sample(arbitrary, { seed, numRuns: 50 })

/** Whether a filter has a node of a kind. */
function hasKind(filter, kind) {
  let has = false
  walk(parse(filter), { [kind]: () => void (has = true) })
  return has
}

/** Laws that are broken, by the error in which they have to end. */
const DisagreementError = {
  'agrees, but for !=': () => expectAgrees((f, r) => matches({})(f, r) && !f.includes('!='), unhurried),
  ...Object.fromEntries(
    ['conjunction', 'juxtaposition', 'negation', 'composite'].map((kind) => [
      `agrees, but for a ${kind} with OR`,
      () => expectAgrees((f, r) => matches({})(f, r) !== (hasKind(f, kind) && hasKind(f, 'disjunction')), unhurried),
    ]),
  ),
  'agrees, but for composite values': () =>
    expectAgrees((f, r) => matches({})(f, r) !== / = \([^()]* OR [^()]*\)$/.test(f), unhurried),
  'agrees, but for lists': () =>
    expectAgrees((f, r) => matches({})(f, r) !== (r.licenses?.length > 1 && f.includes('licenses')), unhurried),
  'agrees, but is silent': () => expectAgrees(() => new Promise(() => undefined), { seed, timeoutMs: 1 }),
  'agrees, but throws': () => expectAgrees(() => Promise.reject(new Error('down')), { seed, runs: 1 }),
  'agrees, but for escapes': () =>
    expectAgrees((f, r) => matches({})(f, r) !== /\\[xuU]/.test(f), { ...unhurried, dialect: 'AIP-160' }),
  'rejects nothing': () => expectRejects(() => true, unhurried),
  'rejects no wrong tokens': () =>
    expectRejects((f) => [undefined, 'unexpected-token'].includes(validate(f)[0]?.code), unhurried),
  'rejects all': () => expectRejects(() => false, unhurried),
  'rejects, and crashes': () => expectRejects(() => undefined.name, unhurried),
  'rejects, but answers with a word': () => expectRejects(() => 'yes', unhurried),
  'lists the last items not': () =>
    expectListsLike(
      serve({}, ({ items, ...rest }) => ({ items: items?.slice(1), ...rest })),
      unhurried,
    ),
  'lists the first of many not': () =>
    expectListsLike(
      serve({}, ({ items, ...rest }) => ({
        ...rest,
        ...(items && { items: items.length > 20 ? items.slice(1) : items }),
      })),
      unhurried,
    ),
  'lists a name that cannot be shown': () => expectListsLike(() => () => ({ items: [{ name: '\u2028' }] }), unhurried),
  'lists too many': () =>
    expectListsLike(
      serve({}, (answer, { maxResults }) =>
        maxResults > 500 ? { items: Array.from({ length: 501 }, (_, n) => ({ name: `image-${n}` })) } : answer,
      ),
      unhurried,
    ),
  'lists scopes without their warnings': () =>
    expectListsLike(
      serveAll((items) =>
        Object.fromEntries(
          Object.entries(items).map(([scope, { places }]) => [scope, places === undefined ? {} : { places }]),
        ),
      ),
      aggregated,
    ),
  'lists all under one scope': () =>
    expectListsLike(
      serveAll((items) => ({ 'zones/a': { places: Object.values(items).flatMap(({ places = [] }) => places) } })),
      aggregated,
    ),
  'lists no scopes': () =>
    expectListsLike(
      serveAll(() => undefined),
      aggregated,
    ),
  'lists null': () => expectListsLike(() => () => null, unhurried),
  'lists null for items': () => expectListsLike(() => () => ({ items: null }), unhurried),
  'lists nulls': () => expectListsLike(() => () => ({ items: [null] }), unhurried),
  'lists, but is not served': () => expectListsLike(() => undefined, unhurried),
  'lists, but cannot be set up': () => expectListsLike(() => Promise.reject(new Error('down')), unhurried),
  'lists, but cannot be replaced': () =>
    expectListsLike((all) => ({ ...serve()(all), replace: () => Promise.reject(new Error('down')) }), unhurried),
}

const LawError = {
  ...Object.fromEntries(
    Object.entries({
      agrees: () => expectAgrees(matches({}), unhurried),
      rejects: () => expectRejects(accepts({}), unhurried),
      lists: () => expectListsLike(serve(), unhurried),
    }).map(([name, run]) => [`${name}, but asking breaks`, () => breaking('laws/ask.ts ask#1', run)]),
  ),
  'has too little time': () => expectAgrees(matches({}), { seed, withinMs: 0.001 }),
  'is interrupted': async () => {
    fc.configureGlobal({ interruptAfterTimeLimit: 0 })
    try {
      await expectAgrees(matches({}), { seed, runs: 10 })
    } finally {
      fc.resetConfigureGlobal()
    }
  },
}

const TypeError = {
  'has a wrong option': () => expectAgrees(matches({}), { runs: 'many' }),
  'has a wrong dialect': () => expectAgrees(matches({}), { dialect: 'regex' }),
  'has a wrong schema': () => expectAgrees(matches({}), { schema: { fields: { map: { type: 'map' } } } }),
}

/** Runs a law in which an exception is planted already. */
async function breaking(place, run) {
  alsoActive = place
  try {
    await run()
  } finally {
    alsoActive = undefined
  }
}

/** What a law ends in; undefined when all is well. */
async function errorOf(run) {
  try {
    await run()
    return undefined
  } catch (error) {
    return error
  }
}

/** Whether it is the exception that was planted, itself or as a cause. */
function outcomeOf(error, place) {
  for (let cause = error; cause !== undefined; cause = cause?.cause)
    if (cause instanceof Planted && cause.message === place) return 'surfaces'
  return error === undefined ? 'green' : `another error: ${String(error)}`
}

async function tryPlace(place, run) {
  active = place
  const outcome = outcomeOf(await errorOf(run), place)
  active = undefined
  return outcome
}

const problems = []
/** For each place the law that comes there first. A law that is kept is taken before one that is broken. */
const ways = new Map()
for (const [group, laws] of Object.entries({ right, DisagreementError, LawError, TypeError })) {
  const found = new Map()
  for (const [name, run] of Object.entries(laws)) {
    passed = new Map()
    started = performance.now()
    const error = await errorOf(run)
    if (error?.name !== (group === 'right' ? undefined : group)) problems.push(`${name}: ${String(error?.stack)}`)
    for (const [place, time] of passed) if (!(found.get(place)?.time < time)) found.set(place, { time, run })
  }
  for (const [place, way] of found) if (!ways.has(place)) ways.set(place, way)
}

const outcomes = {}
for (const [place, { run }] of ways) outcomes[place] = await tryPlace(place, run)
for (const [index, place] of atLoad.entries())
  outcomes[place] = await tryPlace(place, () => import(`${address}?${String(index)}`))
console.log(JSON.stringify({ outcomes, problems }))
