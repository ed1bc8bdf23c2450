import { spawnSync } from 'node:child_process'
import { digits, markdownTable } from '../lib/report.mjs'
import { median } from '../lib/rounds.mjs'
import { runAsProgram, tell } from '../lib/suite.mjs'

const library = new URL('../../dist/index.js', import.meta.url).href
const programs = {
  'bare Node': '',
  import: `await import('${library}')`,
  'import and the first filter': `const { compile } = await import('${library}'); compile('labels.env = prod AND diskSizeGb > 50')({})`,
  'import and the first pattern': `const { compile } = await import('${library}'); compile('name eq debian-.*')({ name: 'debian-12' })`,
  'import and the first pattern for RE2': `const { compile } = await import('${library}'); compile('name eq (?i)debian-.*')({ name: 'debian-12' })`,
}

/** Milliseconds of whole processes, which take turns. */
export function run({ times = 20 } = {}) {
  tell('startup')
  const taken = Object.fromEntries(Object.keys(programs).map((name) => [name, []]))
  for (let round = 0; round < times; round++) {
    for (const [name, program] of Object.entries(programs)) {
      const since = performance.now()
      const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(stderr)
      taken[name].push(performance.now() - since)
    }
  }
  const bare = taken['bare Node']
  return Object.fromEntries(
    Object.entries(taken).map(([name, own]) => [
      name,
      { milliseconds: median(own), above: median(own.map((time, round) => time - bare[round])) },
    ]),
  )
}

export const report = (results) =>
  markdownTable(
    ['program', 'ms', 'above bare Node'],
    Object.entries(results).map(([name, { milliseconds, above }]) => [name, digits(milliseconds), digits(above)]),
  )

await runAsProgram(import.meta, { run, report })
