import { describe, expect, it } from 'vitest'
import {
  type AstNode,
  conjunction,
  disjunction,
  type Edits,
  type FilterNode,
  juxtaposition,
  negation,
  noSpan,
  presence,
  restriction,
  transform,
  value,
  walk,
  wildcard,
} from '../../src/ast.ts'
import { parse, print } from '../../src/index.ts'
import { bare } from '../properties/trees.ts'

const a = restriction('a', '=', 1)
const both = conjunction(a, presence('b'))
const either = disjunction(a, presence('b'))
const beside = juxtaposition(a, presence('b'))

/** [filter, what it becomes]: `X` is removed, or replaced. */
type Row = readonly [filter: string, expected: string]

const isX = (node: { readonly comparable: AstNode }): boolean =>
  node.comparable.kind === 'member' && node.comparable.names[0].text === 'X'

/** What becomes of all restrictions of the field `X`, changed both ways. */
function expectEach(
  rows: readonly Row[],
  edit: () => ReturnType<NonNullable<NonNullable<Edits['leave']>['restriction']>>,
) {
  const methods: Edits['leave'] = {
    restriction: (node) => (isX(node) ? edit() : undefined),
    'global-restriction': (node) => (isX(node) ? edit() : undefined),
  }
  it.each(rows)('%s → %s', (text, expected) => {
    for (const edits of [{ enter: methods }, { leave: methods }]) {
      const changed = transform(parse(text), edits)
      expect(print(changed)).toBe(expected)
      expect(bare(parse(expected))).toEqual(bare(changed))
    }
  })
}

describe('a restriction that is removed', () => {
  expectEach(
    [
      ['', ''],
      ['a = 1', 'a = 1'],
      ['X', ''],
      ['X = 1', ''],
      ['NOT X', ''],
      ['X AND b', 'b'],
      ['a AND X', 'a'],
      ['a AND X AND c', 'a AND c'],
      ['X AND X', ''],
      ['X OR b OR c', 'b OR c'],
      ['X OR X OR c', 'c'],
      ['X b', 'b'],
      ['X b c', 'b c'],
      ['NOT (X OR b)', 'NOT b'],
      ['NOT (X OR NOT b)', 'NOT (NOT b)'],
      ['NOT (X OR b OR c)', 'NOT (b OR c)'],
      ['NOT (X OR (b AND c))', 'NOT (b AND c)'],
      ['NOT (X OR X) AND b', 'b'],
      ['(X AND b) OR c', 'b OR c'],
      ['(X AND b AND c) OR d', '(b AND c) OR d'],
      ['((a OR b) AND X) OR c', '(a OR b) OR c'],
      ['(a AND b) OR X', 'a AND b'],
      ['(a AND (b OR c)) X', 'a AND b OR c'],
      ['-X OR -b', 'NOT b'],
      ['(X eq 1) (b eq 2)', 'b eq 2'],
      ['(X eq 1) (b eq 2) (c eq 3)', '(b eq 2) (c eq 3)'],
      ['X = (a OR b) AND f(X)', 'f(X)'],
    ],
    () => null,
  )
})

describe('a restriction that is replaced gets the parentheses that it needs', () => {
  describe('by AND', () => {
    expectEach(
      [
        ['X', 'a = 1 AND b:*'],
        ['X AND c', '(a = 1 AND b:*) AND c'],
        ['X OR c', '(a = 1 AND b:*) OR c'],
        ['X c', '(a = 1 AND b:*) c'],
        ['NOT X', 'NOT (a = 1 AND b:*)'],
        ['NOT (X OR c)', 'NOT ((a = 1 AND b:*) OR c)'],
        ['(X eq 1) (c eq 2)', '(a = 1 AND b:*) (c eq 2)'],
      ],
      () => both,
    )
  })

  describe('by OR', () => {
    expectEach(
      [
        ['X', 'a = 1 OR b:*'],
        ['X AND c', 'a = 1 OR b:* AND c'],
        ['X OR c', '(a = 1 OR b:*) OR c'],
        ['X c', 'a = 1 OR b:* c'],
        ['NOT X', 'NOT (a = 1 OR b:*)'],
      ],
      () => either,
    )
  })

  describe('side by side', () => {
    expectEach(
      [
        ['X AND c', 'a = 1 b:* AND c'],
        ['X OR c', '(a = 1 b:*) OR c'],
        ['X c', '(a = 1 b:*) c'],
      ],
      () => beside,
    )
  })

  describe('by NOT', () => {
    expectEach(
      [
        ['X', 'NOT a = 1'],
        ['NOT X', 'NOT (NOT a = 1)'],
        ['X OR c', 'NOT a = 1 OR c'],
      ],
      () => negation(a),
    )
  })

  describe('by one that has parentheses', () => {
    expectEach(
      [
        ['X', 'a = 1'],
        ['X OR c', 'a = 1 OR c'],
        ['NOT X', 'NOT a = 1'],
      ],
      () => ({ kind: 'composite', expression: a, span: noSpan }),
    )
  })

  describe('by a clause', () => {
    expectEach(
      [
        ['(X eq 1) (c eq 2)', '(a eq b) (c eq 2)'],
        ['X c', '(a eq b) c'],
        ['X OR c', 'a eq b OR c'],
      ],
      () => restriction('a', 'eq', 'b'),
    )
  })
})

