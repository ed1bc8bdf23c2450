import { describe, expect, it } from 'vitest'
import { childrenOf, cover, examine, isClause, type AstNode, walk } from '../../src/ast/index.ts'
import { mayBeAt, placeBelow } from '../../src/ast/places.ts'
import { parse } from '../../src/index.ts'

const span = { start: 0, end: 0 }
const value = (text: string): AstNode => ({ kind: 'value', parts: [text], span })

describe('examine', () => {
  it.each([
    ['', 1, 1],
    ['name = a', 4, 6],
    ['a', 4, 4],
    ['name = (a OR b)', 5, 9],
    ['NOT name = a', 5, 7],
    ['name = a AND family = b', 5, 12],
  ])('%s has %d levels and %d nodes', (filter, levels, nodes) => {
    const tree = parse(filter)
    expect(examine(tree, levels, nodes)).toBeUndefined()
    expect(examine(tree, levels - 1, nodes)).toBe('levels')
    expect(examine(tree, levels, nodes - 1)).toBe('nodes')
  })

  it('a tree that contains itself does', () => {
    const inner: { kind: 'negation'; operand: unknown; span: typeof span } = { kind: 'negation', operand: null, span }
    inner.operand = inner
    expect(examine(inner, 100, 1000)).toBe('levels')
    expect(examine(inner, 1000, 100)).toBe('nodes')
  })

  const name = { kind: 'name', text: 'a' }
  const member = { kind: 'member', names: [name] }
  const restriction = (symbol: string, arg: unknown) => ({
    kind: 'restriction',
    comparable: member,
    comparator: { kind: 'comparator', symbol },
    arg,
  })
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['an empty object', {}],
    ['a kind that is not text', { kind: 5 }],
    ['an unknown kind', { kind: 'zzz' }],
    ['a kind that objects inherit', { kind: 'constructor' }],
    ['a filter without expression', { kind: 'filter' }],
    ['a filter whose expression is not a node', { kind: 'filter', expression: { kind: 'zzz' } }],
    ['a conjunction without a list', { kind: 'conjunction' }],
    ['an empty conjunction', { kind: 'conjunction', sequences: [] }],
    ['a juxtaposition of text', { kind: 'juxtaposition', factors: 'ab' }],
    ['an empty disjunction', { kind: 'disjunction', terms: [] }],
    ['a disjunction with a hole', { kind: 'disjunction', terms: [value('a'), undefined] }],
    ['a negation of nothing', { kind: 'negation' }],
    ['an operator that is a number', { kind: 'negation', operand: value('a'), operator: 5 }],
    ['an operator that is null', { kind: 'negation', operand: value('a'), operator: null }],
    ['an operator without a symbol', { kind: 'negation', operand: value('a'), operator: { span } }],
    ['a symbol that is not text', { kind: 'negation', operand: value('a'), operator: { symbol: 5, span } }],
    ['an operator without a span', { kind: 'negation', operand: value('a'), operator: { symbol: 'NOT' } }],
    ['operators that are no list', { kind: 'conjunction', sequences: [value('a'), value('b')], operators: 'AND' }],
    ['a list of no operators', { kind: 'disjunction', terms: [value('a'), value('b')], operators: ['OR'] }],
    ['an empty composite', { kind: 'composite' }],
    ['a member without names', { kind: 'member', names: [] }],
    ['a name without text', { kind: 'name' }],
    ['a function without a name', { kind: 'function', args: [] }],
    ['a function without arguments', { kind: 'function', name: 'f' }],
    ['an unknown comparator', { kind: 'comparator', symbol: '~' }],
    ['a value without parts', { kind: 'value', parts: [] }],
    ['a value of numbers', { kind: 'value', parts: [1] }],
    ['a literal without text', { kind: 'literal' }],
    ['a restriction without comparator', { kind: 'restriction', comparable: member, arg: value('a') }],
    ['a restriction without argument', { ...restriction('=', undefined) }],
    ['a clause with a value', restriction('eq', value('a'))],
    ['a comparison with a literal', restriction('=', { kind: 'literal', text: 'a' })],
    ['a global restriction of nothing', { kind: 'global-restriction' }],
  ])('%s is malformed', (_, root) => {
    expect(examine(root, 100, 100)).toBe('malformed')
  })

  it('of each kind a node is not', () => {
    const literal = { kind: 'literal', text: 'a' }
    for (const good of [
      member,
      restriction('=', value('a')),
      restriction('ne', literal),
      { kind: 'function', name: 'f', args: [] },
    ])
      expect(examine(good, 100, 100)).toBeUndefined()
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
    const found: AstNode[] = []
    walk(parse(filter), { [kind]: (node: AstNode) => void found.push(node) })
    expect(
      found
        .slice(0, 1)
        .flatMap(childrenOf)
        .map((child) => child.kind),
    ).toEqual(kinds)
  })
})

describe('places', () => {
  it.each([
    ['NOT a = 1', 'operand', 'restriction', true],
    ['NOT a = 1', 'operand', 'value', true],
    ['NOT a = 1', 'operand', 'filter', false],
    ['NOT a = 1', 'operand', 'member', false],
  ] as const)('below the root %s is an %s, so a %s may be there: %s', (text, place, kind, expected) => {
    const negation = parse(text).expression as AstNode
    expect(placeBelow('root', negation, 0)).toBe(place)
    expect(mayBeAt(place, kind)).toBe(expected)
  })

  it('below a value are none', () => {
    expect(() => placeBelow('arg', value('a'), 0)).toThrow(new RangeError('a value has no children'))
  })
})

describe('walk', () => {
  it('tells the ancestors of each node, of siblings behind deep ones too', () => {
    const seen: string[] = []
    const note = (node: AstNode, ancestors: readonly AstNode[]): void =>
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
    const seen: AstNode[] = []
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
