import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { type CompiledPattern, isFailure, type RegexEngine } from '../../src/regex/engine.ts'
import { EngineFaultError } from '../../src/regex/re2/faults.ts'
import { createHost, type Handle, type Host } from '../../src/regex/re2/host.ts'
import { printPattern } from '../../src/regex/re2/print-pattern.ts'
import { createRe2Engine } from '../../src/regex/re2/re2-wasm.ts'
import { raiseMemoryLimit } from '../../src/regex/re2/wasm-memory-limit.ts'
import { collectGarbage } from '../garbage.ts'
import { treeOf } from './tree-of.ts'

/** A pattern as RE2 receives it. */
const anchored = (pattern: string): string => `\\A(?:${printPattern(treeOf(pattern))})\\z`

/** An instance that matches by equality and faults when told to. */
class Double implements Host {
  static made = 0
  readonly number = ++Double.made
  readonly living = new Map<number, string>()
  readonly calls: string[] = []
  private readonly faults: { left: number; in: 'compile' | 'match' }
  bytes = 16 * 2 ** 20
  private next = 1

  constructor(faults: { left: number; in: 'compile' | 'match' }) {
    this.faults = faults
  }

  private mayFault(where: 'compile' | 'match'): void {
    if (this.faults.in === where && this.faults.left-- > 0) throw new EngineFaultError(`no more ${where}`)
  }

  compile(pattern: string): Handle | string {
    this.calls.push(pattern)
    this.mayFault('compile')
    if (pattern.includes('bad')) return 'no such thing'
    const smartPointer = this.next++
    this.living.set(smartPointer, pattern)
    return { smartPointer, object: smartPointer }
  }

  matchesAtStart({ smartPointer }: Handle, text: string): boolean {
    this.mayFault('match')
    return this.living.get(smartPointer) === anchored(text)
  }

  free({ smartPointer }: Handle): void {
    this.living.delete(smartPointer)
  }

  memoryBytes(): number {
    return this.bytes
  }
}

function engineWith(faults: { left: number; in: 'compile' | 'match' }): { engine: RegexEngine; hosts: Double[] } {
  const hosts: Double[] = []
  const start = (): Host => {
    const host = new Double(faults)
    hosts.push(host)
    return host
  }
  return { engine: createRe2Engine(start), hosts }
}

function compiled(engine: RegexEngine, pattern: string): CompiledPattern {
  const result = engine.compile(pattern)
  if (isFailure(result)) throw new Error(result.reason)
  return result
}

