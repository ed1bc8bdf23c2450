import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fresh } from './fresh.ts'
import { raiseMemoryLimit } from '../../src/regex/re2/wasm-memory-limit.ts'

const path = createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm')
const binary = new Uint8Array(readFileSync(path))

function shared(): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(binary.length)
  new Uint8Array(buffer).set(binary)
  return buffer
}

/** No file system, as in a browser. */
function withoutNode(): void {
  vi.stubGlobal('process', { ...process, getBuiltinModule: undefined })
}

const filter = 'name eq debia\\p{Ll}-\\d+'
const image = { name: 'debian-12' }

beforeEach(withoutNode)
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('where no file can be read', () => {
  it('patterns that are matched in JavaScript work', async () => {
    const { compile } = await fresh()
    expect(compile('name eq debian-.*')(image)).toBe(true)
  })

  it('others advise what to do', async () => {
    const { compile, EngineNotLoadedError, explain } = await fresh()
    expect(() => compile(filter)).toThrow(EngineNotLoadedError)
    expect(() => explain(filter, image)).toThrow(
      'RE2 is required but not loaded: await `loadRegexEngine(…)` first, or pass `regexEngine`',
    )
    expect(() => compile('(name eq \\C) (nme eq b)')).toThrow(EngineNotLoadedError)
  })

  it('validate gives a diagnostic for each such pattern, beside all others', async () => {
    const { loadRegexEngine, validate } = await fresh()
    const missing = {
      code: 'engine-missing',
      severity: 'error',
      details: {},
      message: 'the pattern needs RE2, which is not loaded',
      help: 'await `loadRegexEngine(…)` first, or pass `regexEngine`',
    }
    expect(validate(filter)).toEqual([{ ...missing, span: { start: 8, end: 23 } }])
    const several = '(name eq "\\Ca") (name ne b) (name eq \\Cc) (nme eq d) (name eq "(e")'
    const codesOf = () => validate(several).map(({ code, span }) => [code, several.slice(span.start, span.end)])
    expect(codesOf()).toEqual([
      ['engine-missing', '"\\Ca"'],
      ['engine-missing', '\\Cc'],
      ['multiple-fields', 'nme'],
      ['unknown-field', 'nme'],
      ['invalid-pattern', '"(e"'],
    ])
    await loadRegexEngine(binary)
    expect(codesOf()).toEqual([
      ['multiple-fields', 'nme'],
      ['unknown-field', 'nme'],
      ['invalid-pattern', '"(e"'],
    ])
  })
})

describe('where the global object has no text encoder, as that of jsdom', () => {
  it('that of Node serves', async () => {
    vi.unstubAllGlobals()
    const { compile, validate } = await fresh()
    vi.stubGlobal('TextEncoder', undefined)
    vi.stubGlobal('TextDecoder', undefined)
    expect(compile('name eq (?i)ÄÖ\\d\\p{Ll}')({ name: 'äö1x' })).toBe(true)
    expect(validate('name eq "(?i)(ä"')).toMatchObject([{ message: 'invalid pattern: missing ): (?i)(ä' }])
  })

  it('RE2 is missing where Node has none either', async () => {
    const { compile, EngineNotLoadedError, loadRegexEngine } = await fresh()
    await loadRegexEngine(binary)
    vi.stubGlobal('TextEncoder', undefined)
    expect(() => compile(filter)).toThrow(new EngineNotLoadedError({ cause: new Error('there is no TextEncoder') }))
  })
})

describe('where Symbol.dispose is not known', () => {
  it('a Matcher has no such method, and works', async () => {
    const known = Symbol
    const symbols = new Proxy(() => undefined, {
      apply: (_target, _this, [description]: [string?]) => known(description),
      get: (_target, name): unknown => (name === 'dispose' ? undefined : Reflect.get(known, name)),
    })
    vi.stubGlobal('Symbol', symbols)
    const { compile } = await fresh()
    const matcher = compile('name = debian-12')
    expect(matcher(image)).toBe(true)
    expect(Object.keys(matcher)).toEqual(['filter', 'isCheap'])
  })
})

