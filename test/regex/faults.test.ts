import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { type CompiledPattern, isFailure, type RegexEngine } from '../../src/regex/engine.ts'
import { EngineFault } from '../../src/regex/re2/faults.ts'
import { createHost, type Handle, type Host } from '../../src/regex/re2/host.ts'
import { createRe2Engine } from '../../src/regex/re2/re2-wasm.ts'
import { collectGarbage } from '../garbage.ts'

/** An instance that matches by equality and faults when told to. */
class Double implements Host {
  static made = 0
  readonly number = ++Double.made
  readonly living = new Map<number, string>()
  readonly calls: string[] = []
  private readonly faults: { left: number; in: 'compile' | 'match' }
  private next = 1

  constructor(faults: { left: number; in: 'compile' | 'match' }) {
    this.faults = faults
  }

  private mayFault(where: 'compile' | 'match'): void {
    if (this.faults.in === where && this.faults.left-- > 0) throw new EngineFault(`no more ${where}`)
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
    return this.living.get(smartPointer) === `\\A(?:${text})\\z`
  }

  free({ smartPointer }: Handle): void {
    this.living.delete(smartPointer)
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

  it('is not kept alive by the patterns that lived in it', async () => {
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
  })

  it('without an owner are kept for the next who asks, but not too many', () => {
    const { engine, hosts } = engineWith({ left: 0, in: 'match' })
    for (let number = 0; number < 1000; number++) compiled(engine, String(number)).free()
    expect(hosts[0]?.living.size).toBeLessThanOrEqual(128)
    const before = hosts[0]?.calls.length
    expect(compiled(engine, '999').test('999')).toBe(true)
    expect(hosts[0]?.calls.length).toBe(before)
    // One that was given up long ago works as well, and so does one that is used after it was freed.
    const old = compiled(engine, '0')
    old.free()
    for (let number = 1000; number < 2000; number++) compiled(engine, String(number)).free()
    expect(old.test('0')).toBe(true)
  })

  it('of an instance that is gone are not freed in the next', () => {
    const faults = { left: 0, in: 'match' as const }
    const { engine, hosts } = engineWith(faults)
    const old = Array.from({ length: 200 }, (_, number) => compiled(engine, `old${String(number)}`))
    faults.left = 1
    expect(compiled(engine, 'a').test('a')).toBe(true)
    const [, next] = hosts
    for (const pattern of old) pattern.free()
    for (let number = 0; number < 200; number++) compiled(engine, String(number)).free()
    expect(next?.living.size).toBeLessThanOrEqual(129)
    expect([...(next?.living.values() ?? [])]).toContain('\\A(?:a)\\z')
  })

  it('that are rejected are remembered', () => {
    const { engine, hosts } = engineWith({ left: 0, in: 'match' })
    expect(engine.compile('bad')).toEqual({ code: 'invalid-pattern', reason: 'no such thing' })
    expect(engine.compile('bad')).toEqual({ code: 'invalid-pattern', reason: 'no such thing' })
    expect(hosts[0]?.calls).toEqual(['\\A(?:bad)\\z', 'bad'])
  })
})

describe('RE2 itself, out of memory', () => {
  const module = new WebAssembly.Module(
    readFileSync(createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm')),
  )
  let instances = 0
  // 16 MiB, as the binary declares.
  const engine = createRe2Engine(() => {
    instances++
    return createHost(module, new WebAssembly.Memory({ initial: 256, maximum: 256 }))
  })

  it('is started again: a text larger than the memory does not match, and patterns go on', () => {
    const honest = compiled(engine, '(?i)debian-\\d+')
    expect(honest.test('Debian-12')).toBe(true)
    expect(instances).toBe(1)
    expect(honest.test('a'.repeat(10_000_000))).toBe(false)
    expect(instances).toBe(2)
    expect(honest.test('DEBIAN-12')).toBe(true)
    expect(honest.test('DEBIAN-')).toBe(false)
    expect(instances).toBe(3)
  })
})
