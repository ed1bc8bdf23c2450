import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { re2Engine } from '../../src/regex/default-engine.ts'
import { isFailure } from '../../src/regex/index.ts'
import { matchInHouse } from '../../src/regex/in-house.ts'
import { boundProgramSize } from '../../src/regex/program-size.ts'
import { anyPattern, ownPattern, textFor } from './patterns.ts'

describe('what is matched in house', () => {
  const re2 = re2Engine()

  it('is what RE2 accepts, with its verdict', () => {
    let answered = 0
    fc.assert(
      fc.property(
        ownPattern.chain((pattern) =>
          fc.tuple(fc.constant(pattern), fc.array(textFor(pattern), { minLength: 1, maxLength: 8 })),
        ),
        ([pattern, texts]) => {
          fc.pre(boundProgramSize(pattern) < 2000)
          const own = matchInHouse(pattern)
          if (own === undefined) return
          const compiled = re2.compile(pattern)
          if (isFailure(compiled)) throw new Error(`RE2 rejects ${pattern}: ${compiled.reason}`)
          for (const text of texts) {
            answered++
            expect(own.test(text), JSON.stringify([pattern, text])).toBe(compiled.test(text))
          }
          compiled.free()
        },
      ),
      { numRuns: 3000 },
    )
    expect(answered).toBeGreaterThan(5000)
  })

  it('is never what RE2 rejects', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        fc.pre(boundProgramSize(pattern) < 2000 && matchInHouse(pattern) !== undefined)
        const compiled = re2.compile(pattern)
        expect(isFailure(compiled), pattern).toBe(false)
        if (!isFailure(compiled)) compiled.free()
      }),
      { numRuns: 2000 },
    )
  })
})
