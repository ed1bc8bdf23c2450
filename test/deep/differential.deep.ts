import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { re2jsEngine } from '../../src/re2js.ts'
import { isFailure } from '../../src/regex/index.ts'
import { matchInHouse } from '../../src/regex/automaton/in-house.ts'
import { boundRe2Cost } from '../../src/regex/cost/re2-cost.ts'
import { readPattern } from '../../src/regex/syntax/read-pattern.ts'
import { anyPattern, ownPattern, textFor } from '../regex/patterns.ts'
import { compileRaw } from '../regex/raw-re2.ts'
import { buildNativeRe2, type NativeRe2 } from './native-re2.ts'
import { createObservedEngines } from './observed-engine.ts'
import { createNewerCharacters, namesNewerScript, newerScripts } from './unicode-versions.ts'

const wanted = Number(process.env.PAIRS ?? 1_000_000)
const batch = 2_000

/** Patterns that RE2 accepts and re2js does not: test/regex/exactness.test.ts. */
const isUnknownToRe2js = (pattern: string): boolean => /\[:|\\C|\{\d{8}|\(\?P?</.test(pattern)

const built = buildNativeRe2()
const native = typeof built === 'string' ? undefined : built
if (typeof built === 'string') console.log(`native RE2 is LEFT OUT: apt-get install g++ libre2-dev\n${built}`)
afterAll(() => native?.remove())

const { re2 } = createObservedEngines()
const hasNewerCharacter = createNewerCharacters(re2)

/** Sets that only RE2 knows, asked of the bundled one. */
const membershipOf = (pattern: string) => {
  const compiled = re2.compile(pattern)
  if (isFailure(compiled)) throw new Error(compiled.reason)
  return compiled.test.bind(compiled)
}

/** A pattern, and the verdicts of the bundled RE2 on the texts, or its message if it rejects the pattern. */
interface Answered {
  readonly pattern: string
  readonly texts: readonly string[]
  readonly said: readonly boolean[] | string
}

/**
 * The pattern as any RE2 since 2022 reads it; those before 2023 know only `(?P<name>`. Undefined where a parenthesis may be
 * quoted or in a class, and for a lone surrogate, which UTF-8 cannot have.
 */
function asNativeReads(pattern: string): string | undefined {
  if (!pattern.isWellFormed()) return undefined
  if (!pattern.includes('(?<')) return pattern
  return /[[\\]/.test(pattern) ? undefined : pattern.replaceAll('(?<', '(?P<')
}

/** Asks native RE2 about all patterns of a batch. @returns how many pairs it was asked about, and left out */
function compareWithNative(engine: NativeRe2, answered: readonly Answered[]) {
  const asked = answered.flatMap(({ pattern, ...rest }) => {
    const read = asNativeReads(pattern)
    return read === undefined ? [] : [{ ...rest, pattern, read }]
  })
  const results = engine.ask(asked.map(({ read, texts }) => [read, texts]))
  let pairs = 0
  for (const [index, { pattern, texts, said }] of asked.entries()) {
    const result = results[index] ?? { reason: 'no answer' }
    if (namesNewerScript(pattern)) continue
    if ('reason' in result || typeof said === 'string') {
      const both = 'reason' in result && typeof said === 'string'
      if (!both)
        throw new Error(`${JSON.stringify(pattern)}: ${JSON.stringify(said)}, native ${JSON.stringify(result)}`)
      continue
    }
    for (const [at, text] of texts.entries()) {
      pairs++
      if (result.verdicts[at] === said[at] || hasNewerCharacter(text)) continue
      throw new Error(`${JSON.stringify([pattern, text])}: RE2 says ${String(said[at])}, native RE2 does not`)
    }
  }
  return { pairs, patterns: asked.length, leftOut: answered.length - asked.length }
}

describe(native === undefined ? 'three engines' : 'four engines', () => {
  it('give one verdict on a million pairs of pattern and text', () => {
    const example = fc
      .oneof(ownPattern, ownPattern, anyPattern)
      .chain((pattern) => fc.tuple(fc.constant(pattern), fc.array(textFor(pattern), { minLength: 8, maxLength: 8 })))
    let pairs = 0
    let inHouse = 0
    const byNative = { pairs: 0, patterns: 0, leftOut: 0 }
    let seed = 1
    while (pairs < wanted) {
      const answered: Answered[] = []
      for (const [pattern, texts] of fc.sample(example, { numRuns: batch, seed: seed++ })) {
        const tree = readPattern(pattern)
        if (!isFailure(tree) && boundRe2Cost(tree).size > 2000) continue
        // The pattern as it is written: the reader has no part in it.
        const raw = pattern.isWellFormed() ? compileRaw(pattern) : 'a lone surrogate'
        const one = typeof raw === 'string' ? { reason: raw } : raw
        const own = isFailure(tree) ? undefined : matchInHouse(tree, membershipOf)
        const other = re2jsEngine.compile(pattern)
        if (isFailure(one)) expect([pattern, isFailure(tree)]).toEqual([pattern, true])
        else if (isFailure(other)) expect([pattern, isUnknownToRe2js(pattern)]).toEqual([pattern, true])
        const said = isFailure(one) ? one.reason : texts.map((text) => one.test(text))
        if (!isFailure(one)) one.free()
        answered.push({ pattern, texts, said })
        if (typeof said === 'string' || isFailure(other)) continue
        for (const [at, text] of texts.entries()) {
          const verdict = said[at] === true
          if (other.test(text) !== verdict || (own !== undefined && own.test(text) !== verdict)) {
            throw new Error(`${JSON.stringify([pattern, text])}: RE2 says ${String(verdict)}`)
          }
          pairs++
          if (own !== undefined) inHouse++
        }
      }
      if (native === undefined) continue
      const compared = compareWithNative(native, answered)
      byNative.pairs += compared.pairs
      byNative.patterns += compared.patterns
      byNative.leftOut += compared.leftOut
    }
    console.log({ pairs, inHouse, byNative, batches: seed - 1 })
    expect(inHouse).toBeGreaterThan(wanted / 2)
    if (native === undefined) return
    expect(byNative.pairs).toBeGreaterThan(0.9 * wanted)
    expect(byNative.leftOut).toBeLessThan(byNative.patterns / 10)
  })
})

describe.runIf(native !== undefined)('native RE2 and the bundled one', () => {
  const categories = 'L Ll Lu M Mn Mc N P S Z C'.split(' ')

  it.each(categories)('have the same characters in \\p{%s}, except those added or changed since Unicode 13', (name) => {
    const pattern = `\\p{${name}}`
    const characters = Array.from({ length: 0x110000 }, (_, codePoint) => String.fromCodePoint(codePoint))
    const own = re2.compile(pattern)
    const [result] = native?.ask([[pattern, characters]]) ?? []
    if (isFailure(own) || result === undefined || 'reason' in result) throw new Error(`${pattern} is rejected`)
    const differing = characters.filter((character, index) => own.test(character) !== result.verdicts[index])
    expect(differing.filter((character) => !hasNewerCharacter(character))).toEqual([])
  })

  it.each(newerScripts)('the bundled one does not know the script %s', (name) => {
    const reason = `invalid character class range: \\p{${name}}`
    expect(re2.compile(`\\p{${name}}`)).toEqual({ code: 'invalid-pattern', reason })
    const [result] = native?.ask([[`\\p{${name}}`, ['a']]]) ?? []
    expect([{ reason }, { verdicts: [false] }]).toContainEqual(result)
  })
})
