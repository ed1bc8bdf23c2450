import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseArbitrary, conformanceCases, resourceArbitrary } from '../../src/testing/index.ts'
import { listArbitrary } from '../../src/testing/laws/listing.ts'
import { resourceSchema } from './schemas.ts'

/*
 * What a program reads of the JSON of a resource depends on its language: JavaScript has doubles, Python, Go and Rust
 * have integers of 64 bits or more. Resources hold only numbers that are the same to all.
 */

/** Every number in a value, at any depth. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

/** The numbers whose JSON another reader takes for another number. */
const inexact = (value: unknown): readonly number[] =>
  numbersIn(value).filter((number) => {
    const json = JSON.stringify(number)
    return (
      !Number.isFinite(number) || (/^-?\d+$/.test(json) ? BigInt(json) !== BigInt(number) : Number(json) !== number)
    )
  })

const settings = { seed: 1, numRuns: 4000 }

describe('a number in JSON is the same to a reader of exact integers', () => {
  it('or is found to differ', () => {
    expect(inexact({ a: [2 ** 53, { b: -(2 ** 63) }], c: 1e300, d: 0.5 })).toEqual([-(2 ** 63)])
  })

  it.each([false, true])('in resources, with wrongTypes: %j', (wrongTypes) => {
    const images = fc.sample(resourceArbitrary(undefined, { wrongTypes }), settings)
    const disks = fc.sample(resourceArbitrary(resourceSchema, { wrongTypes }), settings)
    expect(numbersIn([images, disks]).length).toBeGreaterThan(5000)
    expect(inexact([images, disks])).toEqual([])
  })

  it('in cases and listings', () => {
    const cases = fc.sample(caseArbitrary(), settings)
    const listings = fc.sample(listArbitrary({ wrongTypes: true }), settings)
    expect(numbersIn([cases, listings]).length).toBeGreaterThan(5000)
    expect(inexact([cases, listings])).toEqual([])
  })

  it('in the conformance suite', () => {
    expect(inexact(conformanceCases)).toEqual([])
  })
})
