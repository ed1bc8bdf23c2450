// The package in bundlers, frameworks, test runners, compilers and runtimes, each installed into a folder of its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createPlace, NotHere } from './place.mjs'
import { bundlers } from './rows/bundlers.mjs'
import { compilers } from './rows/compilers.mjs'
import { frameworks } from './rows/frameworks.mjs'
import { pages } from './rows/pages.mjs'
import { runtimes } from './rows/runtimes.mjs'
import { testRunners } from './rows/test-runners.mjs'

const rows = [...bundlers, ...frameworks, ...pages, ...testRunners, ...compilers, ...runtimes]

const help = `usage: npm run test:bundlers -- [--quick] [NAME…]

Packs the package, installs it with each of these tools into a folder of its own, and filters there.
NAME chooses the rows whose name contains it, in any letter case. REPORT=FILE writes the numbers as JSON.

  --quick   the short set, marked * below
  --help    this text

${rows.map(({ name, quick }) => `${quick ? '*' : ' '} ${name}`).join('\n')}
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(help)
  process.exit(0)
}
const isChosen = ({ name, quick }) =>
  (!values.quick || quick) &&
  (positionals.length === 0 || positionals.some((part) => name.toLowerCase().includes(part.toLowerCase())))
const chosen = rows.filter(isChosen)
if (chosen.length === 0) {
  console.error(`no row is called ${positionals.join(' or ')}\n\n${help}`)
  process.exit(2)
}

const workplace = mkdtempSync(join(tmpdir(), 'compute-filter-bundlers-'))
const root = new URL('../..', import.meta.url).pathname
const packing = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', workplace], {
  cwd: root,
  encoding: 'utf8',
})
if (packing.status !== 0) throw new Error(packing.stderr)
const tarball = join(workplace, JSON.parse(packing.stdout)[0].filename)

let passed = 0
let failed = 0
let leftOut = 0

for (const [index, row] of chosen.entries()) {
  const place = createPlace(join(workplace, String(index)), tarball)
  const check = async (what, run) => {
    await run()
    passed++
    console.log(`ok        ${row.name}: ${what}`)
  }
  try {
    await row.run(place, check)
  } catch (error) {
    if (error instanceof NotHere) {
      leftOut++
      console.log(`LEFT OUT  ${row.name}: ${error.message}`)
    } else {
      failed++
      console.log(`FAILED    ${row.name}\n${String(error.message).replace(/^/gm, '          ')}`)
    }
  }
  place.delete()
}

rmSync(workplace, { recursive: true, force: true })
if (process.env.REPORT) writeFileSync(process.env.REPORT, JSON.stringify({ passed, failed }))
if (leftOut > 0) console.log(`${leftOut} left out`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
