import { describe, expect, it } from 'vitest'
import { compile, defaultLimits, type RegexEngine } from '../../src/index.ts'
import { createPatterns, isFailure } from '../../src/regex/index.ts'

describe('an engine that throws', () => {
  const throwing = (error: Error): RegexEngine => ({
    compile: () => ({
      test: () => {
        throw error
      },
      free: () => undefined,
    }),
  })

  it('does not match', () => {
    const options = { regexEngine: throwing(new Error('broken')) }
    expect(compile('name eq a', options)({ name: 'a' })).toBe(false)
    expect(compile('name ne a', options)({ name: 'a' })).toBe(true)
  })

  it('does not match when it exhausts the stack by itself', () => {
    const forever = (): boolean => !forever()
    const options = { regexEngine: { compile: () => ({ test: forever, free: () => undefined }) } }
    expect(compile('name eq a', options)({ name: 'a' })).toBe(false)
  })

  it('gives no wrong verdict where the caller has no stack left', () => {
    const matcher = compile('name eq (?i)a+')
    const verdicts = new Set<boolean>()
    let returned = 0
    const descend = (): void => {
      try {
        descend()
      } catch {
        // The deepest calls have no room for anything.
      }
      if (returned > 1000 || returned++ % 20 !== 0) return
      try {
        verdicts.add(matcher({ name: 'A' }))
      } catch {
        // The next have none for a match.
      }
    }
    descend()
    expect([...verdicts]).toEqual([true])
  })
})

describe('the patterns of a filter', () => {
  it('are each compiled once, and freed together', () => {
    const compiled: string[] = []
    let freed = 0
    const engine: RegexEngine = {
      compile: (pattern) => {
        compiled.push(pattern)
        const free = (): void => {
          freed++
        }
        return { test: (text) => text === pattern, free }
      },
    }
    const matcher = compile('(name eq a) (name ne b) (name ne b)', { regexEngine: engine })
    expect(compiled).toEqual(['a', 'b'])
    expect(matcher({ name: 'a' })).toBe(true)
    matcher[Symbol.dispose]()
    matcher[Symbol.dispose]()
    expect(freed).toBe(2)
  })

  it('remember rejections', () => {
    let asked = 0
    const patterns = createPatterns(
      () => ({ compile: () => ({ code: 'invalid-pattern', reason: `no. ${String(++asked)}` }) }),
      defaultLimits,
    )
    expect(isFailure(patterns.compile('a'))).toBe(true)
    expect(patterns.compile('a')).toEqual({ code: 'invalid-pattern', reason: 'no. 1' })
    expect(patterns.find('a')).toBeUndefined()
    expect(patterns.find('b')).toBeUndefined()
  })

  it('still match after the matcher was disposed of', () => {
    const matcher = compile('name eq (?i)debian-\\d+')
    matcher[Symbol.dispose]()
    expect(matcher({ name: 'Debian-12' })).toBe(true)
  })
})