describe('an instance that faults', () => {
  it('while matching is replaced, and the answer is right', () => {
    const faults = { left: 0, in: 'match' as const }
    const { engine, hosts } = engineWith(faults)
    const [a, b] = [compiled(engine, 'a'), compiled(engine, 'b')]
    expect(hosts).toHaveLength(1)
    faults.left = 1
    expect(a.test('a')).toBe(true)
    expect(hosts).toHaveLength(2)
    // The other pattern moves to the new instance when it is next used.
    expect(b.test('b')).toBe(true)
    expect(b.test('a')).toBe(false)
    expect(hosts).toHaveLength(2)
  })

  it('while compiling is replaced, and the pattern compiled', () => {
    const { engine, hosts } = engineWith({ left: 1, in: 'compile' })
    expect(compiled(engine, 'a').test('a')).toBe(true)
    expect(hosts).toHaveLength(2)
  })

  it('twice in a row means that the pattern is too complex, this time', () => {
    const { engine } = engineWith({ left: 2, in: 'compile' })
    expect(engine.compile('a')).toEqual({ code: 'pattern-too-complex', reason: 'no more compile' })
    expect(compiled(engine, 'b').test('b')).toBe(true)
    expect(compiled(engine, 'a').test('a')).toBe(true)
  })

  it('twice in a row while matching means no match, and no exception', () => {
    const faults = { left: 0, in: 'match' as const }
    const { engine } = engineWith(faults)
    const a = compiled(engine, 'a')
    faults.left = 2
    expect(a.test('a')).toBe(false)
    expect(a.test('a')).toBe(true)
  })

  it.each([new RangeError('no memory'), new WebAssembly.RuntimeError('unreachable')])(
    'of %s is replaced too',
    (error) => {
      let broken = true
      const engine = createRe2Engine(() => {
        if (broken) {
          broken = false
          throw error
        }
        return new Double({ left: 0, in: 'match' })
      })
      expect(compiled(engine, 'a').test('a')).toBe(true)
    },
  )

  it.each([new RangeError('Maximum call stack size exceeded'), new TypeError('a mistake')])(
    'is not blamed on the pattern when it was %s, and is replaced',
    (error) => {
      const faults = { left: 0, in: 'match' as const }
      let thrown = 0
      const engine = createRe2Engine(() => {
        const host = new Double(faults)
        const matchesAtStart = host.matchesAtStart.bind(host)
        host.matchesAtStart = (handle, text) => {
          if (thrown++ === 0) throw error
          return matchesAtStart(handle, text)
        }
        return host
      })
      const a = compiled(engine, 'a')
      expect(() => a.test('a')).toThrow(error)
      expect(a.test('a')).toBe(true)
    },
  )

  it('is not kept alive by its patterns', async () => {
    const faults = { left: 0, in: 'match' as const }
    const hosts: WeakRef<Host>[] = []
    const engine = createRe2Engine(() => {
      const host = new Double(faults)
      hosts.push(new WeakRef(host))
      return host
    })
    const [a, b] = [compiled(engine, 'a'), compiled(engine, 'b')]
    faults.left = 1
    expect(a.test('a')).toBe(true)
    await collectGarbage()
    expect(hosts.map((host) => host.deref() === undefined)).toEqual([true, false])
    expect(b.test('b')).toBe(true)
  })
})

