import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { drawCharts } from './lib/charts.mjs'
import { writeSection } from './lib/report.mjs'

const suites = ['match', 'mixed', 'parse', 'startup', 'memory', 'list', 'resources', 'collection', 'regex']
const usage = `usage: node bench/run.mjs [--help] [SUITE…]

Runs the suites, or those named, each in a process of its own, and writes what they found to bench/results.json, to the
tables of bench/README.md and to the charts. The library must have been built. All of them take about half an hour.

suites: ${suites.join(', ')}`

function readChosen() {
  const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true })
  if (values.help) {
    console.log(usage)
    process.exit()
  }
  const unknown = positionals.find((name) => !suites.includes(name))
  if (unknown !== undefined) throw new Error(`There is no suite ${unknown}.`)
  return positionals.length === 0 ? suites : positionals
}

const results = new URL('results.json', import.meta.url)

function readResults() {
  try {
    return JSON.parse(readFileSync(results, 'utf8'))
  } catch {
    return {}
  }
}

function runSuite(name) {
  const file = new URL(`${name}/run.mjs`, import.meta.url).pathname
  const text = execFileSync(process.execPath, ['--expose-gc', file, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(text)
}

let chosen
try {
  chosen = readChosen()
} catch ({ message }) {
  console.error(`${message}\n\n${usage}`)
  process.exit(2)
}
for (const name of chosen) {
  console.error(`${name} …`)
  const figures = runSuite(name)
  const { report } = await import(`./${name}/run.mjs`)
  await writeSection(name, report(figures))
  writeFileSync(results, `${JSON.stringify({ ...readResults(), [name]: figures }, null, 2)}\n`)
}
await drawCharts(readResults())
