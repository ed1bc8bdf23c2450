import { compile, parse } from '../../dist/index.js'
import { digits, markdownTable } from '../lib/report.mjs'
import { mapValues, runAsProgram, tell } from '../lib/suite.mjs'

const filters = {
  'one equality': (at) => `name = image-${at}`,
  'three conditions': (at) => `labels.env = prod-${at} AND diskSizeGb > ${at} AND NOT deprecated.state = OBSOLETE`,
  'a pattern matched in JavaScript': (at) => `name eq "debian-${at}-.*"`,
  'a pattern for RE2': (at) => `name eq "(?i)debian-${at}-.*"`,
  'a hundred values': (at) => `name = (${Array.from({ length: 100 }, (_, value) => `v${value}-${at}`).join(' OR ')})`,
}

/** The bytes that one more of them holds, on the JavaScript heap and in WebAssembly memory or other buffers. */
function bytesOf(make, count) {
  const settle = () => {
    globalThis.gc()
    globalThis.gc()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  make(-1)
  const before = settle()
  const kept = Array.from({ length: count }, (_, at) => make(at))
  const bytes = (settle() - before) / count
  return kept.length === count ? bytes : 0
}

export function run({ count = 500 } = {}) {
  tell('memory')
  return mapValues(filters, (filterOf) => ({
    tree: bytesOf((at) => parse(filterOf(at)), count),
    matcher: bytesOf((at) => {
      const matcher = compile(filterOf(at))
      matcher({ name: 'debian-12' })
      return matcher
    }, count),
  }))
}

export const report = (results) =>
  markdownTable(
    ['filter', 'tree, kB', 'Matcher with its tree, kB'],
    Object.entries(results).map(([name, { tree, matcher }]) => [name, digits(tree / 1024), digits(matcher / 1024)]),
  )

await runAsProgram(import.meta, { run, report })