describe('patterns', () => {
  it('with the same text share one place in memory', () => {
    const { engine, hosts } = engineWith({ left: 0, in: 'match' })
    const [first, second] = [compiled(engine, 'a'), compiled(engine, 'a')]
    expect(hosts[0]?.living.size).toBe(1)
    first.free()
    first.free()
    expect(second.test('a')).toBe(true)
    expect(first.test('a')).toBe(true)
    expect(hosts[0]?.calls).toEqual([anchored('a')])
  })

  it.each([
    ['freed', true],
    ['never freed', false],
  ])('stay in memory while they are used, and a bounded number of others: %s', (_, isFreed) => {
    const { engine, hosts } = engineWith({ left: 0, in: 'match' })
    const used = compiled(engine, 'used')
    const all = Array.from({ length: 5000 }, (_, number) => {
      const pattern = compiled(engine, String(number))
      if (isFreed) pattern.free()
      expect(used.test('used')).toBe(true)
      return pattern
    })
    const [host] = hosts
    expect(hosts).toHaveLength(1)
    expect(host?.living.size).toBeLessThan(2048)
    expect(host?.calls.filter((pattern) => pattern.includes('used'))).toHaveLength(1)
    // The latest 1,000 are still there; the first are compiled again, and each matches as it did.
    const before = host?.calls.length
    for (let number = 4000; number < 5000; number++) compiled(engine, String(number))
    expect(host?.calls).toHaveLength(before ?? 0)
    expect(all.every((pattern, number) => pattern.test(String(number)) && !pattern.test('other'))).toBe(true)
    expect(host?.living.size).toBeLessThan(2048)
  })

  it('that are evicted from an ended instance are not freed in the next', () => {
    const faults = { left: 0, in: 'match' as const }
    const { engine, hosts } = engineWith(faults)
    const old = Array.from({ length: 1200 }, (_, number) => compiled(engine, `old${String(number)}`))
    faults.left = 1
    expect(old[0]?.test('old0')).toBe(true)
    const [, next] = hosts
    for (let number = 0; number < 400; number++) compiled(engine, String(number))
    for (const pattern of old) pattern.free()
    expect(next?.living.size).toBe(401)
    expect([...(next?.living.values() ?? [])]).toContain(anchored('old0'))
  })

  it('survive an instance that breaks while it evicts one', () => {
    const { engine, hosts } = engineWith({ left: 0, in: 'match' })
    const all = Array.from({ length: 2047 }, (_, number) => compiled(engine, String(number)))
    const [host] = hosts
    if (host === undefined) throw new Error('no instance')
    host.free = () => {
      throw new WebAssembly.RuntimeError('unreachable')
    }
    expect(compiled(engine, 'last').test('last')).toBe(true)
    expect(hosts).toHaveLength(2)
    expect(all[0]?.test('0')).toBe(true)
  })

  it('of an instance that has taken more than 32 MiB move to the next', () => {
    const { engine, hosts } = engineWith({ left: 0, in: 'match' })
    const [a, b] = [compiled(engine, 'a'), compiled(engine, 'b')]
    const [host] = hosts
    if (host === undefined) throw new Error('no instance')
    host.bytes = 32 * 2 ** 20
    expect(a.test('a')).toBe(true)
    expect(hosts).toHaveLength(1)
    host.bytes += 65_536
    expect(a.test('a')).toBe(true)
    expect(hosts).toHaveLength(1)
    expect([a.test('a'), b.test('b'), b.test('a')]).toEqual([true, true, false])
    expect(hosts).toHaveLength(2)
  })

  it('that are rejected are remembered', () => {
    const { engine, hosts } = engineWith({ left: 0, in: 'match' })
    const failure = { code: 'pattern-too-complex', reason: 'no such thing' }
    expect([engine.compile('bad'), engine.compile('bad')]).toEqual([failure, failure])
    expect(hosts[0]?.calls).toEqual([anchored('bad')])
  })

  it('that are invalid are rejected without RE2', () => {
    const { engine, hosts } = engineWith({ left: 0, in: 'match' })
    expect(engine.compile('(')).toEqual({ code: 'invalid-pattern', reason: 'missing ): (' })
    expect(hosts[0]?.calls ?? []).toEqual([])
  })
})

describe('RE2 itself', () => {
  const binary = readFileSync(createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm'))

  /** @param maximum pages of 64 KiB that an instance may take; the binary declares 256 */
  function start(maximum: number) {
    const module = new WebAssembly.Module(raiseMemoryLimit(binary, maximum))
    let instances = 0
    const engine = createRe2Engine(() => {
      instances++
      return createHost(module, new WebAssembly.Memory({ initial: 256, maximum }))
    })
    return { engine, instances: () => instances }
  }

  it('is restarted when it is out of memory: a text larger than the memory does not match, and patterns still work', () => {
    const { engine, instances } = start(256)
    const honest = compiled(engine, '(?i)debian-\\d+')
    expect(honest.test('Debian-12')).toBe(true)
    expect(instances()).toBe(1)
    expect(honest.test('a'.repeat(10_000_000))).toBe(false)
    expect(instances()).toBe(2)
    expect(honest.test('DEBIAN-12')).toBe(true)
    expect(honest.test('DEBIAN-')).toBe(false)
    expect(instances()).toBe(3)
  })

  it('takes more memory up to its maximum, and is restarted beyond 32 MiB', () => {
    const { engine, instances } = start(1024)
    const honest = compiled(engine, '(?i)(a|é)*')
    expect(honest.test(`${'a'.repeat(4_000_000)}É`)).toBe(true)
    expect(honest.test('aÉ')).toBe(true)
    expect(instances()).toBe(1)
    expect(honest.test(`${'a'.repeat(9_000_000)}É`)).toBe(true)
    expect(instances()).toBe(1)
    expect(honest.test('aÉ')).toBe(true)
    expect(instances()).toBe(2)
  })
})