describe('loadRegexEngine', () => {
  it.each([
    ['bytes', () => binary],
    ['a buffer', () => binary.slice().buffer],
    ['a shared buffer', () => shared()],
    [
      'a buffer of another realm',
      () => runInNewContext('new Uint8Array(bytes).buffer', { bytes: binary }) as ArrayBuffer,
    ],
    ['a view', () => new DataView(binary.buffer, binary.byteOffset, binary.byteLength)],
    ['a part of a buffer', () => new Uint8Array([0, ...binary]).subarray(1)],
    ['a blob', () => new Blob([binary])],
    ['a response', () => new Response(binary)],
    ['the promise of a response', () => Promise.resolve(new Response(binary))],
    ['a compiled module', () => new WebAssembly.Module(raiseMemoryLimit(binary, 1024))],
    ['a compiled module with its declared limit', () => new WebAssembly.Module(binary)],
  ])('takes %s', async (_, source) => {
    const { compile, loadRegexEngine } = await fresh()
    expect(await loadRegexEngine(source())).toBeInstanceOf(WebAssembly.Module)
    expect(compile(filter)(image)).toBe(true)
  })

  it('takes an address, and reports a missing file', async () => {
    const server = createServer(({ url }, response) => {
      response.statusCode = url === '/re2.wasm' ? 200 : 404
      response.end(url === '/re2.wasm' ? binary : '')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
    try {
      const { compile, loadRegexEngine } = await fresh()
      await expect(loadRegexEngine(new URL('/no.wasm', address))).rejects.toThrow('HTTP status 404')
      await loadRegexEngine(`${address}/re2.wasm`)
      expect(compile(filter)(image)).toBe(true)
    } finally {
      server.close()
    }
  })

  it.each([
    ['bytes', () => new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])],
    ['a module', () => new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))],
  ])('rejects another binary: %s', async (_, source) => {
    const { compile, EngineNotLoadedError, loadRegexEngine } = await fresh()
    await expect(loadRegexEngine(source())).rejects.toThrow(new TypeError('this is not the binary of re2-wasm'))
    expect(() => compile(filter)).toThrow(EngineNotLoadedError)
  })

  it('rejects bytes that are no binary at all, in the words of the runtime', async () => {
    const { loadRegexEngine } = await fresh()
    await expect(loadRegexEngine(new Uint8Array([1, 2, 3]))).rejects.toThrow(WebAssembly.CompileError)
  })

  it('reports patterns as too complex if there is no memory for RE2', async () => {
    const { loadRegexEngine, validate } = await fresh()
    await loadRegexEngine(binary)
    function Memory(): never {
      throw new RangeError('could not allocate memory')
    }
    const { CompileError, LinkError, RuntimeError } = WebAssembly
    vi.stubGlobal('WebAssembly', { CompileError, LinkError, Memory, RuntimeError })
    expect(validate(filter)).toMatchObject([{ code: 'pattern-too-complex' }])
  })

  it('takes the address of a file where files can be read', async () => {
    vi.unstubAllGlobals()
    const { compile, loadRegexEngine } = await fresh()
    expect(await loadRegexEngine(pathToFileURL(path))).toBeInstanceOf(WebAssembly.Module)
    expect(compile(filter)(image)).toBe(true)
  })

  it.each([
    [undefined, 'Undefined'],
    [null, 'null'],
    [42, 'Number'],
    [{}, 'Object'],
    [[1, 2], 'Array'],
  ])('says that it does not take %j', async (source, kind) => {
    const { loadRegexEngine } = await fresh()
    await expect(loadRegexEngine(source as never)).rejects.toThrow(
      new TypeError(`RE2 can be loaded from bytes, an address, a response or a compiled module, not from ${kind}`),
    )
  })

  it('loads once for all calls, and keeps compiled patterns', async () => {
    const { compile, loadRegexEngine } = await fresh()
    const [first, second] = await Promise.all([loadRegexEngine(binary), loadRegexEngine(new Response(binary))])
    expect(first).toBe(second)
    const matcher = compile(filter)
    expect(await loadRegexEngine(new WebAssembly.Module(binary))).toBe(first)
    expect(matcher(image)).toBe(true)
  })
})

describe('the memory limit of a binary', () => {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
  const bytes = (...sections: number[]) => new Uint8Array([...header, ...sections])
  /** (import "e" "m" (memory 1 MAXIMUM)) */
  const memory = (...maximum: number[]) => [2, 7 + maximum.length, 1, 1, 0x65, 1, 0x6d, 2, 1, 1, ...maximum]

  it('is raised in place', () => {
    const raised = raiseMemoryLimit(binary, 1024)
    expect(raised).toHaveLength(binary.length)
    const changed = raised.filter((byte, at) => byte !== binary[at]).length
    expect([1, 2]).toContain(changed)
    expect(WebAssembly.validate(raised)).toBe(true)
  })

  it.each([
    [
      'behind other sections and imports',
      [1, 4, 1, 0x60, 0, 0, 2, 16, 2, 1, 0x65, 1, 0x66, 0, 0, 1, 0x65, 1, 0x6d, 2, 1, 1, 0x80, 2],
      1024,
      [0x80, 8],
    ],
  ])('%s', (_, sections, pages, expected) => {
    expect([...raiseMemoryLimit(bytes(...sections), pages).slice(-2)]).toEqual(expected)
  })

  it.each([
    ['no sections', []],
    ['no imports', [1, 4, 1, 0x60, 0, 0]],
    ['no memory among the imports', [2, 7, 1, 1, 0x65, 1, 0x66, 0, 0]],
    ['another kind of import', [2, 8, 1, 1, 0x65, 1, 0x67, 3, 0x7f, 0]],
    ['no maximum', [2, 8, 1, 1, 0x65, 1, 0x6d, 2, 0, 1]],
    ['a number that does not fit', memory(1)],
    ['a number without end', [2, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]],
  ])('stays as it is with %s', (_, sections) => {
    expect([...raiseMemoryLimit(bytes(...sections), 1024)]).toEqual([...bytes(...sections)])
  })
})
