import { bare } from './properties/trees.ts'
import { describe, expect, it } from 'vitest'
import { type AstNode, walk } from '../src/ast.ts'
import { compile, type FilterNode, FilterError, parse, print, type Span, validate } from '../src/index.ts'
import { childrenOf } from '../src/ast/index.ts'

describe('print', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['name="debian-12"', 'name = debian-12'],
    ['((name = a))', 'name = a'],
    ['((name="a")) AND -( labels.env:* )', 'name = a AND NOT labels.env:*'],
    ['(a=1 OR b=2) AND c=3', 'a = 1 OR b = 2 AND c = 3'],
    ['(a=1 AND b=2) OR c=3', '(a = 1 AND b = 2) OR c = 3'],
    ['(a=1 b=2) c=3', '(a = 1 b = 2) c = 3'],
    ['NOT (a=1 OR b=2)', 'NOT (a = 1 OR b = 2)'],
    ['NOT (NOT a=1)', 'NOT (NOT a = 1)'],
    ["labels.'a.b' = 'c d'", 'labels."a.b" = "c d"'],
    ['name = "a\\"b\\\\c"', 'name = "a\\"b\\\\c"'],
    ['name = "a\\*b*"', 'name = a\\*b*'],
    ['name = (a OR "b c")', 'name = (a OR "b c")'],
    ['name = ("-a" OR -1)', 'name = ("-a" OR -1)'],
    ['name = "-a"', 'name = -a'],
    ['name = ""', 'name = ""'],
    ['name = "AND"', 'name = "AND"'],
    ['name = a\\\\b', 'name = a\\\\b'],
    ['name = a\\:b', 'name = "a:b"'],
    ['labels.a\\.b[0] = c', 'labels."a.b"[0] = c'],
    ['creationTimestamp > "2021-01-01T00:00:00Z"', 'creationTimestamp > 2021-01-01T00:00:00Z'],
    ['selfLink = "https://x"', 'selfLink = "https://x"'],
    ['name = "a&&b"', 'name = "a&&b"'],
    ['name["a b"]', 'name["a b"]'],
    ['name = "a\\\\*"', 'name = a\\\\*'],
    ['prod', 'prod'],
    ['size( a , (b OR c), g() ) > 5', 'size(a, (b OR c), g()) > 5'],
    ['name eq "debian-.*"', 'name eq debian-.*'],
    ['( name eq a|b )', 'name eq a|b'],
    ['(a eq x)((a ne y)(a ne "z w"))', '(a eq x) ((a ne y) (a ne "z w"))'],
    ['a eq ""', 'a eq ""'],
    ["a eq 'it\"s'", 'a eq it"s'],
    ['(a eq "\\"x\\" y") (a ne z)', '(a eq "\\"x\\" y") (a ne z)'],
    ['NOT a eq x', 'NOT a eq x'],
    ['(NOT a eq "x" b=1) OR c=2', '(NOT a eq "x" b = 1) OR c = 2'],
  ])('%s → %s', (text, expected) => {
    const limits = { restrictions: 100 }
    expect(print(parse(text, { limits }))).toBe(expected)
    expect(print(parse(expected, { limits }))).toBe(expected)
  })

  it.each([
    ['(name eq a \\"b\\\'c)', '(name eq a \\"b\\\'c)'],
    ['NOT (name eq a \\"b\\\'c)', 'NOT (name eq a \\"b\\\'c)'],
    ['NOT (a eq x OR b eq \\"\\\')', 'NOT (a eq "x" OR (b eq \\"\\\'))'],
    ['(name eq \\d\\"\\\' x) (name eq y)', '(name eq \\d\\"\\\' x) (name eq y)'],
  ])('a literal that no quotes can hold stays bare, in parentheses of its own: %s', (text, canonical) => {
    const tree = parse(text)
    expect(print(tree)).toBe(canonical)
    expect(bare(parse(canonical))).toEqual(bare(tree))
  })
})