describe('other nodes', () => {
  it.each<[string, string, Edits, string]>([
    ['a value', 'a = x', { leave: { value: () => value('y z') } }, 'a = "y z"'],
    [
      'a value by logic',
      'a = x',
      { enter: { value: () => disjunction(value('y'), wildcard('z', '')) } },
      'a = (y OR z*)',
    ],
    [
      'a value by logic, in logic',
      'a = (x OR y)',
      { leave: { value: (node) => conjunction(node, value('z')) } },
      'a = ((x AND z) OR (y AND z))',
    ],
    ['a composite value by a value', 'a = (x OR y)', { leave: { composite: () => value('z') } }, 'a = z'],
    [
      'a value among several, removed',
      'a = (x OR y)',
      { leave: { value: ({ parts }) => (parts[0] === 'x' ? null : undefined) } },
      'a = y',
    ],
    [
      'one of three values, removed',
      'a = (x OR y OR z)',
      { leave: { value: ({ parts }) => (parts[0] === 'y' ? null : undefined) } },
      'a = (x OR z)',
    ],
    ['all values, removed', 'a = (x OR y) OR b', { leave: { value: () => null } }, 'b'],
    ['the only value, removed', 'NOT a = x AND b', { enter: { value: () => null } }, 'b'],
    ['a negated value, removed', 'a = (NOT x OR y)', { enter: { negation: () => null } }, 'a = y'],
    ['a literal', 'a eq x', { leave: { literal: (node) => ({ ...node, text: `${node.text}.*` }) } }, 'a eq x.*'],
    ['a literal, removed', '(a eq x) (b = 1)', { leave: { literal: () => null } }, 'b = 1'],
    ['a comparator', 'a = x', { leave: { comparator: (node) => ({ ...node, symbol: '!=' }) } }, 'a != x'],
    [
      'a comparator of the other dialect',
      'a eq x',
      { leave: { comparator: (node) => ({ ...node, symbol: 'ne' }) } },
      'a ne x',
    ],
    ['a comparator, removed', 'a = x AND b', { leave: { comparator: () => null } }, 'b'],
    [
      'a name',
      'a.b = x AND b',
      { leave: { name: (node) => (node.text === 'b' ? { ...node, text: 'c' } : undefined) } },
      'a.c = x AND c',
    ],
    ['a name, removed', 'a.b = x AND b', { leave: { name: ({ text }) => (text === 'b' ? null : undefined) } }, 'a = x'],
    ['a member', 'a.b = x AND c', { enter: { member: () => presence('d.e').comparable } }, 'd.e = x AND d.e'],
    ['a member, removed', 'a = x OR f()', { leave: { member: () => null } }, 'f()'],
    [
      'an argument',
      'f(x, y)',
      { leave: { value: ({ parts }) => (parts[0] === 'x' ? negation(value('z')) : undefined) } },
      'f((NOT z), y)',
    ],
    [
      'an argument, removed',
      'f(x, y)',
      { leave: { value: ({ parts }) => (parts[0] === 'x' ? null : undefined) } },
      'f(y)',
    ],
    ['all arguments, removed', 'f(x, y)', { leave: { value: () => null } }, 'f()'],
    [
      'a function',
      'f(x) AND a = g()',
      { leave: { function: ({ name }) => (name === 'g' ? value('g') : presence('f').comparable) } },
      'f AND a = g',
    ],
    ['a function, removed', 'f(x) AND a = g() AND b', { enter: { function: () => null } }, 'b'],
    ['a negation by its operand', 'NOT a OR b', { leave: { negation: ({ operand }) => operand } }, 'a OR b'],
    [
      'a negation by its operand, which keeps parentheses',
      '-(a AND b) OR c',
      { leave: { negation: ({ operand }) => operand } },
      '(a AND b) OR c',
    ],
    [
      'a negation by its operand, which needs none',
      '-(a OR b)',
      { leave: { negation: ({ operand }) => operand } },
      'a OR b',
    ],
    ['a conjunction', 'a AND b', { enter: { conjunction: () => disjunction(either, a) } }, '(a = 1 OR b:*) OR a = 1'],
    ['a conjunction, removed', '(a AND b) OR c', { leave: { conjunction: () => null } }, 'c'],
    ['a juxtaposition', 'a b AND c', { leave: { juxtaposition: () => a } }, 'a = 1 AND c'],
    ['a disjunction', 'a OR b AND c', { leave: { disjunction: () => null } }, 'c'],
    ['parentheses, removed', 'NOT (a OR b) AND c', { enter: { composite: () => null } }, 'c'],
    ['a filter', 'a OR b', { enter: { filter: () => parse('c') } }, 'c'],
    ['a filter afterwards', 'a OR b', { leave: { filter: () => parse('c') } }, 'c'],
  ])('%s: %s', (_, text, edits, expected) => {
    const changed = transform(parse(text), edits)
    expect(print(changed)).toBe(expected)
    expect(bare(parse(expected))).toEqual(bare(changed))
  })
})

