import { generateMixedImages } from '../data/mixed.mjs'
import { loadInstances } from '../data/real.mjs'
import { runInTurns } from '../lib/turns.mjs'
import { loadMatcher, modules } from './matchers.mjs'
import { instanceCases, instanceSchema, mixedCases } from './cases.mjs'

/*
 * Objects of mixed shapes, and many filters side by side in random order: what an engine learns from one filter does not
 * fit the next. The images stay in the cache, so that nothing but the work of the filter counts.
 */

const imageCount = 2000
/** Resources that one run goes through, at least; it takes less than a tenth of a millisecond. */
const runLength = 4000

/** The cases, with the resources of each; those for instances only where the collected ones are beside the project. */
function entriesOf() {
  const images = generateMixedImages(imageCount)
  const instances = loadInstances()
  const overImages = mixedCases.map((entry) => ({ ...entry, resources: images, options: {} }))
  const overInstances = instanceCases.map((entry) => ({
    ...entry,
    resources: instances,
    options: { schema: instanceSchema },
  }))
  return instances === undefined ? { overImages, overInstances: [] } : { overImages, overInstances }
}

/** The nanoseconds of each case for one resource: by hand, and by each compiler. All have to find the same. */
function compare(entries, compilers, turns) {
  const tests = entries.map(({ predicate, filter, options }) => [
    predicate,
    ...compilers.map((compile) => compile(filter, options)),
  ])
  const runs = entries.flatMap((entry, at) => tests[at].map((test) => counting(test, entry.resources)))
  for (const [at, { name, resources }] of entries.entries()) expectEqual(name, resources, tests[at])
  const times = runInTurns(runs, { turns })
  const width = compilers.length + 1
  return entries.map(({ name, filter, resources }, at) => {
    const perResource = times.slice(at * width, (at + 1) * width).map((time) => time / lengthOf(resources))
    const [byHand, ...own] = perResource
    return { name, filter, nanoseconds: byHand, own, ratios: own.map((time) => time / byHand) }
  })
}

function expectEqual(name, resources, tests) {
  const counts = tests.map((test) => resources.filter((resource) => test(resource)).length)
  if (counts.some((count) => count !== counts[0])) throw new Error(`${name}: ${counts.join(', ')} are found`)
  if (counts[0] === 0 || counts[0] === resources.length) throw new Error(`${name} says nothing`)
}

const timesOf = (resources) => Math.ceil(runLength / resources.length)
const lengthOf = (resources) => timesOf(resources) * resources.length

const counting = (test, resources) => () => {
  let count = 0
  for (let time = timesOf(resources); time > 0; time--) for (const resource of resources) if (test(resource)) count++
  return count
}

/** @param compile of the built library */
export function runMixed(compile, { turns = 300 } = {}) {
  const { overImages, overInstances } = entriesOf()
  const figures = (entries) =>
    compare(entries, [compile], turns).map(({ name, filter, nanoseconds, ratios: [ratio] }) => ({
      name,
      filter,
      nanoseconds,
      ratio,
    }))
  return { mixed: figures(overImages), instances: figures(overInstances) }
}

/** All that can be left out: the rewrites, and modules that have a plain form in `without/`. */
export async function speedUps() {
  const { rewrites } = await loadMatcher()
  return [...rewrites, ...modules]
}

/** What the suite takes without one rewrite or module, as a multiple of the time with it, for each case. */
export async function runWithout(name, { turns = 150 } = {}) {
  const { overImages, overInstances } = entriesOf()
  const compilers = [await loadMatcher(), await loadMatcher(name)].map(({ compile }) => compile)
  return compare([...overImages, ...overInstances], compilers, turns).map(({ name: of, own: [full, less] }) => ({
    name: of,
    gain: less / full,
  }))
}
