import { describe, expect, it } from 'vitest'
import { parse } from '../../src/index.ts'
import { outline } from './outline.ts'

const values: readonly (readonly [text: string, inside: string])[] = [
  ['b', '["b"]'],
  ['f(x)', '(CALL f ["x"])'],
]
const restrictions: readonly (readonly [text: string, tree: string])[] = [
  ['a=1', '(= a ["1"])'],
  ['a', '(ALONE a)'],
  ['f(x)', '(ALONE (CALL f ["x"]))'],
]

/** The nodes in parentheses on each level, and whether they keep them: in AND, side by side, in OR, under NOT. */
const kept: readonly (readonly [
  operator: string,
  name: string,
  and: boolean,
  side: boolean,
  or: boolean,
  not: boolean,
])[] = [
  [' AND ', 'AND', true, true, true, true],
  [' ', 'SIDE', false, true, true, true],
  [' OR ', 'OR', false, false, true, true],
]

const within = (tree: string, keeps: boolean): string => (keeps ? `(IN ${tree})` : tree)

describe.each([
  ...values.map((row) => [...row, 'a=(', ')', '(= a (IN ', '))'] as const),
  ...restrictions.map((row) => [...row, '', '', '', ''] as const),
])('parentheses around %s', (text, tree, before, after, treeBefore, treeAfter) => {
  const outlineOf = (filter: string): string => outline(parse(before + filter + after))
  const whole = (inner: string): string => treeBefore + inner + treeAfter

  it.each([
    ['AND', ' AND '],
    ['SIDE', ' '],
    ['OR', ' OR '],
  ])('do not matter in %s', (name, operator) => {
    expect(outlineOf(`(${text})${operator}(${text})`)).toBe(whole(`(${name} ${tree} ${tree})`))
  })

  it('do not matter under NOT, nor do those of a negation in a list', () => {
    expect(outlineOf(`NOT (${text})`)).toBe(whole(`(NOT ${tree})`))
    const negation = `(NOT ${tree})`
    expect(outlineOf(`(NOT ${text}) AND (-(${text}))`)).toBe(whole(`(AND ${negation} ${negation})`))
    expect(outlineOf(`(NOT ${text}) (NOT (${text}))`)).toBe(whole(`(SIDE ${negation} ${negation})`))
    expect(outlineOf(`(NOT ${text}) OR (NOT ${text})`)).toBe(whole(`(OR ${negation} ${negation})`))
    expect(outlineOf(`NOT (NOT ${text})`)).toBe(whole(`(NOT (IN ${negation}))`))
  })

  it.each(kept)('are kept around%sonly where they change the tree', (operator, name, and, side, or, not) => {
    const list = `(${text}${operator}${text})`
    const inner = `(${name} ${tree} ${tree})`
    expect(outlineOf(`${list} AND ${text}`)).toBe(whole(`(AND ${within(inner, and)} ${tree})`))
    expect(outlineOf(`${text} AND ${list}`)).toBe(whole(`(AND ${tree} ${within(inner, and)})`))
    expect(outlineOf(`${list} ${text}`)).toBe(whole(`(SIDE ${within(inner, side)} ${tree})`))
    expect(outlineOf(`${text} ${list}`)).toBe(whole(`(SIDE ${tree} ${within(inner, side)})`))
    expect(outlineOf(`${list} OR ${text}`)).toBe(whole(`(OR ${within(inner, or)} ${tree})`))
    expect(outlineOf(`${text} OR ${list}`)).toBe(whole(`(OR ${tree} ${within(inner, or)})`))
    expect(outlineOf(`NOT ${list}`)).toBe(whole(`(NOT ${within(inner, not)})`))
  })
})
