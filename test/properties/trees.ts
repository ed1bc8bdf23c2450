import fc from 'fast-check'
import type { ArgLeafNode, ComparatorNode, AstNode } from '../../src/ast.ts'
import type { FilterNode } from '../../src/index.ts'
import { AIP_COMPARATORS, REGEX_COMPARATORS } from '../../src/ast/index.ts'

/*
 * Random trees, of exactly the shapes that the types allow: each level lists the nodes allowed without parentheses,
 * then those that need them, as src/ast/nodes.ts does. Spans are zero, since they are not part of what is compared.
 */

const span = { start: 0, end: 0 }

const ofText: readonly string[] = ['span', 'operator', 'operators']

/** A tree without what only a text has, for comparison. */
export const bare = (node: AstNode): unknown =>
  JSON.parse(JSON.stringify(node, (key, value: unknown) => (ofText.includes(key) ? undefined : value)))

const awkward = fc.constantFrom(
  ...['', ' ', '*', '\\', '"', "'", '(', ')', ',', '.', '-', '=', ':', '~', '!', '\n', '𝒜', '\\*', '[', '-5'],
  ...['AND', 'OR', 'NOT', 'eq', 'ne', '&&', '||'],
)
export const word = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z][a-zA-Z0-9_-]{0,6}$/) },
  { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
  { weight: 1, arbitrary: awkward },
  { weight: 1, arbitrary: fc.tuple(awkward, awkward).map((two) => two.join('')) },
)

const name = word.map((text) => ({ kind: 'name', text, span }))
const member = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => ({ kind: 'member', names, span }))
const value = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => ({ kind: 'value', parts, span }))
const functionName = fc.stringMatching(/^[a-z]{1,4}(\.[a-z]{1,3})?$/)
const functionCall = fc
  .tuple(functionName, fc.array(value, { maxLength: 2 }))
  .map(([name, args]) => ({ kind: 'function', name, args, span }))
const argLeaf = mostly(value, functionCall) as fc.Arbitrary<ArgLeafNode>

const comparator = (symbols: readonly ComparatorNode['symbol'][]) =>
  fc.constantFrom(...symbols).map((symbol) => ({ kind: 'comparator', symbol, span }))

const literalOf = (text: string) => ({ kind: 'literal', text, span })

/** Text that quotes can hold, which excludes a backslash at the end, or before each kind of quote. */
const literal = word.filter((text) => !/(?:^|[^\\])(?:\\\\)*\\(?:["']|$)/.test(text)).map(literalOf)

/** Any text, including some that cannot be written at that place. */
const oddLiteral = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => literalOf(words.join('')))

type Shape = fc.Arbitrary<unknown>

/** `common` three times as often as each of the others. */
function mostly(common: Shape, ...others: readonly Shape[]): Shape {
  return fc.oneof({ weight: 3, arbitrary: common }, ...others.map((arbitrary) => ({ weight: 1, arbitrary })))
}

/** Every shape of the logic over some leaves. `clause`, when there are any, keeps its parentheses side by side. */
function expressionOf(leaf: Shape, depth: number, clause?: Shape): Shape {
  const list = (of: Shape) => fc.array(of, { minLength: 2, maxLength: 3 })
  const levels = (inner: { readonly [kind: string]: Shape } | undefined) => {
    const composite = (...kinds: readonly string[]): readonly Shape[] =>
      inner === undefined
        ? []
        : [
            fc
              .oneof(...kinds.map((kind) => inner[kind] ?? leaf))
              .map((expression) => ({ kind: 'composite', expression, span })),
          ]
    const grouped = clause === undefined ? [] : [clause.map((expression) => ({ kind: 'composite', expression, span }))]

    const simple = mostly(leaf, ...composite('conjunction', 'juxtaposition', 'disjunction', 'negation'))
    const negation = simple.map((operand) => ({ kind: 'negation', operand, span }))
    const term = mostly(leaf, negation, ...composite('conjunction', 'juxtaposition', 'disjunction'))
    const disjunction = list(term).map((terms) => ({ kind: 'disjunction', terms, span }))
    const factor = mostly(leaf, negation, disjunction, ...composite('conjunction', 'juxtaposition'), ...grouped)
    const juxtaposition = list(factor).map((factors) => ({ kind: 'juxtaposition', factors, span }))
    const sequence = mostly(leaf, negation, disjunction, juxtaposition, ...composite('conjunction'))
    const conjunction = list(sequence).map((sequences) => ({ kind: 'conjunction', sequences, span }))
    return { negation, disjunction, juxtaposition, conjunction }
  }
  let shapes = levels(undefined)
  for (let level = 0; level < depth; level++) shapes = levels(shapes)
  return mostly(leaf, ...Object.values(shapes))
}

const argComposite = expressionOf(argLeaf, 1)
  .filter((node) => !['value', 'function'].includes((node as AstNode).kind))
  .map((expression) => ({ kind: 'composite', expression, span }))
const arg = mostly(argLeaf, argComposite)

const comparison = fc
  .tuple(mostly(member, functionCall), comparator(AIP_COMPARATORS), arg)
  .map(([comparable, comparator, arg]) => ({ kind: 'restriction', comparable, comparator, arg, span }))
const clauseWith = (literal: Shape) =>
  fc
    .tuple(member, comparator(REGEX_COMPARATORS), literal)
    .map(([comparable, comparator, arg]) => ({ kind: 'restriction', comparable, comparator, arg, span }))
const clause = clauseWith(literal)
const oddClause = clauseWith(oddLiteral)
const globalRestriction = mostly(member, functionCall).map((comparable) => ({
  kind: 'global-restriction',
  comparable,
  span,
}))

const toFilter = (expression: unknown) => ({ kind: 'filter', expression, span }) as FilterNode

/** Trees of the AIP-160 dialect, with words that Compute does not accept among them. */
export const aipFilters = expressionOf(mostly(comparison, globalRestriction), 2).map(toFilter)

/** Trees of the regular-expression dialect, and of both mixed. */
export const regexFilters = expressionOf(mostly(clause, comparison), 2, clause).map(toFilter)

/** Trees of the regular-expression dialect with any patterns. */
export const oddRegexFilters = expressionOf(oddClause, 2, oddClause).map(toFilter)
