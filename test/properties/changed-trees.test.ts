import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AstNode,
  conjunction,
  disjunction,
  type Edits,
  filter,
  type FilterNode,
  type FilterOperand,
  juxtaposition,
  negation,
  type NodeKind,
  restriction,
  transform,
  type TwoOrMore,
  type ValueOperand,
  walk,
} from '../../src/ast.ts'
import { compile, parse, print } from '../../src/index.ts'
import { aipFilter, image, regexFilter } from './filters.ts'
import { aipFilters, bare, regexFilters } from './trees.ts'

const runs = { numRuns: 1000 }
const limits = { restrictions: Infinity }
const anyFilter = fc.oneof(aipFilters, regexFilters)

/** The same tree from builders, which are told nothing of parentheses. */
function build(node: AstNode): AstNode {
  const all = (nodes: readonly AstNode[]) => nodes.map(build) as unknown as TwoOrMore<FilterOperand>
  switch (node.kind) {
    case 'filter':
      return filter(node.expression && (build(node.expression) as FilterOperand))
    case 'conjunction':
      return conjunction(...all(node.sequences))
    case 'juxtaposition':
      return juxtaposition(...all(node.factors))
    case 'disjunction':
      return disjunction(...all(node.terms))
    case 'negation':
      return negation(build(node.operand) as FilterOperand)
    case 'composite':
      return build(node.expression)
    case 'restriction':
      return node.arg.kind === 'literal'
        ? restriction(node.comparable, node.comparator.symbol as 'eq', node.arg.text)
        : restriction(node.comparable, node.comparator.symbol as '=', build(node.arg) as ValueOperand)
    case 'global-restriction':
    case 'member':
    case 'function':
    case 'name':
    case 'comparator':
    case 'value':
    case 'literal':
      return node
  }
}

const expectRead = (tree: FilterNode): void => {
  const text = print(tree)
  expect(bare(parse(text, { limits })), text).toEqual(bare(tree))
}

describe('builders', () => {
  it('make every tree of the AIP-160 dialect', () => {
    fc.assert(
      fc.property(aipFilters, (tree) => {
        expect(bare(build(tree))).toEqual(bare(tree))
      }),
      runs,
    )
  })

  it('make trees that print and read back, with clauses, too', () => {
    fc.assert(
      fc.property(regexFilters, (tree) => {
        expectRead(build(tree) as FilterNode)
      }),
      runs,
    )
  })
})

const kinds: readonly NodeKind[] = [
  ...(['filter', 'conjunction', 'juxtaposition', 'disjunction', 'negation', 'composite', 'restriction'] as const),
  ...(['global-restriction', 'member', 'name', 'function', 'comparator', 'value', 'literal'] as const),
]
const methods = (method: (node: AstNode) => unknown): NonNullable<Edits['leave']> =>
  Object.fromEntries(kinds.map((kind) => [kind, method]))

describe('transform', () => {
  it('without changes is the same tree', () => {
    fc.assert(
      fc.property(anyFilter, (tree) => {
        expect(transform(tree, { enter: methods(() => undefined), leave: methods(() => undefined) })).toBe(tree)
      }),
      runs,
    )
  })

  it('with a copy of each node is an equal tree', () => {
    fc.assert(
      fc.property(aipFilters, (tree) => {
        const copy = transform(tree, { leave: methods((node) => ({ ...node })) })
        expect(copy).not.toBe(tree)
        expect(bare(copy)).toEqual(bare(tree))
      }),
      runs,
    )
  })

  it('without any of its nodes is a tree that prints and reads back', () => {
    const seen = { empty: 0, smaller: 0 }
    const removal = fc.record({ tree: anyFilter, when: fc.constantFrom('enter', 'leave'), seeds: fc.array(fc.nat(12)) })
    fc.assert(
      fc.property(removal, ({ tree, when, seeds }) => {
        let count = 0
        const isChosen = () => seeds.includes(count++ % 13)
        const edits = methods((node) => (node.kind !== 'filter' && isChosen() ? null : undefined))
        const changed = transform(tree, { [when]: edits })
        if (changed.expression === null) seen.empty++
        else if (changed !== tree) seen.smaller++
        // Of two clauses side by side, the one that is left needs no parentheses, and bare ones are no tree of a text.
        expect(print(parse(print(changed), { limits }))).toBe(print(changed))
      }),
      runs,
    )
    expect(seen.empty).toBeGreaterThan(50)
    expect(seen.smaller).toBeGreaterThan(50)
  })

  it('with each restriction negated twice means the same', () => {
    fc.assert(
      fc.property(aipFilter, image, (text, resource) => {
        const changed = transform(parse(text), { leave: { restriction: (node) => negation(negation(node)) } })
        expectRead(changed)
        expect(compile<unknown>(changed)(resource)).toBe(compile<unknown>(text)(resource))
      }),
      runs,
    )
  })

  it('by De Morgan, and by NOT, means the same', () => {
    const complement = (node: AstNode): AstNode | null =>
      transform(node, {
        enter: { restriction: (leaf) => negation(leaf), negation: ({ operand }) => operand },
        leave: {
          conjunction: ({ sequences }) => disjunction(...(sequences as TwoOrMore<FilterOperand>)),
          juxtaposition: ({ factors }) => disjunction(...(factors as TwoOrMore<FilterOperand>)),
          disjunction: ({ terms }) => conjunction(...(terms as TwoOrMore<FilterOperand>)),
        },
      })
    fc.assert(
      fc.property(aipFilter, image, (text, resource) => {
        const { expression } = parse(text)
        const changed = filter(expression && (complement(expression) as FilterOperand))
        expectRead(changed)
        expect(compile<unknown>(changed)(resource)).toBe(!compile<unknown>(text)(resource))
      }),
      runs,
    )
  })

  it('visits what `walk` visits', () => {
    fc.assert(
      fc.property(fc.oneof(aipFilter, regexFilter), (text) => {
        const [walked, entered]: AstNode[][] = [[], []]
        const tree = parse(text)
        walk(
          tree,
          methods((node) => walked?.push(node)),
        )
        transform(tree, { enter: methods((node) => void entered?.push(node)) })
        expect(entered).toEqual(walked)
      }),
      runs,
    )
  })
})
