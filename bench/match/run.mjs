import { compile } from '../../dist/index.js'
import { generateImages } from '../data/images.mjs'
import { loadRealImages } from '../data/real.mjs'
import { digits, markdownTable, spread } from '../lib/report.mjs'
import { geometricMean, median, ratiosTo, runRounds } from '../lib/rounds.mjs'
import { mapValues, runAsProgram, tell } from '../lib/suite.mjs'
import { cases } from './cases.mjs'
import { peers } from './peers.mjs'

const byHand = 'by hand'
const own = 'compute-filter'

/** Counts the matching images; a contestant that returns promises is awaited. */
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

/** The number of matching images, the same for all contestants. */
async function expectEqual({ name }, images, tests) {
  const counts = Object.entries(tests).map(async ([who, test]) => [who, await counting(test, images)()])
  const [[, expected], ...others] = await Promise.all(counts)
  for (const [who, found] of others) {
    if (found !== expected) throw new Error(`${name}: ${who} finds ${found}, the predicate ${expected}`)
  }
  return expected
}

/** One case: the library against the predicate, then the slower peers against both on a tenth of the images. */
async function runCase(entry, images, { rounds, withPeers }) {
  const tests = { [byHand]: entry.predicate, [own]: compile(entry.filter) }
  const matching = await expectEqual(entry, images, tests)
  const counters = mapValues(tests, (test) => counting(test, images))
  const times = await runRounds(counters, { rounds })
  const figures = {
    name: entry.name,
    filter: entry.filter,
    matching,
    nanoseconds: median(times[byHand]) / images.length,
    ...ratiosTo(byHand, times)[own],
    peers: {},
  }
  if (!withPeers) return figures
  const able = Object.entries(peers).flatMap(([name, prepare]) => (prepare(entry) ? [[name, prepare(entry)]] : []))
  const all = { ...tests, ...Object.fromEntries(able) }
  const fewer = images.slice(0, Math.ceil(images.length / 10))
  await expectEqual(entry, fewer, all)
  const peerTimes = await runRounds(
    mapValues(all, (test) => counting(test, fewer)),
    { rounds: 3, milliseconds: 20 },
  )
  const [toHand, toOwn] = [ratiosTo(byHand, peerTimes), ratiosTo(own, peerTimes)]
  for (const [name] of able) figures.peers[name] = { byHand: toHand[name].ratio, own: toOwn[name].ratio }
  return figures
}

/** Generated images for all contestants; the collected images, if present, for the library and the predicate only. */
export async function run({ count = 20_000, rounds = 7, withPeers = true, withReal = true } = {}) {
  const images = generateImages(count)
  const generated = []
  for (const entry of cases) {
    tell(`match: ${entry.name}`)
    const figures = await runCase(entry, images, { rounds, withPeers })
    if (figures.matching === 0 || figures.matching === count) throw new Error(`${entry.name} says nothing`)
    generated.push(figures)
  }
  const realImages = withReal ? loadRealImages() : undefined
  const real = []
  for (const entry of realImages === undefined ? [] : cases) {
    real.push(await runCase(entry, realImages, { rounds, withPeers: false }))
  }
  return { count, generated, real, realCount: realImages?.length ?? 0 }
}

const summaryOf = (figures) => {
  const ratios = figures.map(({ ratio }) => ratio)
  return { mean: geometricMean(ratios), worst: Math.max(...ratios) }
}

/** For each peer: the number of cases it can express, and its time as multiples of the predicate's and of ours. */
const peersOf = (figures) =>
  Object.keys(peers)
    .map((name) => {
      const found = figures.flatMap((each) => each.peers[name] ?? [])
      return {
        name,
        cases: found.length,
        byHand: geometricMean(found.map((each) => each.byHand)),
        own: geometricMean(found.map((each) => each.own)),
        least: Math.min(...found.map((each) => each.own)),
      }
    })
    .sort((a, b) => a.own - b.own)

export function summarize({ generated, real }) {
  return {
    generated: summaryOf(generated),
    ...(real.length > 0 && { real: summaryOf(real) }),
    peers: peersOf(generated),
  }
}

export function report(figures) {
  const { generated, real, peers: others } = summarize(figures)
  const { count, realCount } = figures
  const names = others.map(({ name }) => name)
  const onReal = new Map(figures.real.map((each) => [each.name, each]))
  const cell = (each) => (each === undefined ? '–' : digits(each.byHand))
  return [
    `${count.toLocaleString('en')} generated images: geometric mean **${generated.mean.toFixed(2)} ×** the predicate written by hand, worst ${generated.worst.toFixed(2)} ×.` +
      (real === undefined
        ? ''
        : ` The same filters over ${realCount.toLocaleString('en')} real images: ${real.mean.toFixed(2)} ×, worst ${real.worst.toFixed(2)} ×.`),
    'The predicate in nanoseconds for each image; all others as multiples of it, ours with the least and the greatest of the rounds; – where a peer cannot ask the question:',
    markdownTable(
      ['case', 'by hand, ns', own, ...(real ? ['on real images'] : []), ...names],
      figures.generated.map((each) => [
        each.name,
        digits(each.nanoseconds),
        spread(each),
        ...(real ? [onReal.get(each.name).ratio.toFixed(2)] : []),
        ...names.map((name) => cell(each.peers[name])),
      ]),
    ),
    'The peers as multiples of compute-filter, over the cases that each can express:',
    markdownTable(
      ['peer', 'cases', 'geometric mean', 'least'],
      others.map(({ name, cases: able, own: mean, least }) => [name, able, digits(mean), digits(least)]),
    ),
  ].join('\n\n')
}

await runAsProgram(import.meta, { run, report })
