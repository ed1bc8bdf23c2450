import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, defaultLimits, type RegexEngine, validate } from '../../src/index.ts'
import { boundProgramSize } from '../../src/regex/program-size.ts'
import { createPatterns, isFailure } from '../../src/regex/index.ts'
import { anyPattern } from './patterns.ts'

describe('the bound of the program size', () => {
  const sizes: readonly (readonly [pattern: string, least: number, most: number])[] = [
    ['', 1, 16],
    ['debian-12', 10, 20],
    ['.*', 20, 40],
    ['\\pL', 1450, 1700],
    ['\\p{Greek}\\P{Greek}', 2900, 3300],
    ['a{1000}', 1000, 3100],
    ['(a{10}){10}', 100, 500],
    ['a{0,100}', 100, 700],
    ['(?i)é', 18, 40],
    ['[a-z]', 3, 20],
    ['[^a-zé-ü]', 40, 120],
    ['[[:alpha:]]', 40, 70],
    ['[\\d\\w]', 3, 50],
    ['(?i)[a-zK]', 6, 80],
    ['(?i)[à-ÿ]', 18, 1700],
    ['\\x41\\x{1F600}\\101', 3, 30],
    ['\\Qa.b\\E*', 3, 20],
    ['(?P<name>a)|(?<other>b)', 5, 30],
    ['(?i:K)|(?i)s', 10, 40],
  ]
  it.each(sizes)('of %j is between %d and %d', (pattern, least, most) => {
    expect(boundProgramSize(pattern)).toBeGreaterThanOrEqual(least)
    expect(boundProgramSize(pattern)).toBeLessThanOrEqual(most)
  })

  it('is a number for any string', () => {
    fc.assert(
      fc.property(fc.oneof(anyPattern, fc.string({ unit: 'binary' })), (pattern) => {
        expect(boundProgramSize(pattern)).toBeGreaterThan(0)
        expect(Number.isFinite(boundProgramSize(pattern))).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  it.each(['\\x{', '\\p{', '\\p', '\\x', '\\', '[', '[a-', '[[:', '(?', '(?P<', '\\Q', '(?i', 'a{', '\\😀', '[a-\\d]'])(
    'reads %j to its end',
    (pattern) => {
      expect(boundProgramSize(pattern)).toBeGreaterThan(0)
    },
  )
})

describe('limits of patterns', () => {
  const code = (filter: string, limits = {}): readonly string[] =>
    validate(filter, { limits }).map((found) => found.code)

  it('length: at it and one over it', () => {
    expect(code(`name eq ${'a'.repeat(1024)}`)).toEqual([])
    expect(code(`name eq ${'a'.repeat(1025)}`)).toEqual(['pattern-too-complex'])
    expect(code('name eq abc', { patternLength: 2 })).toEqual(['pattern-too-complex'])
  })

  it('program size: below it and above it, before anything is compiled', () => {
    const engine: RegexEngine = {
      compile: () => {
        throw new Error('the engine was asked')
      },
    }
    expect(validate('name eq \\pL{3}', { regexEngine: engine }).map((found) => found.message)).toEqual([
      'the pattern is too complex: its program may be larger than 3500 steps',
    ])
    expect(code('name eq \\pL')).toEqual([])
    expect(code('name eq a{2}', { programSize: 5 })).toEqual(['pattern-too-complex'])
  })

  it('work: a text too long for its pattern counts as unset, so `eq` is false and `ne` true', () => {
    const size = boundProgramSize('a*')
    const longest = Math.floor(defaultLimits.matchWork / size)
    const [eq, ne] = [compile('description eq a*'), compile('description ne a*')]
    expect(eq({ description: 'a'.repeat(longest) })).toBe(true)
    expect(ne({ description: 'a'.repeat(longest) })).toBe(false)
    expect(eq({ description: 'a'.repeat(longest + 1) })).toBe(false)
    expect(ne({ description: 'a'.repeat(longest + 1) })).toBe(true)
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

  it('remember what was rejected', () => {
    let asked = 0
    const patterns = createPatterns(
      () => ({ compile: () => ({ code: 'invalid-pattern', reason: `no. ${String(++asked)}` }) }),
      defaultLimits,
    )
    expect(isFailure(patterns.compile('a'))).toBe(true)
    expect(patterns.compile('a')).toEqual({ code: 'invalid-pattern', reason: 'no. 1' })
  })

  it('are matched after the matcher was disposed of, too', () => {
    const matcher = compile('name eq (?i)debian-\\d+')
    matcher[Symbol.dispose]()
    expect(matcher({ name: 'Debian-12' })).toBe(true)
  })
})
