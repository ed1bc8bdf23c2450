// Mutation testing with Stryker: `npm run test:mutation [-- [--static] [--again] PATH…]`. Changes src and grammar in a
// copy, one place at a time, and counts the changes that no test notices. A path is a folder, as src/regex/re2, or a file.
// Reports are written to reports/mutation.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'

const root = resolve(import.meta.dirname, '../..')
const reports = join(root, 'reports/mutation')
const config = JSON.parse(readFileSync(join(import.meta.dirname, 'stryker.config.json'), 'utf8'))

/**
 * Left out unless named: cli and node are tested through the built package in other processes, where no mutant is
 * switched on, and testing is itself made of tests; the faults planted by test/testing/faults.test.ts stand in for
 * mutants there. resources consists of generated files and of their generator, whose output is compared as a whole.
 * grammar/diagrams draws pictures and is no part of the library.
 */
const leftOut = ['cli', 'node', 'resources', 'testing']
const inSrc = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !leftOut.includes(entry.name))
  .map(({ name }) => `src/${name}`)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    // Also what is evaluated once, when a module is loaded: tables and patterns. All tests run for each.
    static: { type: 'boolean', default: false },
    // Keep the results of the last run where neither the code nor the tests that reach it have changed.
    again: { type: 'boolean', default: false },
  },
})
const folders =
  positionals.length > 0 ? positionals.map((folder) => folder.replace(/\/+$/, '')) : [...inSrc, 'src', 'grammar']

process.chdir(root)
mkdirSync(reports, { recursive: true })
const rows = []
for (const folder of folders) await mutate(folder)
console.table(rows)

async function mutate(folder) {
  console.log(`== ${folder}`)
  process.env.MUTATED_FOLDER = folder
  const name = folder.replaceAll('/', '-')
  const results = await new Stryker({
    ...config,
    plugins: config.plugins.map((plugin) => import.meta.resolve(plugin)),
    mutate: [patternOf(folder), '!**/*.d.ts'],
    ignoreStatic: !values.static,
    incremental: values.again,
    incrementalFile: join(reports, `${name}.incremental.json`),
    jsonReporter: { fileName: join(reports, `${name}.json`) },
    tempDirName: join(tmpdir(), 'compute-filter-mutation'),
  }).runMutationTest()
  for (const { status, fileName, location, mutatorName, replacement } of results) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue
    const { line, column } = location.start
    const file = fileName.startsWith(root) ? fileName.slice(root.length + 1) : fileName
    console.log(`${status} ${file}:${line}:${column} ${mutatorName}: ${JSON.stringify(replacement)}`)
  }
  rows.push(rowOf(folder, results))
  console.table(rows.slice(-1))
}

/** The files of a folder; of `src` and `grammar` only their own, since their folders are named one by one. */
function patternOf(path) {
  if (path.endsWith('.ts')) return path
  return /^(?:src|grammar)$/.test(path) ? `${path}/*.ts` : `${path}/**/*.ts`
}

function rowOf(folder, results) {
  const count = (wanted) => results.filter(({ status }) => status === wanted).length
  const [killed, survived, uncovered, timeouts] = ['Killed', 'Survived', 'NoCoverage', 'Timeout'].map(count)
  const detected = killed + timeouts
  const valid = detected + survived + uncovered
  const score = valid === 0 ? 'none' : `${((100 * detected) / valid).toFixed(1)} %`
  return { folder, score, killed, survived, 'no coverage': uncovered, timeouts, ignored: count('Ignored') }
}
