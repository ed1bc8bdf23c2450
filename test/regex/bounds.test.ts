import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, defaultLimits, type RegexEngine, validate } from '../../src/index.ts'
import { boundCost } from '../../src/regex/cost/cost.ts'
import { createPatterns, defaultEngine, isFailure } from '../../src/regex/index.ts'
import { anyPattern } from './patterns.ts'

describe('the bound of the program size', () => {
  // The size of the native RE2's program, and what the bound may be.
  const sizes: readonly (readonly [pattern: string, least: number, most: number])[] = [
    ['', 1, 16],
    ['debian-12', 10, 20],
    ['.*', 11, 25],
    ['.{1,255}', 2296, 4200],
    ['\\pL', 1202, 1400],
    ['\\p{Greek}\\P{Greek}', 158, 240],
    ['\\p{Greek}{3}', 199, 350],
    ['\\p{^Greek}', 94, 120],
    ['\\pZ\\pZ\\pZ', 55, 170],
    ['\\p{Lu}\\p{Ll}+\\p{N}*', 1857, 2500],
    ['\\p{Nowhere}', 1, 1700],
    ['a{1000}', 1000, 1100],
    ['(a{10}){10}', 100, 150],
    ['a{0,100}', 202, 550],
    ['a{2,}', 4, 20],
    ['(?i)é', 4, 30],
    ['[a-z]', 3, 20],
    ['[^/]{1,100}', 902, 1400],
    ['[^-]{1,63}-[^-]{1,63}', 1136, 1800],
    ['[^a-zé-ü]', 16, 40],
    ['[[:alpha:]]', 4, 20],
    ['[[:^alpha:]x]', 5, 30],
    ['[[:alnum:]]{1,100}', 402, 800],
    ['[\\p{Greek}a]', 69, 170],
    ['[^\\p{Greek}a]', 69, 200],
    ['[\\d\\w]', 3, 20],
    ['\\D\\W\\S', 31, 60],
    ['[\\n\\x{41}-\\x{5a}]', 4, 20],
    ['[^[:ascii:]]', 6, 20],
    ['[一-龥]', 4, 30],
    ['[\u{10000}-\u{10ffff}]', 6, 30],
    ['(?i)[a-zK]', 5, 30],
    ['(?i)[^k]', 20, 60],
    ['(?i)\\W', 27, 60],
    ['(?i)[à-ÿ]', 7, 1700],
    ['\\x41\\x{1F600}\\101', 7, 30],
    ['\\Qa.b\\E*', 4, 20],
    ['(?P<name>a)|(?<other>b)', 5, 30],
    ['(?i:K)|(?i)s', 9, 40],
  ]
  it.each(sizes)('of %j is between %d and %d', (pattern, least, most) => {
    expect(boundCost(pattern).size).toBeGreaterThanOrEqual(least)
    expect(boundCost(pattern).size).toBeLessThanOrEqual(most)
  })

  // RE2 joins neighbours and nests their copies, which takes it quadratic time.
  it.each([
    ['a{0,9}'.repeat(96), 14_000],
    ['a{0,9}?'.repeat(96), 14_000],
    ['a?'.repeat(511), 5000],
    ['(a?)'.repeat(254), 1300],
    [`(${'a?'.repeat(508)}){2}`, 10_000],
  ])('counts neighbouring optional copies together: %s', (pattern, least) => {
    expect(boundCost(pattern).size).toBeGreaterThan(least)
  })

  it('is lower for what can be active at once, since of a class little is', () => {
    expect(boundCost('[\\p{L}\\p{N}]*').width).toBeLessThan(60)
    expect(boundCost('(a?){300}').width).toBeGreaterThan(600)
  })

  it('is a number for any string', () => {
    fc.assert(
      fc.property(fc.oneof(anyPattern, fc.string({ unit: 'binary' })), (pattern) => {
        expect(boundCost(pattern).size).toBeGreaterThan(0)
        expect(Number.isFinite(boundCost(pattern).size)).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  it.each(['\\x{', '\\p{', '\\p', '\\x', '\\', '[', '[a-', '[[:', '(?', '(?P<', '\\Q', '(?i', 'a{', '\\😀', '[a-\\d]'])(
    'reads %j to its end',
    (pattern) => {
      expect(boundCost(pattern).size).toBeGreaterThan(0)
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
    expect(validate('name eq \\pL{4}', { regexEngine: engine }).map((found) => found.message)).toEqual([
      'the pattern is too complex: its program may be larger than 5000 steps',
    ])
    expect(code('name eq \\pL')).toEqual([])
    expect(code('name eq a{2}', { programSize: 5 })).toEqual(['pattern-too-complex'])
  })

  it('work: a text too long for its pattern counts as unset, so `eq` is false and `ne` true', () => {
    const longest = Math.floor((defaultLimits.matchWork * 8) / boundCost('(a|b)*').width)
    const [eq, ne] = [compile('description eq (a|b)*'), compile('description ne (a|b)*')]
    expect(eq({ description: 'a'.repeat(longest) })).toBe(true)
    expect(ne({ description: 'a'.repeat(longest) })).toBe(false)
    expect(eq({ description: 'a'.repeat(longest + 1) })).toBe(false)
    expect(ne({ description: 'a'.repeat(longest + 1) })).toBe(true)
  })
})

describe('limits of all patterns of a filter', () => {
  const together = (patterns: readonly string[], limits = {}) => {
    const found = createPatterns(defaultEngine, { ...defaultLimits, ...limits })
    return patterns.map((pattern) => found.compile(pattern))
  }
  const message = "the programs of the filter's patterns together may be larger than 100 steps"

  it.each([
    ['RE2', ['(?i)a.*', '(?i)b.*', '(?i)c.*', '(?i)d.*', '(?i)e.*'], [4]],
    ['a pattern only once', Array.from({ length: 20 }, () => '(?i)a.*'), []],
    ['the automaton, at an eighth', Array.from({ length: 60 }, (_, at) => `[ab]*${String(10 + at)}`), [53, 54]],
    ['string operations, at a 64th', Array.from({ length: 200 }, (_, at) => `a${String(100 + at)}`), []],
    ['nothing after the first that is too much', ['(?i)a{45}', '(?i)b{45}', 'c'], [1, 2]],
    ['what is too large alone not at all', ['(?i)a{200}', '(?i)b'], []],
  ])('program size counts %s', (_, patterns, expected) => {
    const results = together(patterns, { programSize: 100 })
    const refused = results.flatMap((result, at) => (isFailure(result) && result.reason === message ? [at] : []))
    expect(refused.slice(0, 2)).toEqual(expected.slice(0, 2))
  })

  it('is what the diagnostics say', () => {
    expect(
      validate('(name ne (?i)a{45}) (name ne (?i)b{45})', { limits: { programSize: 100 } }).map(
        (found) => found.message,
      ),
    ).toEqual([`the pattern is too complex: ${message}`])
  })

  it('an engine weighs 1 for each pattern, or what it says', () => {
    const engine = (weigh?: RegexEngine['weigh']): RegexEngine => ({
      compile: (pattern) => ({ test: (text) => text === pattern, free: () => undefined }),
      ...(weigh && { weigh }),
    })
    const longest = (chosen: RegexEngine) => {
      const patterns = createPatterns(() => chosen, defaultLimits)
      return ['a', 'b'].map((pattern) => patterns.compile(pattern)).map((each) => !isFailure(each) && each.longestText)
    }
    const alone = defaultLimits.matchWork / boundCost('a').width
    expect(longest(engine())).toEqual([Math.floor(alone / 2), Math.floor(alone / 2)])
    expect(longest(engine(() => 0.5))).toEqual([Math.floor(alone), Math.floor(alone)])
  })

  it('tens of clauses as they are usual are within them, on texts as they are usual', () => {
    const clauses = Array.from({ length: 60 }, (_, at) => `(name ne "[a-z]+(-[a-z]+)*-${String(at)}-v\\d{8}.*")`)
    const matcher = compile(clauses.join(' '))
    expect(matcher({ name: `${'a-'.repeat(200)}a-7-v20240101` })).toBe(false)
  })

  it('the regular expressions of a filter keep to them after the matcher was disposed of', () => {
    const matcher = compile('description eq (?i)a*')
    matcher[Symbol.dispose]()
    expect(matcher({ description: 'a'.repeat(1000) })).toBe(true)
    expect(matcher({ description: 'a'.repeat(100_000) })).toBe(false)
  })
})

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
