// Mutation testing in minutes: `npm run test:mutation:quick -- PATH…`. The mutants are Stryker's; one process loads the sources
// with all of them and runs, for each, the tests that reach it until one fails. A second pass runs what is left with slower
// tests and more of them. What is evaluated once, when a module is loaded, is left out, and tests that take longer than MAX_MS
// milliseconds (default: 100, and ten times as many in the second pass): the score is a lower bound.
import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { clearInterval, setInterval } from 'node:timers'
import { createInstrumenter } from '@stryker-mutator/instrumenter'
import { createInjector } from 'typed-inject'

const root = resolve(import.meta.dirname, '../../..')
const paths = process.argv.slice(2)
if (paths.length === 0 || paths.some((path) => path.startsWith('-'))) {
  console.error('usage: npm run test:mutation:quick -- PATH…, each a folder or a file of src or grammar')
  process.exit(2)
}

const filesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .toSorted()
        .flatMap((name) => filesIn(join(path, name)))
    : [path]

const copy = mkdtempSync(join(tmpdir(), 'quick-mutation-'))
const log = join(copy, 'mutation.log')
try {
  await prepare()
  for (const pass of [1, 2]) await runAll(pass)
  report()
} finally {
  rmSync(copy, { recursive: true, force: true })
}

async function prepare() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const file of String(listed).split('\0')) {
    if (file !== '' && existsSync(join(root, file))) cpSync(join(root, file), join(copy, file))
  }
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  process.chdir(copy)
  const quiet = () => undefined
  const logger = {
    ...{ trace: quiet, debug: quiet, info: quiet, warn: console.warn, error: console.error, fatal: console.error },
    ...{ isDebugEnabled: () => false, isTraceEnabled: () => false, isInfoEnabled: () => false },
  }
  const instrumenter = createInjector().provideValue('logger', logger).injectFunction(createInstrumenter)
  const names = paths.flatMap(filesIn).filter((name) => name.endsWith('.ts'))
  const files = names.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }))
  const options = { ignorers: [], excludedMutations: [], plugins: null }
  const { files: instrumented, mutants } = await instrumenter.instrument(files, options)
  for (const { name, content } of instrumented) writeFileSync(name, content)
  writeFileSync('mutants.json', JSON.stringify(mutants))
  writeFileSync(log, '')
  console.log(`${String(mutants.length)} mutants in ${String(names.length)} files`)
}

/** Runs the tests; again where a mutant that never ends had to be stopped. */
async function runAll(pass) {
  writeFileSync(log, `pass ${String(pass)}\n`, { flag: 'a' })
  for (;;) {
    await runOnce(pass)
    const last = readFileSync(log, 'utf8').trimEnd().split('\n').at(-1) ?? ''
    if (!last.startsWith('begins ')) return
    writeFileSync(log, `killed ${last.slice('begins '.length)}\n`, { flag: 'a' })
  }
}

async function runOnce(pass) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const config = join(copy, 'test/mutation/quick/vitest.config.ts')
  const output = process.env.VERBOSE ? 'inherit' : 'ignore'
  const child = spawn(process.execPath, [vitest, 'run', '--config', config, '--root', copy], {
    stdio: ['ignore', output, output],
    detached: true,
    env: { ...process.env, PASS: String(pass) },
  })
  const stalled = setInterval(() => {
    if (Date.now() - statSync(log).mtimeMs > 120_000) process.kill(-child.pid, 'SIGKILL')
  }, 5000)
  await new Promise((done) => child.on('exit', done))
  clearInterval(stalled)
}

function report() {
  const [killed, reached] = [new Set(), new Set()]
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [event, id = ''] = line.split(' ')
    if (event === 'killed') killed.add(id)
    if (event === 'reaches') for (const one of id.split(',')) reached.add(one)
  }
  const rows = new Map()
  for (const { id, fileName, location, mutatorName, replacement } of JSON.parse(readFileSync('mutants.json', 'utf8'))) {
    const folder = dirname(fileName)
    const row = rows.get(folder) ?? { folder, score: '', killed: 0, survived: 0, notReached: 0 }
    rows.set(folder, row)
    if (killed.has(id)) row.killed++
    else if (reached.has(id)) {
      row.survived++
      const place = `${fileName}:${String(location.start.line + 1)}:${String(location.start.column)}`
      console.log(`survived ${place} ${mutatorName}: ${JSON.stringify(replacement)}`)
    } else row.notReached++
  }
  for (const row of rows.values()) row.score = `${((100 * row.killed) / (row.killed + row.survived)).toFixed(1)} %`
  console.table([...rows.values()])
}
