import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { builtFile } from '../readme/samples.ts'

/** Both builds in one process, as where some code is an ES module and some is not and Node has no `module-sync`. */
const both = `
  let memories = 0
  const { Memory } = WebAssembly
  WebAssembly.Memory = class extends Memory { constructor(size) { super(size); memories++ } }
  let modules = 0
  const { Module } = WebAssembly
  WebAssembly.Module = class extends Module { constructor(bytes) { super(bytes); modules++ } }
  const esm = await import(${JSON.stringify(builtFile('index.js'))})
  const { createRequire } = await import('node:module')
  const require = createRequire(${JSON.stringify(builtFile('index.js'))})
  const cjs = require('./index.cjs')
  const thrownBy = (run) => { try { run() } catch (error) { return error } }
  const tell = (value) => console.log(JSON.stringify(value))
  const filter = 'name eq "de\\\\p{Ll}.*"'
`

function run(program: string): unknown {
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', both + program], { encoding: 'utf8' })
  return JSON.parse(said)
}

describe('the ES module and the CommonJS build in one process', () => {
  it('are two copies with the same names', () => {
    expect(
      run(`tell([esm.compile === cjs.compile, Object.keys(cjs).sort().join() === Object.keys(esm).sort().join()])`),
    ) //
      .toEqual([false, true])
  })

  it.each([
    ['esm', 'cjs'],
    ['cjs', 'esm'],
  ])('run RE2 once: %s first', (first, second) => {
    const program = `
      const image = { name: 'debian' }
      const matches = [${first}, ${second}, ${first}].map(({ compile }) => compile(filter)(image))
      const rejected = [esm, cjs].map(({ validate }) => validate('name eq "("')[0].code)
      tell({ matches, rejected, memories, modules })`
    const rejected = ['invalid-pattern', 'invalid-pattern']
    expect(run(program)).toEqual({ matches: [true, true, true], rejected, memories: 1, modules: 1 })
  })

  it('share the engine that loadRegexEngine has loaded', () => {
    const program = `
      const { readFileSync } = await import('node:fs')
      const module = await cjs.loadRegexEngine(readFileSync(require.resolve('./re2.wasm')))
      process.getBuiltinModule = undefined
      tell([esm.compile(filter)({ name: 'debian' }), await esm.loadRegexEngine(module) === module, memories])`
    expect(run(program)).toEqual([true, true, 1])
  })

  it('have classes of errors of their own, which share their names', () => {
    const program = `
      const { ListError: EsmListError } = await import(${JSON.stringify(builtFile('list.js'))})
      const { listImages, ListError } = require('./list.cjs')
      process.getBuiltinModule = undefined
      const errors = [
        [thrownBy(() => cjs.compile('nme = a')), cjs.FilterError, esm.FilterError],
        [thrownBy(() => cjs.compile(filter)), cjs.EngineNotLoadedError, esm.EngineNotLoadedError],
        [await listImages([], { project: 'p', pageToken: '!' }).catch((error) => error), ListError, EsmListError],
      ]
      tell(errors.map(([error, own, other]) => [error.name, error instanceof own, error instanceof other]))`
    expect(run(program)).toEqual([
      ['FilterError', true, false],
      ['EngineNotLoadedError', true, false],
      ['ListError', true, false],
    ])
  })

  it('each have their own RE2 where the global object takes no properties', () => {
    const program = `
      Object.preventExtensions(globalThis)
      tell([esm, cjs].map(({ compile }) => compile(filter)({ name: 'debian' })).concat(memories))`
    expect(run(program)).toEqual([true, true, 2])
  })
})

it.each(['index', 'collection', 'list', 'node', 're2js', 'server', 'testing'])(
  'the CommonJS build of %s exports what the ES module does',
  (name) => {
    const program = `
      const names = (exported) => Object.keys(exported).sort()
      tell([names(require('./${name}.cjs')), names(await import(${JSON.stringify(builtFile(`${name}.js`))}))])`
    const [cjs, esm] = run(program) as [string[], string[]]
    expect(cjs).toEqual(esm)
    expect(cjs.length).toBeGreaterThan(0)
  },
)

it('a package of its own in Node is one copy, required or imported', () => {
  const program = `
    const required = createRequire(${JSON.stringify(builtFile('index.js'))})('compute-filter')
    tell((await import(${JSON.stringify(builtFile('index.js'))})).compile === required.compile)`
  // Node 22 before 22.12 has no such condition; there the two share RE2.
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  expect(run(program)).toBe(major !== 22 || minor >= 12)
})
