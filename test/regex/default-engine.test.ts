import { describe, expect, it, vi } from 'vitest'
import { createDefaultEngine } from '../../src/regex/default-engine.ts'
import { type CompiledPattern, isFailure, type PatternFailure } from '../../src/regex/engine.ts'
import { measureForRe2 } from '../../src/regex/cost/measure.ts'
import { treeOf } from './tree-of.ts'

/** The default engine with an RE2 that knows Laotian letters only, and records its calls. */
function engineWithFakeRe2(isValid: (pattern: string) => boolean = () => true) {
  const compiled: string[] = []
  const freed: string[] = []
  const asked: string[] = []
  const compile = vi.fn((pattern: string): CompiledPattern | PatternFailure => {
    compiled.push(pattern)
    if (!isValid(pattern)) return { code: 'invalid-pattern', reason: 'not known' }
    return {
      test: (text) => {
        asked.push(text)
        return /^[\u0e80-\u0eff]+$/.test(text)
      },
      free: () => void freed.push(pattern),
    }
  })
  const re2 = vi.fn(() => ({ compile }))
  return { engine: createDefaultEngine(re2), re2, compiled, freed, asked }
}

function compileBy({ engine }: ReturnType<typeof engineWithFakeRe2>, pattern: string): CompiledPattern {
  const compiled = engine.compile(pattern)
  if (isFailure(compiled)) throw new Error(compiled.reason)
  return compiled
}

describe('the default engine', () => {
  it('does not load RE2 for patterns that it matches in JavaScript', () => {
    const fake = engineWithFakeRe2()
    expect(compileBy(fake, 'debian-.*')).toMatchObject({ isCheap: true })
    expect(compileBy(fake, '(?i)debian-.*')).toMatchObject({ isCheap: false })
    expect(compileBy(fake, '(?i)debian-.*').test('DEBIAN-12')).toBe(true)
    expect(fake.engine.compile('(')).toMatchObject({ code: 'invalid-pattern' })
    expect(fake.re2).not.toHaveBeenCalled()
  })

  it('passes other patterns to RE2, with the cost of RE2', () => {
    const fake = engineWithFakeRe2()
    compileBy(fake, '\\C')
    compileBy(fake, '\\C')
    expect(fake.compiled).toEqual(['\\C', '\\C'])
    const { size, width } = measureForRe2(treeOf('\\C{3}'))
    expect(fake.engine.measure('\\C{3}', treeOf('\\C{3}'))).toMatchObject({ size, width })
  })

  it('measures its own patterns by their instructions, 64 of which cost as much as one of RE2 to match', () => {
    const { engine } = engineWithFakeRe2()
    const measured = (pattern: string) => engine.measure(pattern, treeOf(pattern))
    expect(measured('[ab]*c')).toMatchObject({ size: 6, width: (6 + 16 + 1.5) / 64 })
    expect(measured('[ab]*c').sharpenWidth()).toBeLessThanOrEqual((6 + 16 + 1.5) / 64)
    expect(measured('\\p{Lao}')).toMatchObject({ size: 2 + 200, width: (2 + 16 + 1.5 + 150) / 64 })
    expect(measured('\\p{Lao}\\p{Khmer}*')).toMatchObject({ size: 6 + 2 * 200 })
    expect(measured('debian')).toMatchObject({ size: 0 })
  })

  it('asks RE2 about the characters of an unknown set when they occur', () => {
    const fake = engineWithFakeRe2()
    const pattern = compileBy(fake, 'a\\p{Lao}*')
    expect(fake.compiled).toEqual(['\\p{Lao}'])
    expect(fake.asked).toEqual([])
    expect(pattern.test('a\u0e81')).toBe(true)
    expect(pattern.test('ab')).toBe(false)
    expect(pattern.test('a\u0e81\u0e81')).toBe(true)
    expect(fake.asked).toEqual(['a', '\u0e81', 'b'])
    expect(fake.compiled).toEqual(['\\p{Lao}'])
  })

  it('reports why RE2 rejects such a set', () => {
    const fake = engineWithFakeRe2((pattern) => pattern !== '\\p{Khmer}')
    expect(fake.engine.compile('\\p{Lao}\\p{Khmer}')).toEqual({ code: 'invalid-pattern', reason: 'not known' })
    expect(isFailure(fake.engine.compile('\\p{Lao}'))).toBe(false)
  })

  it('shares a pattern among all owners, and frees it with the last of them', () => {
    const fake = engineWithFakeRe2()
    const one = compileBy(fake, '\\p{Lao}+')
    const other = compileBy(fake, '\\p{Lao}+')
    expect(fake.compiled).toHaveLength(1)
    one.free()
    one.free()
    expect(fake.freed).toEqual([])
    expect(other.test('\u0e81')).toBe(true)
    other.free()
    expect(fake.freed).toEqual(['\\p{Lao}'])
    other.free()
    one.free()
    expect(fake.freed).toHaveLength(1)
    // A remaining owner may still match; the set is compiled again.
    expect(one.test('\u0e82')).toBe(true)
    expect(fake.compiled).toHaveLength(2)
    const third = compileBy(fake, '\\p{Lao}+')
    expect(fake.compiled).toHaveLength(2)
    third.free()
    expect(fake.freed).toHaveLength(2)
  })

  it('shares a measured pattern, even with others in between', () => {
    const fake = engineWithFakeRe2()
    const pattern = 'x\\p{Lao}'
    fake.engine.measure(pattern, treeOf(pattern))
    expect(fake.compiled).toEqual([])
    compileBy(fake, pattern)
    fake.engine.measure('y\\p{Lao}', treeOf('y\\p{Lao}'))
    compileBy(fake, 'z\\p{Lao}')
    expect(fake.compiled).toHaveLength(2)
    compileBy(fake, pattern)
    expect(fake.compiled).toHaveLength(2)
    compileBy(fake, 'y\\p{Lao}')
    expect(fake.compiled).toHaveLength(3)
  })

  it('keeps at least 128 patterns, at most twice as many, and none that is large', () => {
    const fake = engineWithFakeRe2()
    const patternOf = (at: number) => `${String(at)}\\p{Lao}`
    for (let at = 0; at < 128; at++) compileBy(fake, patternOf(at))
    for (let at = 0; at < 128; at++) compileBy(fake, patternOf(at))
    expect(fake.compiled).toHaveLength(128)
    for (let at = 200; at < 500; at++) compileBy(fake, patternOf(at))
    expect(fake.compiled).toHaveLength(428)
    compileBy(fake, patternOf(0))
    expect(fake.compiled).toHaveLength(429)
    // 30 bytes for each instruction.
    const large = (letters: number) => `a{${String(letters)}}a{1000}a{1000}\\p{Lao}`
    for (const [pattern, count] of [
      [large(150), 1],
      [large(200), 2],
    ] as const) {
      const before = fake.compiled.length
      compileBy(fake, pattern)
      compileBy(fake, `between ${String(count)}`)
      compileBy(fake, pattern)
      expect(fake.compiled.length - before, pattern).toBe(count)
    }
  })
})
