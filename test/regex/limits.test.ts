import { describe, expect, it, vi } from 'vitest'
import { compile, defaultLimits, explain, type RegexEngine, validate } from '../../src/index.ts'
import type { MeasuringEngine } from '../../src/regex/engine.ts'
import { createPatterns, defaultEngine, isFailure } from '../../src/regex/index.ts'
import { matchedLength } from '../../src/regex/pattern-budget.ts'

const problems = (filter: string, limits = {}): readonly string[] =>
  validate(filter, { limits }).map(({ code, message }) => `${code}: ${message}`)

const codes = (filter: string, limits = {}): readonly string[] => validate(filter, { limits }).map(({ code }) => code)

const tooComplex = 'pattern-too-complex: the pattern is too complex: '

describe('limits of patterns', () => {
  it('length: at it and one over it', () => {
    expect(problems(`name eq ${'a'.repeat(1024)}`)).toEqual([])
    expect(problems(`name eq ${'a'.repeat(1025)}`)).toEqual([`${tooComplex}it has 1025 characters; the limit is 1024`])
    expect(codes('name eq abc', { patternLength: 2 })).toEqual(['pattern-too-complex'])
  })

  it('program size: below it and above it, before anything is compiled', () => {
    const engine: RegexEngine = {
      compile: () => {
        throw new Error('the engine compiled')
      },
    }
    expect(validate('name eq \\p{Lo}{5}', { regexEngine: engine }).map(({ message }) => message)).toEqual([
      'the pattern is too complex: its program may have more than 5000 instructions',
    ])
    expect(codes('name eq a\\C', { programSize: 5 })).toEqual(['pattern-too-complex'])
    expect(codes('name eq a\\C', { programSize: 12 })).toEqual([])
  })

  it('an invalid pattern is reported as invalid, however large it is', () => {
    expect(problems('name eq (\\p{Lo}{5}', { programSize: 0 })).toEqual([
      'invalid-pattern: invalid pattern: missing ): (\\p{Lo}{5}',
    ])
  })

  it('work: a pattern that may take too long for a text of 4,096 is refused', () => {
    const dear = '(?:a?b?c?){310}'
    expect(problems(`name eq ${dear}`)).toEqual([
      `${tooComplex}to match a text of 4096 characters may take more steps than the limit allows`,
    ])
    expect(problems(`name eq ${dear}`, { matchWork: Infinity })).toEqual([])
    expect(problems('name eq [ab]*c', { matchWork: 0 })).toHaveLength(1)
  })

  it('work: together', () => {
    const clauses = Array.from({ length: 8 }, (_, at) => `(name ne "(?:(?:a|b)?${String(at)}?){0,60}")`)
    expect(problems(clauses.slice(0, 4).join(''))).toEqual([])
    expect(problems(clauses.slice(0, 5).join(''))).toEqual([
      `${tooComplex}to match a text of 4096 characters, the filter's patterns together may take more steps than the limit allows`,
    ])
  })

  it('work: a pattern counts for each restriction', () => {
    const clause = '(name ne "(?:(?:a|b)?c?){0,60}")'
    expect(codes(clause.repeat(3))).toEqual([])
    expect(codes(clause.repeat(5))).toEqual(['pattern-too-complex'])
    expect(codes(clause.repeat(7))).toHaveLength(3)
  })
})

describe('a text that is longer than 4,096', () => {
  const pattern = '(?:(?:a|b)?c?){0,150}'
  const [eq, ne] = [compile(`description eq ${pattern}`), compile(`description ne ${pattern}`)]
  const isTooLong = (length: number) =>
    explain(`description eq "${pattern}|c*"`, { description: 'c'.repeat(length) }).reasons[0]?.tooLong

  it('is matched as far as the work allows, and counts as unset beyond', () => {
    const lengths = [matchedLength, 100_000].map(isTooLong)
    expect(lengths).toEqual([false, true])
    expect(eq({ description: 'ab'.repeat(100_000) })).toBe(false)
    expect(ne({ description: 'ab'.repeat(100_000) })).toBe(true)
  })

  it('of any length is matched by string operations', () => {
    expect(compile('description eq ".*a"')({ description: 'b'.repeat(1_000_000) + 'a' })).toBe(true)
  })

  it('differs from a short one', () => {
    expect(eq({ description: 'ab' })).toBe(true)
    expect(ne({ description: 'ab' })).toBe(false)
  })
})