describe('the order of calls', () => {
  const kinds = [
    'filter',
    'conjunction',
    'juxtaposition',
    'disjunction',
    'negation',
    'composite',
    'restriction',
    'global-restriction',
    'member',
    'name',
    'function',
    'comparator',
    'value',
    'literal',
  ] as const
  const methods = <T>(method: (node: AstNode, ancestors: readonly AstNode[]) => T) =>
    Object.fromEntries(kinds.map((kind) => [kind, method])) as Readonly<Record<string, typeof method>>
  const text = 'NOT labels.env = (a OR b) AND f(x) OR (name eq y c)'

  it('enters parents first and leaves children first, with the ancestors of `walk`', () => {
    const calls: string[] = []
    const note = (when: string) =>
      methods((node, ancestors) => void calls.push(`${when} ${[...ancestors, node].map(({ kind }) => kind).join('/')}`))
    const tree = parse(text)
    expect(transform(tree, { enter: note('enter'), leave: note('leave') })).toBe(tree)
    const walked: string[] = []
    walk(
      tree,
      methods((node, ancestors) => void walked.push([...ancestors, node].map(({ kind }) => kind).join('/'))),
    )
    const of = (when: string) => calls.filter((call) => call.startsWith(when)).map((call) => call.split(' ')[1])
    expect(of('enter')).toEqual(walked)
    expect([...of('leave')].sort()).toEqual([...walked].sort())
    expect(calls.at(0)).toBe('enter filter')
    expect(calls.at(-1)).toBe('leave filter')
  })

  it('`false` passes over what is below, and the node is not left', () => {
    const left: string[] = []
    const tree = parse(text)
    const edits: Edits = {
      enter: { negation: () => false, function: () => false },
      leave: methods((node) => void left.push(node.kind)),
    }
    expect(transform(tree, edits)).toBe(tree)
    expect(left).not.toContain('negation')
    expect(left).not.toContain('function')
    expect(left.filter((kind) => kind === 'name')).toHaveLength(1)
  })

  it('a replacement is not visited', () => {
    let entered = 0
    const changed = transform(parse('a AND b'), {
      enter: {
        'global-restriction': () => both,
        restriction: () => {
          entered++
        },
        conjunction: () => {
          entered++
        },
      },
      leave: {
        restriction: () => {
          entered++
        },
      },
    })
    expect(print(changed)).toBe('(a = 1 AND b:*) AND (a = 1 AND b:*)')
    expect(entered).toBe(1)
  })

  it('`leave` sees what has become of the node, once', () => {
    const seen: string[] = []
    const changed = transform(parse('(X OR a OR b) AND (X OR c)'), {
      leave: {
        'global-restriction': (node) => (isX(node) ? null : undefined),
        disjunction: ({ terms }) => void seen.push(String(terms.length)),
        conjunction: ({ sequences }) => void seen.push(sequences.map(({ kind }) => kind).join()),
      },
    })
    expect(seen).toEqual(['2', 'disjunction,global-restriction'])
    expect(print(changed)).toBe('a OR b AND c')
  })

  it('an operand that is left alone is left once, also where parentheses are missing', () => {
    const names: string[] = []
    const missing = { kind: 'conjunction', sequences: [both, a], span: noSpan } as unknown as typeof both
    transform(missing, {
      leave: {
        restriction: (node, ancestors) => (ancestors.length === 1 ? null : undefined),
        conjunction: ({ sequences }) => void names.push(String(sequences.length)),
      },
    })
    expect(names).toEqual(['2'])
  })
})

