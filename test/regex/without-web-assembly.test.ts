import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { builtFile } from '../readme/samples.ts'
import { fresh } from './fresh.ts'

const binary = readFileSync(createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm'))
const filter = 'name eq debia\\p{Ll}-\\d+'
const image = { name: 'debian-12' }

const none = {
  message: 'RE2 is required, but WebAssembly is not available',
  help: 'pass `regexEngine: re2jsEngine` from `compute-filter/re2js`',
}
const forbidden = {
  message: 'RE2 is required, but compiling WebAssembly is not allowed',
  help: 'allow `wasm-unsafe-eval` in the content-security policy, pass a compiled module to `loadRegexEngine(…)`, or pass `regexEngine: re2jsEngine`',
}

const { compile: compileAsync, CompileError, Instance, LinkError, Memory, RuntimeError } = WebAssembly

/** WebAssembly as under a policy without `wasm-unsafe-eval`: modules that are compiled already run. */
function forbidding(): { readonly api: object; readonly tried: () => number } {
  let tried = 0
  function Module(): never {
    tried++
    throw new CompileError('Wasm code generation disallowed by embedder')
  }
  Module.exports = WebAssembly.Module.exports
  Module.imports = WebAssembly.Module.imports
  const compile = () => Promise.reject(new CompileError('Wasm code generation disallowed by embedder'))
  return { api: { compile, CompileError, Instance, LinkError, Memory, Module, RuntimeError }, tried: () => tried }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe.each([
  ['without WebAssembly', () => undefined, none],
  ['where compiling is forbidden', () => forbidding().api, forbidden],
])('%s', (_, api, { message, help }) => {
  it('a pattern that needs RE2 is EngineNotLoadedError, with help', async () => {
    vi.stubGlobal('WebAssembly', api())
    const { compile, EngineNotLoadedError, explain, validate } = await fresh()
    expect(() => compile(filter)).toThrow(EngineNotLoadedError)
    expect(() => compile(filter)).toThrow(`${message}: ${help}`)
    expect(() => explain(filter, image)).toThrow(EngineNotLoadedError)
    const span = { start: 8, end: 23 }
    expect(validate(filter)).toEqual([
      {
        code: 'engine-missing',
        severity: 'error',
        message: 'the pattern needs RE2, which is not loaded',
        details: {},
        help,
        span,
      },
    ])
    expect(compile('name eq debian-.*')(image)).toBe(true)
  })

  it('so it is where no file can be read', async () => {
    vi.stubGlobal('process', { ...process, getBuiltinModule: undefined })
    vi.stubGlobal('WebAssembly', api())
    const { compile } = await fresh()
    expect(() => compile(filter)).toThrow(`${message}: ${help}`)
  })

  it('loadRegexEngine rejects with it', async () => {
    vi.stubGlobal('WebAssembly', api())
    const { EngineNotLoadedError, loadRegexEngine } = await fresh()
    await expect(loadRegexEngine(binary)).rejects.toThrow(EngineNotLoadedError)
    await expect(loadRegexEngine(binary)).rejects.toThrow(`${message}: ${help}`)
  })
})

describe('where compiling is forbidden', () => {
  it('that is tried once, since a page reports each attempt', async () => {
    vi.stubGlobal('process', { ...process, getBuiltinModule: undefined })
    const { api, tried } = forbidding()
    vi.stubGlobal('WebAssembly', api)
    const { validate } = await fresh()
    for (let times = 0; times < 5; times++) expect(validate(filter)).toHaveLength(1)
    expect(tried()).toBe(1)
  })

  it('a compiled module runs', async () => {
    const module = await compileAsync(binary)
    vi.stubGlobal('WebAssembly', forbidding().api)
    const { compile, loadRegexEngine } = await fresh()
    expect(await loadRegexEngine(module)).toBe(module)
    expect(compile(filter)(image)).toBe(true)
  })

  it('a used-up stack does not count as forbidden', async () => {
    vi.stubGlobal('process', { ...process, getBuiltinModule: undefined })
    function Module(): never {
      throw new RangeError('Maximum call stack size exceeded')
    }
    vi.stubGlobal('WebAssembly', { ...forbidding().api, Module })
    const { compile } = await fresh()
    expect(() => compile(filter)).toThrow('Maximum call stack size exceeded')
  })
})

it.each(['index.js', 'index.cjs'])('node --jitless, with %s', (file) => {
  const program = `
    const { compile, EngineNotLoadedError, loadRegexEngine, validate } = await import(${JSON.stringify(pathToFileURL(builtFile(file)).href)})
    const { re2jsEngine } = await import(${JSON.stringify(pathToFileURL(builtFile('re2js.js')).href)})
    const filter = 'name eq "de\\\\p{Ll}.*"'
    const nameOf = (error) => error instanceof EngineNotLoadedError && error.obstacle
    let thrown
    try { compile(filter) } catch (error) { thrown = nameOf(error) }
    console.log(
      typeof WebAssembly,
      thrown,
      validate(filter)[0].code,
      await loadRegexEngine(new Uint8Array()).catch(nameOf),
      compile(filter, { regexEngine: re2jsEngine })({ name: 'debian' }),
      compile('name eq "[a-z]+(-[a-z]+)*"')({ name: 'debian' }),
    )`
  const said = execFileSync(process.execPath, ['--jitless', '--input-type=module', '--eval', program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(said).toBe('undefined no-webassembly engine-missing no-webassembly true true\n')
})
