import * as util from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EngineNotLoadedError } from '../../src/regex/engine.ts'
import { asFault, EngineFaultError } from '../../src/regex/re2/faults.ts'
import { getTextCoding } from '../../src/regex/re2/text-coding.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

describe('the classes for UTF-8', () => {
  const { TextDecoder, TextEncoder } = globalThis
  it('are those of the global object', () => {
    vi.stubGlobal('process', undefined)
    expect(getTextCoding()).toEqual({ TextDecoder, TextEncoder })
  })

  it.each(['TextEncoder', 'TextDecoder'])('are both those of Node where %s is lacking', (name) => {
    const own = { TextDecoder: vi.fn(), TextEncoder: vi.fn() }
    for (const [other, type] of Object.entries(own)) vi.stubGlobal(other, type)
    vi.stubGlobal(name, undefined)
    const { TextDecoder, TextEncoder } = getTextCoding()
    expect([TextDecoder, TextEncoder]).toEqual([util.TextDecoder, util.TextEncoder])
  })

  it.each([
    ['without a process', undefined],
    ['with a process that has no modules', {}],
    ['with a process that does not know this one', { getBuiltinModule: () => undefined }],
  ])('are missing %s', (_, process) => {
    vi.stubGlobal('TextEncoder', undefined)
    vi.stubGlobal('process', process)
    expect(getTextCoding).toThrow(new EngineNotLoadedError({ cause: new Error('there is no TextEncoder') }))
  })
})

describe('the faults of an instance', () => {
  const trap = new WebAssembly.RuntimeError('unreachable')
  it.each([
    ['a trap', trap, new EngineFaultError('RuntimeError: unreachable')],
    [
      'a size that cannot be',
      new RangeError('Invalid array length'),
      new EngineFaultError('RangeError: Invalid array length'),
    ],
  ])('is a fault: %s', (_, error, fault) => {
    expect(asFault(error)).toEqual(fault)
    expect(asFault(error).name).toBe('EngineFaultError')
  })

  it('is a fault already', () => {
    const fault = new EngineFaultError('aborted')
    expect(asFault(fault)).toBe(fault)
  })

  it.each([
    ['a stack that is used up', new RangeError('Maximum call stack size exceeded')],
    ['a mistake', new TypeError('x is not a function')],
    ['any other value', 'oh'],
    ['an error without WebAssembly', trap],
  ])('is not %s', (what, error) => {
    if (what.includes('WebAssembly')) vi.stubGlobal('WebAssembly', undefined)
    expect(() => asFault(error)).toThrow(error)
  })
})

describe('WebAssembly', () => {
  const load = () => import('../../src/regex/re2/web-assembly.ts')

  it('is found, or missed by name', async () => {
    const { findWebAssembly, getWebAssembly } = await load()
    expect([findWebAssembly(), getWebAssembly()]).toEqual([WebAssembly, WebAssembly])
    vi.stubGlobal('WebAssembly', undefined)
    expect(findWebAssembly()).toBeUndefined()
    expect(getWebAssembly).toThrow(expect.objectContaining({ obstacle: 'no-webassembly' }) as Error)
  })

  it('is compiled with once, to tell why RE2 is missing', async () => {
    const compiled: unknown[] = []
    const { Module } = WebAssembly
    class Counted extends Module {
      constructor(bytes: BufferSource) {
        super(bytes)
        compiled.push(bytes)
      }
    }
    vi.stubGlobal('WebAssembly', { Module: Counted })
    const { explainMissing } = await load()
    const cause = new Error('why')
    expect(explainMissing()).toMatchObject({ obstacle: 'not-loaded' })
    expect(explainMissing()).not.toHaveProperty('cause')
    expect(explainMissing(cause, 'not-found')).toMatchObject({ obstacle: 'not-found', cause })
    expect(compiled).toEqual([new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])])
  })

  it.each([
    [
      'compiling throws',
      function forbid() {
        throw new WebAssembly.CompileError('forbidden')
      },
    ],
    [
      'compiling gives something else',
      function replace() {
        return {}
      },
    ],
  ])('may not be compiled where %s', async (_, Module) => {
    vi.stubGlobal('WebAssembly', { ...WebAssembly, Module, CompileError: WebAssembly.CompileError })
    const { explainMissing } = await load()
    expect(explainMissing()).toMatchObject({ obstacle: 'compiling-forbidden' })
    expect(explainMissing(new Error('why'), 'not-found')).toMatchObject({ obstacle: 'compiling-forbidden' })
  })

  it('is not blamed where the program has used up the stack', async () => {
    const exhausted = new RangeError('Maximum call stack size exceeded')
    vi.stubGlobal('WebAssembly', {
      Module: function run() {
        throw exhausted
      },
    })
    const { explainMissing } = await load()
    expect(() => explainMissing()).toThrow(exhausted)
  })
})

describe('RE2 as all copies of the library have it', () => {
  const key = Symbol.for('compute-filter/re2/1')
  afterEach(() => Reflect.deleteProperty(globalThis, key))
  const load = () => import('../../src/regex/re2/shared-re2.ts')

  it('is one, which can be taken away', async () => {
    Reflect.deleteProperty(globalThis, key)
    const { sharedRe2 } = await load()
    const shared = sharedRe2()
    expect(shared).toStrictEqual({ module: undefined, engine: undefined })
    expect(sharedRe2()).toBe(shared)
    vi.resetModules()
    expect((await load()).sharedRe2()).toBe(shared)
    expect(Object.getOwnPropertyDescriptor(globalThis, key)).toEqual({
      value: shared,
      configurable: true,
      enumerable: false,
      writable: false,
    })
  })
})
