import { describe, expect, it } from 'vitest'
import { childrenOf, cover, exceeds, isClause, type Node, walk } from '../../src/ast/index.ts'
import { parse } from '../../src/index.ts'

const span = { start: 0, end: 0 }
const value = (text: string): Node => ({ kind: 'value', parts: [text], span })

describe('exceeds', () => {
  it.each([
    ['', 1, 1],
    ['name = a', 4, 6],
    ['a', 4, 4],
    ['name = (a OR b)', 5, 9],
    ['NOT name = a', 5, 7],
    ['name = a AND family = b', 5, 12],
  ])('%s has %d levels and %d nodes', (filter, levels, nodes) => {
    const tree = parse(filter)
    expect(exceeds(tree, levels, nodes)).toBeUndefined()
    expect(exceeds(tree, levels - 1, nodes)).toBe('levels')
    expect(exceeds(tree, levels, nodes - 1)).toBe('nodes')
  })

  it('a tree that contains itself does', () => {
    const inner: { kind: 'negation'; operand: unknown; span: typeof span } = { kind: 'negation', operand: null, span }
    inner.operand = inner
    expect(exceeds(inner as Node, 100, 1000)).toBe('levels')
    expect(exceeds(inner as Node, 1000, 100)).toBe('nodes')
  })
})

describe('children', () => {
  it.each([
    ['', []],
    ['a = 1', ['restriction']],
    ['a = 1 AND b = 2', ['conjunction']],
  ])('of the filter %j', (filter, kinds) => {
    expect(childrenOf(parse(filter)).map(({ kind }) => kind)).toEqual(kinds)
  })

  it.each([
    ['conjunction', 'a = 1 AND b = 2 AND c = 3', ['restriction', 'restriction', 'restriction']],
    ['juxtaposition', 'a = 1 b c = 3', ['restriction', 'global-restriction', 'restriction']],
    ['disjunction', 'a = 1 OR NOT b = 2', ['restriction', 'negation']],
    ['negation', 'NOT a = 1', ['restriction']],
    ['composite', 'a = (1 OR 2)', ['disjunction']],
    ['restriction', 'a = 1', ['member', 'comparator', 'value']],
    ['restriction', 'a eq 1', ['member', 'comparator', 'literal']],
    ['global-restriction', 'a', ['member']],
    ['member', 'a.b = 1', ['name', 'name']],
    ['function', 'f(a, (b OR c))', ['value', 'composite']],
    ['name', 'a = 1', []],
    ['comparator', 'a = 1', []],
    ['value', 'a = 1', []],
    ['literal', 'a eq 1', []],
  ] as const)('of a %s in %s', (kind, filter, kinds) => {
    const found: Node[] = []
    walk(parse(filter), { [kind]: (node: Node) => void found.push(node) })
    expect(
      found
        .slice(0, 1)
        .flatMap(childrenOf)
        .map((child) => child.kind),
    ).toEqual(kinds)
  })
})

describe('walk', () => {
  it('tells the ancestors of each node, of siblings behind deep ones too', () => {
    const seen: string[] = []
    const note = (node: Node, ancestors: readonly Node[]): void =>
      void seen.push([...ancestors, node].map(({ kind }) => kind).join(' '))
    walk(parse('NOT (a = 1 OR b = 2) AND c = 3'), {
      filter: note,
      conjunction: note,
      negation: note,
      composite: note,
      disjunction: note,
      restriction: note,
      value: note,
    })
    expect(seen).toEqual([
      'filter',
      'filter conjunction',
      'filter conjunction negation',
      'filter conjunction negation composite',
      'filter conjunction negation composite disjunction',
      'filter conjunction negation composite disjunction restriction',
      'filter conjunction negation composite disjunction restriction value',
      'filter conjunction negation composite disjunction restriction',
      'filter conjunction negation composite disjunction restriction value',
      'filter conjunction restriction',
      'filter conjunction restriction value',
    ])
  })

  it('passes over what lies below only where it is told `false`', () => {
    for (const [answer, expected] of [
      [false, 0],
      [undefined, 2],
      [0, 2],
      [null, 2],
      [true, 2],
    ] as const) {
      let count = 0
      walk(parse('a = 1 AND b = 2'), { restriction: () => answer, value: () => ++count })
      expect(count).toBe(expected)
    }
  })

  it('begins at any node', () => {
    const seen: Node[] = []
    walk(value('a'), { value: (node, ancestors) => seen.push(node, ...ancestors) })
    expect(seen).toEqual([value('a')])
  })
})

describe('spans and clauses', () => {
  it('a span covers both', () => {
    expect(cover({ start: 1, end: 3 }, { start: 5, end: 8 })).toEqual({ start: 1, end: 8 })
  })

  it.each([
    ['eq', true],
    ['ne', true],
    ['=', false],
    [':', false],
    [undefined, false],
  ] as const)('a leaf with %s is a clause: %s', (symbol, expected) => {
    const comparator = symbol && ({ kind: 'comparator', symbol, span } as const)
    expect(isClause({ kind: 'restriction', ...(comparator && { comparator }) })).toBe(expected)
  })
})
