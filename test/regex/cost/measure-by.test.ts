import { describe, expect, it } from 'vitest'
import type { MeasuringEngine } from '../../../src/regex/engine.ts'
import { measureForRe2 } from '../../../src/regex/cost/measure.ts'
import { measureBy } from '../../../src/regex/cost/measure-by.ts'
import { treeOf } from '../tree-of.ts'

const engineWith = (weigh?: () => unknown) => ({
  compile: () => {
    throw new Error('not asked to')
  },
  ...(weigh && { weigh: weigh as () => number }),
})
const pattern = '(?:abc|def)*'
const tree = treeOf(pattern)
const { size, width, sharpenWidth } = measureForRe2(tree)

describe('the cost of a pattern for an engine', () => {
  it.each([0, 0.5, 3])('is the cost for RE2 times a weight of %d', (weight) => {
    const cost = measureBy(
      engineWith(() => weight),
      pattern,
      tree,
    )
    expect(cost).toMatchObject({ size: size * weight, width: width * weight })
    expect(cost.sharpenWidth()).toBe(sharpenWidth() * weight)
    expect(sharpenWidth()).toBeLessThan(width)
  })

  it('is that of RE2 if the engine has no `weigh`', () => {
    expect(measureBy(engineWith(), pattern, tree)).toMatchObject({ size, width })
    expect(
      measureBy(
        engineWith(() => undefined),
        pattern,
        tree,
      ),
    ).toMatchObject({ size, width })
  })

  it('is that of a measuring engine', () => {
    const cost = { size: 1, width: 2, sharpenWidth: () => 1 }
    const engine: MeasuringEngine = { ...engineWith(() => 7), measure: () => cost }
    expect(measureBy(engine, pattern, tree)).toBe(cost)
  })

  it.each([-1, NaN, Infinity, '1', {}, [], true, 1n])('is a TypeError for a weight of %s', (weight) => {
    expect(() =>
      measureBy(
        engineWith(() => weight),
        pattern,
        tree,
      ),
    ).toThrow(/^regexEngine\.weigh must return a number of at least 0, not \S/)
  })
})