describe('walk', () => {
  const filter = parse('NOT labels.env = (a OR b) AND f(x) OR (name eq y c)')

  it('visits every node, parents first, in the order of the text', () => {
    const kinds: string[] = []
    const note = (node: AstNode): void => void kinds.push(node.kind)
    walk(filter, {
      filter: note,
      conjunction: note,
      juxtaposition: note,
      disjunction: note,
      negation: note,
      composite: note,
      restriction: note,
      'global-restriction': note,
      member: note,
      name: note,
      function: note,
      comparator: note,
      value: note,
      literal: note,
    })
    expect(kinds).toEqual([
      'filter',
      'conjunction',
      'negation',
      'restriction',
      'member',
      'name',
      'name',
      'comparator',
      'composite',
      'disjunction',
      'value',
      'value',
      'disjunction',
      'global-restriction',
      'function',
      'value',
      'restriction',
      'member',
      'name',
      'comparator',
      'literal',
    ])
  })

  it('passes the ancestors, and skips nodes for which the visitor returns `false`', () => {
    const seen: string[] = []
    walk(filter, {
      restriction: ({ comparable }) => comparable.span.start > 20,
      name: ({ text }, ancestors) => void seen.push(`${ancestors.map(({ kind }) => kind).join('/')} ${text}`),
    })
    expect(seen).toEqual(['filter/conjunction/disjunction/restriction/member name'])
  })

  it('does not recurse', () => {
    let node = parse('name = a').expression as AstNode
    for (let depth = 0; depth < 100_000; depth++) node = { kind: 'negation', operand: node, span: node.span } as AstNode
    let count = 0
    walk(node, {
      negation: () => {
        count++
      },
    })
    expect(count).toBe(100_000)
    expect(childrenOf(parse(''))).toEqual([])
  })
})

describe('a tree that a program built', () => {
  const { expression } = parse('name = a')
  const span = { start: 0, end: 0 }
  const filterOf = (root: unknown): FilterNode => ({
    kind: 'filter',
    expression: root as FilterNode['expression'],
    span,
  })
  const deep = (levels: number): unknown => {
    let node: unknown = expression
    for (let level = 0; level < levels; level++) node = { kind: 'negation', operand: node, span }
    return node
  }
  const endless: { readonly kind: 'conjunction'; readonly sequences: unknown[]; readonly span: Span } = {
    kind: 'conjunction',
    sequences: [expression],
    span,
  }
  endless.sequences.push(endless)
  const broad = { kind: 'juxtaposition', factors: Array.from({ length: 30_000 }, () => expression), span }
  const tooDeep = {
    code: 'too-deep',
    severity: 'error',
    message: 'parentheses are nested deeper than 64 levels',
    span,
    details: { limit: 64 },
  }
  const tooMany = {
    code: 'too-many-terms',
    severity: 'error',
    message: 'the filter has more than 1,000 comparisons',
    span,
    details: { limit: 1000 },
  }

  it.each([
    ['20,000 levels', deep(20_000), 'levels', tooDeep],
    ['one that contains itself', endless, 'levels', tooDeep],
    ['150,000 nodes', broad, 'nodes', tooMany],
  ])('of %s is not printed', (_, root, excess, diagnostic) => {
    expect(() => print(filterOf(root))).toThrow(new RangeError(`the tree has too many ${excess} to be printed`))
    expect(validate(filterOf(root))).toEqual([diagnostic])
    expect(() => compile(filterOf(root))).toThrow(FilterError)
  })

  it.each([
    [{ kind: 'disjunction', terms: [expression, { kind: 'conjunction', sequences: [expression, expression] }] }],
    [{ kind: 'juxtaposition', factors: [expression, { kind: 'conjunction', sequences: [expression, expression] }] }],
  ])('without the parentheses that it needs gets them', (root) => {
    expect(print(filterOf(root))).toMatch(/^name = a (?:OR )?\(name = a AND name = a\)$/)
  })

  it('gets parentheses around the operand of NOT', () => {
    expect(print(filterOf(deep(2)))).toBe('NOT (NOT name = a)')
  })

  it('rethrows the errors of its getters', () => {
    let reads = 0
    const text = (): string => {
      if (reads++ > 0) throw new Error('out of order')
      return 'a'
    }
    const name = Object.defineProperty({ kind: 'name', span }, 'text', { get: text })
    const comparable = { kind: 'member', names: [name], span }
    expect(() => print(filterOf({ kind: 'global-restriction', comparable, span }))).toThrow('out of order')
  })

  it('that is not a tree is an error of the program', () => {
    expect(() => print(filterOf({ kind: 'conjunction' }))).toThrow(TypeError)
    expect(() => compile(filterOf({ kind: 'conjunction' }))).toThrow(TypeError)
  })
})
