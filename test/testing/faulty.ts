import type { AipComparator, FilterLeafNode, AstNode, RegexComparator } from '../../src/ast.ts'
import { parse } from '../../src/index.ts'
import { imageSchema } from '../../src/index.ts'
import { leavesOf, valuesAt } from '../../src/testing/arbitraries/leaves.ts'
import { oracle } from '../../src/testing/index.ts'

/** One restriction with one value, and what an implementation would have at hand to decide it. */
export interface Asked {
  readonly comparator: AipComparator | RegexComparator
  /** Its value or pattern; wildcards as `*`. */
  readonly text: string
  readonly parts: readonly string[]
  readonly type: string
  readonly names: readonly string[]
  /** The values at the path, elements one by one. */
  readonly values: readonly unknown[]
  readonly value: unknown
  readonly resource: object
  readonly isRepeated: boolean
  /** What the oracle says. */
  readonly right: boolean
}

/** A way to be wrong. */
export interface Fault {
  readonly restriction?: (asked: Asked) => boolean
  /** Instead of `every` and `some`, and of NOT. */
  readonly juxtaposition?: (verdicts: readonly boolean[]) => boolean
  readonly negation?: (verdict: boolean) => boolean
  /** `a AND b OR c` as `(a AND b) OR c`. */
  readonly orIsLooser?: true
  /** Looks only at the first element of a list. */
  readonly compositeValue?: 'first' | 'last'
}

const leaves = leavesOf(imageSchema, ['env', 'owner', 'a', 'a.b', 'goog-x'])
const toJsonName = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A matcher with one fault, and right in all else. */
export const createFaulty =
  (fault: Fault) =>
  (filter: string, resource: object): boolean => {
    const { expression, span } = parse(filter)
    const decideLeaf = (leaf: FilterLeafNode): boolean => {
      const right = oracle<object>({ kind: 'filter', expression: leaf, span }, resource)
      if (leaf.kind === 'global-restriction' || leaf.comparable.kind === 'function') return right
      const names = leaf.comparable.names.map(({ text }, index) => (index === 0 ? toJsonName(text) : text))
      const place =
        leaves.find((one) => one.names.join('\0') === names.map((name) => toJsonName(name)).join('\0')) ??
        leaves.find((one) => one.names.join('\0') === names.join('\0'))
      const parts = leaf.arg.kind === 'literal' ? [leaf.arg.text] : leaf.arg.kind === 'value' ? leaf.arg.parts : []
      const values = place === undefined ? [] : valuesAt(place, resource).filter((value) => value !== null)
      const asked: Asked = {
        comparator: leaf.comparator.symbol,
        text: parts.join('*'),
        parts,
        type: place?.field.type ?? 'string',
        names,
        values,
        value: values[0],
        resource,
        isRepeated: place?.isRepeated === true,
        right,
      }
      return fault.restriction?.(asked) ?? right
    }
    /** A composite value, one value after the other. */
    const distribute = (leaf: FilterLeafNode): boolean => {
      if (leaf.kind !== 'restriction') return decideLeaf(leaf)
      // Parts of a composite value come back here, and not all of them are in parentheses.
      const arg = leaf.arg as AstNode
      const inner = arg.kind === 'composite' ? arg.expression : arg
      const one = (arg: AstNode): boolean => distribute({ ...leaf, arg } as FilterLeafNode)
      switch (inner.kind) {
        case 'disjunction':
          if (fault.compositeValue !== undefined)
            return one(inner.terms.at(fault.compositeValue === 'first' ? 0 : -1) as AstNode)
          return inner.terms.some(one)
        case 'conjunction':
          return inner.sequences.every(one)
        case 'juxtaposition':
          return inner.factors.every(one)
        case 'negation':
          return !one(inner.operand)
        case 'value':
        case 'function':
        case 'literal':
          return decideLeaf({ ...leaf, arg: inner } as FilterLeafNode)
        case 'filter':
        case 'restriction':
        case 'global-restriction':
        case 'member':
        case 'name':
        case 'comparator':
          throw new Error(`${inner.kind} is not a value`)
      }
    }
    const decide = (node: AstNode): boolean => {
      switch (node.kind) {
        case 'conjunction': {
          const last = node.sequences.at(-1)
          if (fault.orIsLooser && last?.kind === 'disjunction') {
            const [first, ...others] = last.terms
            return (node.sequences.slice(0, -1).every(decide) && decide(first)) || others.some(decide)
          }
          return node.sequences.every(decide)
        }
        case 'juxtaposition': {
          const verdicts = node.factors.map(decide)
          return fault.juxtaposition?.(verdicts) ?? verdicts.every(Boolean)
        }
        case 'disjunction':
          return node.terms.some(decide)
        case 'negation': {
          const verdict = decide(node.operand)
          return fault.negation?.(verdict) ?? !verdict
        }
        case 'composite':
          return decide(node.expression)
        case 'filter':
        case 'member':
        case 'name':
        case 'function':
        case 'comparator':
        case 'value':
        case 'literal':
          throw new Error(`${node.kind} is no expression`)
        case 'restriction':
        case 'global-restriction':
          return distribute(node)
      }
    }
    return expression === null || decide(expression)
  }
