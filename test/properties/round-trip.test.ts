import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FilterNode, FilterError, parse, print, validate } from '../../src/index.ts'
import { aipFilters, bare, oddRegexFilters, regexFilters, word } from './trees.ts'

const runs = { numRuns: 2000 }
const limits = { restrictions: Infinity }

function expectRoundTrip(filter: FilterNode): void {
  const text = print(filter)
  const read = parse(text, { limits })
  expect(bare(read), text).toEqual(bare(filter))
  expect(print(read)).toBe(text)
}

describe('parse(print(tree)) is the tree', () => {
  it('in the AIP-160 dialect', () => {
    fc.assert(fc.property(aipFilters, expectRoundTrip), runs)
  })
  it('in the regular-expression dialect, and mixed', () => {
    fc.assert(fc.property(regexFilters, expectRoundTrip), runs)
  })
})

describe('a tree with any patterns', () => {
  it('is printed so that it can be read, or has no text and is rejected', () => {
    const seen = { printed: 0, withoutText: 0 }
    fc.assert(
      fc.property(oddRegexFilters, (filter) => {
        const text = printed(filter)
        if (text !== undefined) {
          seen.printed++
          expect(bare(parse(text, { limits })), text).toEqual(bare(filter))
          return
        }
        seen.withoutText++
        expect(validate(filter).map(({ code }) => code)).toEqual(['invalid-pattern'])
      }),
      runs,
    )
    expect(seen.printed).toBeGreaterThan(500)
    expect(seen.withoutText).toBeGreaterThan(20)
  })
})

/** Undefined for a tree that no text has. */
function printed(filter: FilterNode): string | undefined {
  try {
    return print(filter)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Texts that are more often filters than not. */
const piece = fc.oneof(
  word,
  fc.constantFrom(
    'name',
    'labels',
    '.',
    ' ',
    ' ',
    '(',
    ')',
    ' AND ',
    ' OR ',
    ' NOT ',
    '-',
    ' eq ',
    ' ne ',
    '=',
    '!=',
    ':',
    '>',
    '"a b"',
    "'x'",
    '[a-z]',
    '.*',
    ',',
  ),
)
const text = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
)

describe('parse of any text', () => {
  it('returns a tree that prints and reads back, or throws a FilterError with spans inside the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        let filter: FilterNode
        try {
          filter = parse(source)
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError)
          const { diagnostics } = error as FilterError
          expect(diagnostics).toHaveLength(1)
          for (const { span } of diagnostics) {
            expect(0 <= span.start && span.start <= span.end && span.end <= source.length).toBe(true)
          }
          return
        }
        expectRoundTrip(filter)
      }),
      { numRuns: 10_000 },
    )
  })
})
