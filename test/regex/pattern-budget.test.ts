import { describe, expect, it, vi } from 'vitest'
import { defaultLimits } from '../../src/limits.ts'
import { matchedLength, PatternBudget } from '../../src/regex/pattern-budget.ts'

const budgetOf = (programSize: number, maxWidth: number) =>
  new PatternBudget({ ...defaultLimits, programSize, matchWork: maxWidth * matchedLength })

const cost = (size: number, width: number, sharp = width) => ({ size, width, sharpenWidth: vi.fn(() => sharp) })

const tooLarge = 'its program may have more than 10 instructions'
const tooLargeTogether = "the programs of the filter's patterns together may have more than 10 instructions"
const tooDear = 'to match a text of 4096 characters may take more steps than the limit allows'
const tooDearTogether =
  "to match a text of 4096 characters, the filter's patterns together may take more steps than the limit allows"

describe('the budget of the patterns of a filter', () => {
  it('is the size of their programs, each and together', () => {
    const budget = budgetOf(10, 100)
    expect(budget.take(cost(11, 1))).toBe(tooLarge)
    expect(budget.excess).toBeUndefined()
    expect(budget.take(cost(6, 1))).toBeUndefined()
    expect(budget.take(cost(4, 1))).toBeUndefined()
    expect(budget.excess).toBeUndefined()
    expect(budget.take(cost(1, 1))).toBe(tooLargeTogether)
    expect(budget.excess).toBe(tooLargeTogether)
    expect(budget.takeAgain(cost(0, 0))).toBe(tooLargeTogether)
    expect(new PatternBudget({ ...defaultLimits, programSize: 10 }).take(cost(10, 1))).toBeUndefined()
  })

  it('is not counted where a pattern was refused', () => {
    const budget = budgetOf(10, 100)
    expect(budget.take(cost(9, 101))).toBe(tooDear)
    expect(budget.excess).toBeUndefined()
    expect(budget.take(cost(10, 100))).toBeUndefined()
    expect(budget.maxTextLength).toBe(matchedLength)
  })

  it('is the width of each, by the sharper bound where the rough one is beyond the limit', () => {
    const budget = budgetOf(10, 100)
    const wide = cost(1, 101, 60)
    expect(budget.take(wide)).toBeUndefined()
    expect(wide.sharpenWidth).toHaveBeenCalledTimes(1)
    expect(budget.maxTextLength).toBe(Math.floor((100 * matchedLength) / 60))
    const narrow = cost(1, 40, 1)
    expect(budget.take(narrow)).toBeUndefined()
    expect(narrow.sharpenWidth).not.toHaveBeenCalled()
    expect(budget.maxTextLength).toBe(matchedLength)
  })

  it('is the width of all, by the sharper bounds where the rough ones are beyond the limit together', () => {
    const budget = budgetOf(10, 100)
    const costs = [cost(1, 60, 20), cost(1, 41, 40), cost(1, 40)]
    expect(costs.map((each) => budget.take(each))).toEqual([undefined, undefined, undefined])
    expect(budget.maxTextLength).toBe(matchedLength)
    expect(costs.map(({ sharpenWidth }) => sharpenWidth.mock.calls.length)).toEqual([1, 1, 0])
    expect(budget.take(cost(1, 1))).toBe(tooDearTogether)
    expect(costs.map(({ sharpenWidth }) => sharpenWidth.mock.calls.length)).toEqual([1, 1, 1])
    expect(budget.excess).toBe(tooDearTogether)
    expect(budget.takeAgain(cost(0, 0))).toBe(tooDearTogether)
  })

  it('counts a pattern once for each restriction', () => {
    const budget = budgetOf(10, 100)
    const twice = cost(6, 101, 50)
    expect(budget.take(twice)).toBeUndefined()
    expect(budget.takeAgain(twice)).toBeUndefined()
    expect(budget.maxTextLength).toBe(matchedLength)
    expect(budget.takeAgain(twice)).toBe(tooDearTogether)
    expect(twice.sharpenWidth).toHaveBeenCalledTimes(1)
  })

  it('is not looked at any more when several patterns were refused', () => {
    const budget = budgetOf(10, 100)
    const refused = Array.from({ length: 4 }, () => budget.take(cost(10, 101)))
    expect(refused).toEqual([tooDear, tooDear, tooDear, tooDear])
    expect(budget.excess).toBeUndefined()
    expect(budget.take(cost(11, 1))).toBe(tooLarge)
    expect(budget.excess).toBe('several patterns of the filter are too complex, so the rest were not checked')
    expect(budget.takeAgain(cost(0, 0))).toBe(budget.excess)
  })

  it('admits texts of any length if the patterns cost nothing', () => {
    const budget = budgetOf(10, 100)
    expect(budget.maxTextLength).toBe(Infinity)
    expect(budget.take(cost(0, 0))).toBeUndefined()
    expect(budget.maxTextLength).toBe(Infinity)
  })
})
