// Runtimes with the installed package: imported, required, and both in one process.
import { demand } from '../place.mjs'

const filter = 'name eq "de\\\\p{Ll}.*"'
const programs = {
  'import.mjs': `
import { compile } from 'compute-filter'
console.log(compile('${filter}')({ name: 'debian-12' }))
`,
  'require.cjs': `
const { compile } = require('compute-filter')
console.log(compile('${filter}')({ name: 'debian-12' }))
`,
  'both.mjs': `
import { createRequire } from 'node:module'
let memories = 0
const { Memory } = WebAssembly
WebAssembly.Memory = class extends Memory { constructor(size) { super(size); memories++ } }
const imported = await import('compute-filter')
const required = createRequire(import.meta.url)('compute-filter')
const matches = [imported, required].map(({ compile }) => compile('${filter}')({ name: 'debian-12' }))
console.log(matches.join() === 'true,true' && memories === 1)
`,
}
const whats = { 'import.mjs': 'imported', 'require.cjs': 'required', 'both.mjs': 'both, with one RE2' }

/** @param command from the place: the program and its first arguments */
const runtime = (name, packages, command) => ({
  name,
  async run(place, check) {
    place.install(...packages)
    place.write(programs)
    const [program, ...args] = command(place)
    for (const [file, what] of Object.entries(whats)) {
      await check(what, () => {
        const said = place.run(program, [...args, file])
        demand(said === 'true\n', `it printed ${said}`)
      })
    }
  },
})

const node = (version, packageName) =>
  runtime(`Node ${version}`, [packageName], ({ path }) => [path(`node_modules/${packageName}/bin/node`)])

export const runtimes = [
  runtime(`Node ${process.versions.node}`, [], () => [process.execPath]),
  node('22.11, which requires no ES module', 'node-22-11'),
  node('22', 'node-22'),
  node('24', 'node-24'),
  runtime('Deno', ['deno'], ({ path }) => [path('node_modules/.bin/deno'), 'run', '--quiet', '--allow-read']),
  runtime('Bun', ['bun'], ({ path }) => [path('node_modules/.bin/bun')]),
]
