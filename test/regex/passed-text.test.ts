import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { createRegistrations } from '../../src/regex/re2/embind.ts'
import { EngineFaultError } from '../../src/regex/re2/faults.ts'
import { createImports } from '../../src/regex/re2/imports.ts'
import { InstanceMemory } from '../../src/regex/re2/instance-memory.ts'
import { createPassedText } from '../../src/regex/re2/passed-text.ts'

/** A memory with an allocator that uses no address twice, and the calls of that allocator. */
function createAllocated() {
  const memory = new InstanceMemory(new WebAssembly.Memory({ initial: 2 }))
  const calls: (readonly [name: 'malloc' | 'free', argument: number])[] = []
  let next = 1024
  const allocator = {
    malloc(size: number): number {
      calls.push(['malloc', size])
      if (next + size > memory.bytes.length) return 0
      const address = next
      next += size
      return address
    },
    free(address: number): void {
      calls.push(['free', address])
    },
  }
  return { memory, calls, allocator }
}

describe('a text that is passed', () => {
  it.each([
    ['', ''],
    ['debian\x7f', 'debian\x7f'],
    ['dé\x80bian', 'dé\x80bian'],
    ['é', 'é'],
    ['a😀b', 'a😀b'],
    ['\uFEFFa', '\uFEFFa'],
    ['a\uD83D', 'a\uFFFD'],
    ['\uDE00a', '\uFFFDa'],
  ])('%j is its length and its bytes', (text, read) => {
    const { memory, calls, allocator } = createAllocated()
    const texts = createPassedText(memory, allocator)
    const address = texts.write(text)
    expect(memory.wordAt(address)).toBe(new TextEncoder().encode(text).length)
    expect(texts.take(address)).toBe(read)
    expect(calls).toEqual([
      ['malloc', 4096],
      ['free', address],
    ])
  })

  it('has one buffer, which grows to the longest', () => {
    const { memory, calls, allocator } = createAllocated()
    const texts = createPassedText(memory, allocator)
    const first = texts.write('a'.repeat(1364))
    expect(texts.write('b')).toBe(first)
    const second = texts.write('é'.repeat(1365))
    expect(texts.write('é'.repeat(1365))).toBe(second)
    expect(texts.take(second)).toBe('é'.repeat(1365))
    expect(calls).toEqual([
      ['malloc', 4096],
      ['free', first],
      ['malloc', 4099],
      ['free', second],
    ])
  })

  it('is a fault of the instance if the memory is exhausted', () => {
    const { memory, allocator } = createAllocated()
    const texts = createPassedText(memory, allocator)
    expect(() => texts.write('a'.repeat(100_000))).toThrow(new EngineFaultError('out of memory'))
    expect(texts.take(texts.write('a'))).toBe('a')
  })
})

describe('the imports of the binary', () => {
  const path = createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm')
  const module = new WebAssembly.Module(readFileSync(path))

  function importsFor() {
    const { memory, calls, allocator } = createAllocated()
    const registrations = createRegistrations((address) => memory.cStringAt(address))
    const numbers: number[] = []
    const takeNumber = (value: number) => numbers.push(value)
    const imports = createImports(module, { memory, registrations, allocator: () => allocator, takeNumber })
    const call = (name: string, ...args: number[]): unknown => {
      const found = imports.env?.[name] ?? imports.wasi_snapshot_preview1?.[name]
      return (found as (...args: number[]) => unknown)(...args)
    }
    return { memory, calls, numbers, call }
  }

  it('are faults of the instance where it ends', () => {
    const { memory, call } = importsFor()
    memory.bytes.set(new TextEncoder().encode('size > 0\0'), 500)
    expect(() => call('abort')).toThrow(new EngineFaultError('abort'))
    expect(() => call('__assert_fail', 500, 0, 0, 0)).toThrow(new EngineFaultError('assertion failed: size > 0'))
    expect(call('__cxa_allocate_exception', 10)).toBe(1024 + 16)
    expect(() => call('__cxa_throw', 1040, 0, 0)).toThrow(new EngineFaultError('out of memory'))
    expect(new EngineFaultError('').name).toBe('EngineFaultError')
  })

  it('do only what matching needs, and report an empty environment', () => {
    const { memory, call } = importsFor()
    memory.setWord(600, 7)
    memory.setWord(604, 7)
    expect(call('environ_sizes_get', 600, 604)).toBe(0)
    expect([memory.wordAt(600), memory.wordAt(604)]).toEqual([0, 0])
    expect(call('pthread_rwlock_init', 1, 2)).toBe(0)
  })

  it('copy memory, and make room', () => {
    const { memory, call } = importsFor()
    memory.bytes.set([1, 2, 3], 700)
    call('emscripten_memcpy_big', 800, 700, 3)
    expect([...memory.bytes.subarray(800, 804)]).toEqual([1, 2, 3, 0])
    expect(call('emscripten_resize_heap', 200_000)).toBe(1)
    expect(memory.bytes.length).toBeGreaterThanOrEqual(200_000)
  })

  it('take the values of a match: strings are freed, numbers are handed on', () => {
    const { memory, calls, numbers, call } = importsFor()
    memory.bytes.set(new TextEncoder().encode('std::string\0'), 500)
    call('_embind_register_std_string', 71, 500)
    call('_embind_register_emval', 72, 0)
    memory.setWord(600, 3000)
    const results = [71, 72, 73].map((type) => call('_emval_take_value', type, 600))
    results.push(...['new_object', 'new_array', 'new_cstring', 'call'].map((name) => call(`_emval_${name}`)))
    expect(new Set(results)).toEqual(new Set([1]))
    expect(calls).toEqual([['free', 3000]])
    expect(numbers).toEqual([3000])
  })
})