describe('what does not change', () => {
  it('is the same', () => {
    const tree = parse('(a = 1 OR b = (x OR y)) AND NOT c.d:* AND f(x)')
    const changed = transform(tree, {
      leave: { name: (node) => (node.text === 'c' ? { ...node, text: 'e' } : undefined) },
    })
    expect(print(changed)).toBe('a = 1 OR b = (x OR y) AND NOT e.d:* AND f(x)')
    const sequences = (filter: FilterNode) =>
      filter.expression?.kind === 'conjunction' ? filter.expression.sequences : []
    expect(sequences(changed)[0]).toBe(sequences(tree)[0])
    expect(sequences(changed)[1]).not.toBe(sequences(tree)[1])
    expect(sequences(changed)[2]).toBe(sequences(tree)[2])
    expect(changed.span).toBe(tree.span)
    expect(sequences(changed)[1]).toMatchObject({ span: { start: 28, end: 37 } })
    expect(sequences(changed)[1]).toMatchObject({ operator: { symbol: 'NOT' } })
    // The operators of a list belong to the operands that it had.
    expect(changed.expression).not.toHaveProperty('operators')
  })

  it('is not frozen, nor changed, where it was not', () => {
    const loose = structuredClone(parse('a OR X'))
    const changed = transform(loose, { leave: { 'global-restriction': (node) => (isX(node) ? null : undefined) } })
    expect(print(changed)).toBe('a')
    expect(print(loose)).toBe('a OR X')
    expect(Object.isFrozen(changed)).toBe(true)
    expect(Object.isFrozen(changed.expression)).toBe(false)
  })

  it('stays without the parentheses that are missing', () => {
    const missing = { kind: 'disjunction', terms: [both, presence('c')], span: noSpan } as unknown as typeof either
    const changed = transform(missing, {
      leave: { name: (node) => (node.text === 'c' ? { ...node, text: 'd' } : undefined) },
    })
    expect(changed).toMatchObject({ kind: 'disjunction', terms: [{ kind: 'conjunction' }, { kind: 'restriction' }] })
    expect(changed).toHaveProperty('terms.0', both)
  })
})

describe('any node may be the root', () => {
  it.each<[string, AstNode, Edits, unknown]>([
    ['removed', a, { enter: { restriction: () => null } }, null],
    ['removed afterwards', a, { leave: { restriction: () => null } }, null],
    ['emptied', both, { leave: { restriction: () => null } }, null],
    ['kept', a, { enter: { restriction: () => false } }, a],
    ['replaced', a, { enter: { restriction: () => both } }, both],
    ['a value by a restriction', value('a'), { enter: { value: () => a as never } }, a],
    [
      'a member by a function',
      a.comparable,
      { enter: { member: () => ({ kind: 'function', name: 'f', args: [], span: noSpan }) } },
      { kind: 'function', name: 'f', args: [], span: noSpan },
    ],
    [
      'a comparator',
      a.comparator,
      { leave: { comparator: (node) => ({ ...node, symbol: '<' }) } },
      { ...a.comparator, symbol: '<' },
    ],
    ['a list of one', both, { leave: { restriction: (node) => (node === a ? null : undefined) } }, presence('b')],
  ])('%s', (_, root, edits, expected) => {
    expect(transform(root, edits)).toEqual(expected)
  })
})

