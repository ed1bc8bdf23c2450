import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  compile,
  defaultLimits,
  documented,
  explain,
  type FilterNode,
  imageSchema,
  observed,
  parse,
  print,
  validate,
} from '../../src/index.ts'
import { aipFilters, regexFilters } from '../properties/trees.ts'

/** The paths of all that is not frozen. */
function loosePaths(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, part]) => loosePaths(part, `${path}.${key}`))
  return Object.isFrozen(value) ? inside : [path, ...inside]
}

describe('a parsed tree is frozen at every level', () => {
  test.each([
    '',
    'name = a',
    'a=1 AND b=2 (c=3 OR NOT d=4) -(e:* OR f>"1")',
    'labels."a.b" = (a OR (b c*) OR NOT (d AND e))',
    '(a eq x)((a ne y)(a ne "z w"))',
    'NOT (a eq x)',
    'f(a, (b OR c), g()) > h(x)',
    'x.f() prod "a" AND NOT (NOT b)',
    'a = ((f(x)))',
  ])('%s', (text) => {
    expect(loosePaths(parse(text))).toEqual([])
    expect(loosePaths(compile('name eq a').filter)).toEqual([])
  })

  test.each([
    ['AIP-160', aipFilters],
    ['regular-expression', regexFilters],
  ])('every generated filter: %s', (_, filters) => {
    const limits = { restrictions: Infinity }
    fc.assert(
      fc.property(filters, (filter) => {
        expect(loosePaths(parse(print(filter), { limits }))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('a parsed tree cannot be changed', () => {
  interface Loose {
    [key: string]: Loose
  }
  const loose = (filter: FilterNode) => filter as unknown as Loose
  const at = (filter: FilterNode, ...keys: readonly string[]): Loose =>
    keys.reduce((node, key) => node[key] as Loose, loose(filter))

  test.each<[string, string, (filter: FilterNode) => void]>([
    ['a value', 'name = a', (filter) => Object.assign(at(filter, 'expression', 'arg', 'parts'), { 0: 'b' })],
    ['a list', 'name = a OR name = b', (filter) => (at(filter, 'expression', 'terms') as unknown as unknown[]).push(1)],
    ['an operand', 'NOT name = a', (filter) => Object.assign(at(filter, 'expression'), { operand: filter.expression })],
    ['the whole', 'name = a', (filter) => Object.assign(filter, { expression: null })],
    ['a span', 'name = a', (filter) => Object.assign(at(filter, 'expression', 'span'), { start: 5 })],
  ])('%s', (_, text, change) => {
    const filter = parse(text)
    expect(() => {
      change(filter)
    }).toThrow(TypeError)
    expect(explain(filter, { name: 'a' }).reasons).toEqual(explain(text, { name: 'a' }).reasons)
  })

  it('a changed copy counts as a tree built by a program', () => {
    const copy = structuredClone(parse('name = a'))
    Object.assign(at(copy, 'expression', 'arg', 'parts'), { 0: 'b' })
    expect(compile(copy)({ name: 'b' })).toBe(true)
    expect(explain(copy, { name: 'b' }).reasons[0]?.restriction).toBe('name = b')
  })

  it('a copy that contains itself is too deep', () => {
    const copy = structuredClone(parse('NOT name = a'))
    Object.assign(at(copy, 'expression'), {
      operand: { kind: 'composite', expression: copy.expression, span: copy.span },
    })
    expect(validate(copy)).toMatchObject([{ code: 'too-deep' }])
  })
})

test.each(Object.entries({ imageSchema, documented, observed, defaultLimits }))('%s is frozen', (_, value) => {
  expect(loosePaths(value)).toEqual([])
})