describe('limits of all patterns of a filter', () => {
  const together = (patterns: readonly string[], limits = {}, engine: () => RegexEngine = defaultEngine) => {
    const found = createPatterns(engine, { ...defaultLimits, ...limits })
    return patterns.map((pattern) => found.compile(pattern))
  }
  const engine = (weigh?: RegexEngine['weigh']): RegexEngine => ({
    compile: (pattern) => ({ test: (text) => text === pattern, free: () => undefined }),
    ...(weigh && { weigh }),
  })
  const message = "the programs of the filter's patterns together may have more than 100 instructions"

  it.each([
    ['each pattern', ['a{10}', 'b{10}', 'c{10}', 'd{10}', 'e{10}', 'f{10}'], [5]],
    ['a pattern only once', Array.from({ length: 20 }, () => 'a{10}'), []],
    ['nothing after the first that is too much', ['a{45}', 'b{45}', 'c'], [1, 2]],
    ['what is too large alone not at all', ['a{200}', 'b'], []],
  ])('program size counts %s', (_, patterns, expected) => {
    const results = together(patterns, { programSize: 100, matchWork: Infinity }, () => engine())
    const refused = results.flatMap((result, at) => (isFailure(result) && result.reason === message ? [at] : []))
    expect(refused).toEqual(expected)
  })

  it('the weight of a pattern is 1, or that of the engine', () => {
    const longest = (chosen: RegexEngine) =>
      together(['a', 'b'], { matchWork: Number.MAX_SAFE_INTEGER }, () => chosen).map(
        (each) => !isFailure(each) && each.maxTextLength,
      )
    const alone = Number(longest(engine(() => 1))[0])
    expect(longest(engine())).toEqual([alone, alone])
    expect(longest(engine(() => 0.5))).toEqual([expect.closeTo(2 * alone, -1), expect.closeTo(2 * alone, -1)])
    expect(longest(engine(() => 0))).toEqual([Infinity, Infinity])
  })

  it('no further pattern is measured after several that were refused', () => {
    const measure = vi.fn(() => ({ size: 6000, width: 1, sharpenWidth: () => 1 }))
    const compilePattern = vi.fn()
    const own: MeasuringEngine = { compile: compilePattern, measure }
    const patterns = createPatterns(() => own, defaultLimits)
    const made = Array.from({ length: 300 }, (_, at) => patterns.compile(`a{${String(at)}}`))
    expect(made.every((each) => isFailure(each) && each.code === 'pattern-too-complex')).toBe(true)
    expect(measure).toHaveBeenCalledTimes(4)
    expect(compilePattern).not.toHaveBeenCalled()
  })

  it('tens of clauses as they are usual are within them', () => {
    const clauses = Array.from({ length: 60 }, (_, at) => `(name ne "[a-z]+(-[a-z]+)*-${String(at)}-v\\d{8}.*")`)
    const matcher = compile(clauses.join(' '))
    expect(matcher({ name: `${'a-'.repeat(200)}a-7-v20240101` })).toBe(false)
  })

  it('five words of many, in any case, are within them', () => {
    const words =
      'debian|ubuntu|centos|rocky|rhel|sles|windows|cos|fedora|opensuse|almalinux|oracle|arch|gentoo|freebsd|beta|alpha|deprecated|preview|minimal'
    const clause = `(description ne "(?i).*(${words}).*")`
    expect(problems(Array.from({ length: 5 }, (_, at) => clause.replace('|', `|x${String(at)}|`)).join(''))).toEqual([])
    const description = `${'x'.repeat(4000)} DEBIAN`
    expect(compile(clause.replace(' ne ', ' eq '))({ description })).toBe(true)
    expect(compile(clause)({ description })).toBe(false)
  })

  it.each([
    '(description eq .{1,1000})',
    '(description eq .{0,1000}x)',
    '(description eq .{1,255})(description eq x.{1,255})(description eq .{1,255}y)',
    '(name eq [^-]{1,63}-[^-]{1,63})'.repeat(3),
  ])('parts of a certain length are within them: %s', (filter) => {
    expect(problems(filter)).toEqual([])
  })

  it('the regular expressions of a filter keep to them after the matcher was disposed of', () => {
    const matcher = compile('description eq (?i)a*')
    matcher[Symbol.dispose]()
    expect(matcher({ description: 'a'.repeat(1000) })).toBe(true)
    expect(matcher({ description: 'a'.repeat(1_000_000) })).toBe(false)
  })
})