describe('trees of a program', () => {
  it('may be as deep as they like', () => {
    let node: AstNode = a
    for (let depth = 0; depth < 100_000; depth++) node = { kind: 'negation', operand: node, span: noSpan } as AstNode
    let count = 0
    const changed = transform(node, {
      enter: {
        negation: () => {
          count++
        },
      },
      leave: { value: () => value('x') },
    })
    expect(count).toBe(100_000)
    expect(changed).not.toBe(node)
    expect(transform(node, {})).toBe(node)
  })

  const endless = { kind: 'negation', operand: null as unknown, span: noSpan }
  endless.operand = { kind: 'composite', expression: endless, span: noSpan }
  const plain = parse('a = 1 OR f(b)')
  const loose = (edits: object): Edits => edits
  const within = (expression: unknown) => ({ kind: 'filter', expression, span: noSpan }) as FilterNode

  it.each<[string, FilterNode, Edits]>([
    ['the tree contains itself', within(endless), {}],
    ['the tree has a value in a place where it is not allowed', within(value('a')), {}],
    ['the tree has an object that is not a node in a place where it is not allowed', within({}), {}],
    ['the tree has undefined in a place where it is not allowed', within(undefined), {}],
    ['the tree has a string in a place where it is not allowed', 'a = 1' as unknown as FilterNode, {}],
    ['a filter cannot be removed; its expression can', plain, loose({ enter: { filter: () => null } })],
    ['a filter cannot be removed; its expression can', plain, loose({ leave: { filter: () => null } })],
    ['`enter` cannot replace a filter with a restriction', plain, loose({ enter: { filter: () => a } })],
    ['`enter` cannot replace a restriction with a boolean', plain, loose({ enter: { restriction: () => true } })],
    ['`enter` cannot replace a restriction with a string', plain, loose({ enter: { restriction: () => 'b = 2' } })],
    ['`leave` cannot replace a restriction with a boolean', plain, loose({ leave: { restriction: () => false } })],
    ['`leave` cannot replace a restriction with a number', plain, loose({ leave: { restriction: () => 5 } })],
    [
      '`leave` cannot replace a restriction with an object that is not a node',
      plain,
      loose({ leave: { restriction: () => ({ kind: 'member' }) } }),
    ],
    ['`leave` cannot replace a restriction with a value', plain, loose({ leave: { restriction: () => value('a') } })],
    ['`leave` cannot replace a restriction with a filter', plain, loose({ leave: { restriction: () => parse('b') } })],
    ['`leave` cannot replace a value with a restriction', plain, loose({ leave: { value: () => a } })],
    ['`enter` cannot replace a function with a value', plain, loose({ enter: { function: () => value('a') } })],
    ['`enter` cannot replace a name with a member', plain, loose({ enter: { name: () => a.comparable } })],
    [
      '`enter` cannot replace a comparator with a name',
      plain,
      loose({ enter: { comparator: () => ({ kind: 'name', text: '=' }) } }),
    ],
    [
      '`eq` does not accept a value: replace the whole restriction',
      plain,
      { leave: { comparator: (node) => ({ ...node, symbol: 'eq' }) } },
    ],
    [
      '`=` does not accept a literal: replace the whole restriction',
      parse('a eq b'),
      { leave: { comparator: (node) => ({ ...node, symbol: '=' }) } },
    ],
  ])('%s', (message, tree, edits) => {
    expect(() => transform(tree, edits)).toThrow(new TypeError(message))
  })

  it('at the root the sorts do not mix', () => {
    expect(() => transform(a.comparable, loose({ enter: { member: () => a } }))).toThrow(TypeError)
    expect(() => transform(a, loose({ enter: { restriction: () => parse('a') } }))).toThrow(TypeError)
  })

  it('what a method throws is thrown', () => {
    const edits: Edits = {
      enter: {
        restriction: () => {
          throw new RangeError('out of order')
        },
      },
    }
    expect(() => transform(plain, edits)).toThrow(new RangeError('out of order'))
  })
})
