import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  conjunction,
  disjunction,
  filter,
  negation,
  presence,
  restriction,
  transform,
  value,
  walk,
  wildcard,
} from '../src/ast.ts'
import { compile, explain, type FilterNode, parse, print, validate } from '../src/index.ts'
import { filterTextArbitrary, resourceArbitrary } from '../src/testing/index.ts'

/** A copy that did not come from `parse`: every node is another object. */
const rebuilt = (tree: FilterNode): FilterNode => structuredClone(tree)

describe('a tree that a program built', () => {
  it('is taken as it is', () => {
    const tree = filter(conjunction(restriction('name', '=', 'a'), presence('labels.env')))
    const matcher = compile(tree)
    expect(matcher.filter).toBe(tree)
    expect(matcher({ name: 'a', labels: { env: '' } })).toBe(true)
    expect(matcher({ name: 'b', labels: { env: '' } })).toBe(false)
  })

  it('means what its text means', () => {
    fc.assert(
      fc.property(filterTextArbitrary(), resourceArbitrary(), (text, resource) => {
        const tree = rebuilt(parse(text))
        expect(compile(tree)(resource)).toBe(compile(text)(resource))
        expect(compile(print(tree))(resource)).toBe(compile(text)(resource))
      }),
      { numRuns: 500 },
    )
  })

  const shared = restriction('nme', '=', 'x')
  it.each([
    ['a field', filter(restriction('nme', '=', 'a')), 'unknown-field', 'nme', 'name'],
    ['the same node twice', filter(disjunction(shared, shared)), 'unknown-field', 'nme', 'name'],
    ['a comparator', filter(restriction('status', '<', 'READY')), 'comparator-type', '<', 'comparator'],
    ['a value', filter(negation(restriction('diskSizeGb', '=', value('x')))), 'literal-type', 'x', 'value'],
    [
      'a value with quotes',
      filter(restriction('creationTimestamp', '=', value('a b'))),
      'invalid-timestamp',
      '"a b"',
      'value',
    ],
    ['a pattern', filter(restriction('name', 'eq', '(')), 'invalid-pattern', '(', 'literal'],
    ['an operator', filter(negation(restriction('name', 'eq', 'a'))), 'operator-in-regex-dialect', 'NOT', 'negation'],
    [
      'an operator',
      filter(conjunction(restriction('name', 'eq', 'a'), restriction('name', 'ne', 'b'))),
      'operator-in-regex-dialect',
      'AND',
      'conjunction',
    ],
  ])('that is wrong in %s is told where, in its text and in the tree', (_, tree, code, text, kind) => {
    const [first] = validate(tree)
    expect(first?.code).toBe(code)
    expect(print(tree).slice(first?.span.start, first?.span.end)).toBe(text)
    expect(first?.node?.kind).toBe(kind)
    const nodes: unknown[] = []
    walk(tree, { [kind]: (node: unknown) => nodes.push(node) })
    expect(nodes).toContain(first?.node)
  })

  it('has the diagnostics of its text, with nodes', () => {
    const tree = rebuilt(parse('nme = a OR diskSizeGb = (1 OR x) AND NOT licenses = y'))
    const withoutNodes = validate(tree).map(({ node, ...others }) => {
      expect(node).toBeDefined()
      return others
    })
    expect(withoutNodes).toEqual(validate(print(tree)))
    expect(withoutNodes.length).toBe(3)
  })

  it.each([
    [{ textLength: 10 }, 'too-long'],
    [{ nesting: 1 }, 'too-deep'],
    [{ restrictions: 2 }, 'too-many-terms'],
  ])('keeps the limits of a text: %j', (limits, code) => {
    const either = disjunction(
      restriction('name', '=', 'a'),
      negation(conjunction(restriction('name', '=', 'b'), restriction('family', '=', 'c'))),
    )
    const tree = filter(conjunction(restriction('name', '=', 'z'), negation(either)))
    expect(validate(tree)).toEqual([])
    expect(validate(tree, { limits }).map((diagnostic) => diagnostic.code)).toEqual([code])
    expect(validate(print(tree), { limits }).map((diagnostic) => diagnostic.code)).toEqual([code])
  })

  it('is explained in its text', () => {
    const tree = filter(disjunction(restriction('name', '=', wildcard('a', '')), restriction('family', '=', 'b c')))
    const { reasons } = explain(tree, { family: 'b c' })
    expect(reasons).toMatchObject([{ restriction: 'family = "b c"', span: { start: 13, end: 27 } }])
  })

  it('that comes from `transform` is no longer that of the text', () => {
    const tree = transform(parse('name = a AND family = b'), {
      enter: { name: ({ text, ...node }) => ({ ...node, text: text === 'family' ? 'famly' : text }) },
    })
    expect(validate(tree)).toMatchObject([
      { code: 'unknown-field', span: { start: 13, end: 18 }, node: { text: 'famly' } },
    ])
  })
})

describe('a tree that contains itself', () => {
  it('is not walked without end', () => {
    const endless = { kind: 'conjunction', span: { start: 0, end: 0 }, sequences: [] as unknown[] }
    endless.sequences.push(endless, endless)
    const tree = { kind: 'filter', span: { start: 0, end: 0 }, expression: endless } as unknown as FilterNode
    expect(() => {
      walk(tree, {})
    }).toThrow(new TypeError('the tree contains itself'))
  })
})
