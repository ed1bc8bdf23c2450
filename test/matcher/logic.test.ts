import { describe, expect, it } from 'vitest'
import { allOf, anyOf } from '../../src/matcher/logic.ts'

const truth = () => true
const lie = () => false

describe.each([0, 1, 2, 3, 4, 5, 9])('of %d tests', (count) => {
  const places = Array.from({ length: count }, (_, at) => at)
  const allBut = (others: () => boolean, at: number, one: () => boolean) =>
    places.map((place) => (place === at ? one : others))

  it('all hold, or one does not', () => {
    expect(allOf(places.map(() => truth))({})).toBe(true)
    for (const at of places) expect(allOf(allBut(truth, at, lie))({}), `the test at ${at}`).toBe(false)
  })

  it('none holds, or one does', () => {
    expect(anyOf(places.map(() => lie))({})).toBe(false)
    for (const at of places) expect(anyOf(allBut(lie, at, truth))({}), `the test at ${at}`).toBe(true)
  })
})
