import { compile } from '../../dist/index.js'
import { generateImages } from '../data/images.mjs'
import { geometricMean, median, ratiosTo, runRounds } from '../lib/rounds.mjs'
import { cases } from './cases.mjs'
import { peers } from './peers.mjs'

const byHand = 'by hand'
const own = 'compute-filter'

/** Counts the images that match; a contestant that answers with promises is awaited. */
function counting(test, images) {
  if (test(images[0]) instanceof Promise) {
    return async () => {
      let count = 0
      for (const image of images) if (await test(image)) count++
      return count
    }
  }
  return () => {
    let count = 0
    for (const image of images) if (test(image)) count++
    return count
  }
}

/** Runs all cases; peers on a tenth of the images, since they are slower. */
export async function runMatch({ count = 20_000, rounds = 5, withPeers = true } = {}) {
  const images = generateImages(count)
  const results = []
  for (const entry of cases) {
    const tests = { [byHand]: entry.predicate, [own]: compile(entry.filter) }
    const fewer = images.slice(0, Math.ceil(count / 10))
    const others = withPeers
      ? Object.entries(peers).flatMap(([name, prepare]) => (prepare(entry) ? [[name, prepare(entry)]] : []))
      : []
    await expectEqual(entry, images, tests)
    await expectEqual(entry, fewer, { [byHand]: entry.predicate, ...Object.fromEntries(others) })
    const times = await runRounds(
      mapValues(tests, (test) => counting(test, images)),
      { rounds },
    )
    const peerTimes = await runRounds(
      mapValues({ [byHand]: entry.predicate, ...Object.fromEntries(others) }, (test) => counting(test, fewer)),
      { rounds: Math.min(3, rounds), milliseconds: 20 },
    )
    results.push({
      name: entry.name,
      filter: entry.filter,
      nanoseconds: mapValues(times, (each) => median(each) / images.length),
      ratios: { ...ratiosTo(byHand, peerTimes), ...ratiosTo(byHand, times) },
    })
  }
  return results
}

async function expectEqual({ name }, images, tests) {
  const counts = await Promise.all(
    Object.entries(tests).map(async ([who, test]) => [who, await counting(test, images)()]),
  )
  const [[, expected]] = counts
  for (const [who, found] of counts) {
    if (found !== expected) throw new Error(`${name}: ${who} finds ${found}, the predicate ${expected}`)
  }
  if (expected === 0 || expected === images.length)
    throw new Error(`${name}: says nothing, ${expected} of ${images.length}`)
}

const mapValues = (object, map) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]))

export function summarize(results) {
  const ratios = results.map(({ ratios }) => ratios[own].ratio)
  return { geometricMean: geometricMean(ratios), worst: Math.max(...ratios) }
}

export function table(results) {
  const names = [own, ...Object.keys(peers)]
  const cell = (ratios, name) => (ratios[name] ? ratios[name].ratio.toFixed(name === own ? 2 : 1) : '–')
  return [
    `| case | by hand, ns | ${names.join(' | ')} |`,
    `| --- | --: | ${names.map(() => '--:').join(' | ')} |`,
    ...results.map(
      ({ name, nanoseconds, ratios }) =>
        `| ${name} | ${nanoseconds[byHand].toFixed(1)} | ${names.map((peer) => cell(ratios, peer)).join(' | ')} |`,
    ),
  ].join('\n')
}

if (process.argv[1] === import.meta.filename) {
  const results = await runMatch({ withPeers: !process.argv.includes('--own') })
  console.log(table(results))
  console.log(summarize(results))
}
