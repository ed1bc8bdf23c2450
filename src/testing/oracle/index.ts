import type {
  ArgLeafNode,
  ClauseNode,
  ComparisonNode,
  CompositeNode,
  ConjunctionNode,
  DisjunctionNode,
  ExpressionNode,
  FilterLeafNode,
  JuxtapositionNode,
  NegationNode,
} from '../../ast.ts'
import {
  documented,
  type FilterNode,
  FilterError,
  type Image,
  imageSchema,
  type Options,
  parse,
  print,
  validate,
} from '../../index.ts'
import { unlimitedEngine } from './engine.ts'
import { holds, holdsClause, type OracleContext } from './restrictions.ts'

/**
 * Whether a resource matches, told by SEMANTICS.md read as plainly as it can be: nothing is prepared, nothing is
 * remembered, and nothing is shared with `compile` but the tree and the validator. Patterns are matched by re2js. What one
 * costs depends on the engine, so section 6, rule 6 and the limit `matchWork` are left out.
 *
 * @throws FilterError with all diagnostics, if there are any
 * @example oracle('diskSizeGb > 50', { diskSizeGb: '100' }) // true
 */
export function oracle<R = Image>(filter: string | FilterNode, resource: R, options: Options = {}): boolean {
  return createOracle<R>(filter, options)(resource)
}

/** The oracle of one filter, which is read and checked once. @throws FilterError */
export function createOracle<R = Image>(filter: string | FilterNode, options: Options = {}): (resource: R) => boolean {
  const tree = typeof filter === 'string' ? parse(filter, options) : filter
  const diagnostics = validate(filter, { ...options, regexEngine: unlimitedEngine })
  if (diagnostics.length > 0) throw new FilterError(typeof filter === 'string' ? filter : print(filter), diagnostics)
  const { expression } = tree
  const means = { schema: options.schema ?? imageSchema, profile: options.profile ?? documented }
  // An empty filter matches every resource.
  return (resource) => expression === null || decide(expression, (leaf) => holdsLeaf(leaf, resource, means))
}

/** Sections 3 and 6, rule 1: logic is two-valued, and standing side by side means AND. */
function decide<L extends FilterLeafNode | ArgLeafNode>(node: Logic<L> | L, test: (leaf: L) => boolean): boolean {
  const inner = (each: Logic<L> | L) => decide(each, test)
  if (!isLogic(node)) return test(node)
  switch (node.kind) {
    case 'conjunction':
      return node.sequences.every(inner)
    case 'juxtaposition':
      return node.factors.every(inner)
    case 'disjunction':
      return node.terms.some(inner)
    case 'negation':
      return !inner(node.operand)
    case 'composite':
      return inner(node.expression)
  }
}

type Logic<L> =
  ConjunctionNode<L> | JuxtapositionNode<L> | DisjunctionNode<L> | NegationNode<L> | CompositeNode<ExpressionNode<L>>

const isLogic = <L extends FilterLeafNode | ArgLeafNode>(node: Logic<L> | L): node is Logic<L> =>
  !['restriction', 'global-restriction', 'value', 'function'].includes(node.kind)

/** A composite value distributes: `name = (a OR b)` is `name = a OR name = b`. */
function holdsLeaf(leaf: FilterLeafNode, resource: unknown, means: OracleContext): boolean {
  if (leaf.kind === 'global-restriction') throw rejected
  if (isClause(leaf)) return holdsClause(leaf, resource, means)
  return decide<ArgLeafNode>(leaf.arg, (value) => {
    if (value.kind === 'function') throw rejected
    return holds(leaf, value, resource, means)
  })
}

const rejected = new Error('the validator rejects this')

const isClause = (leaf: ComparisonNode | ClauseNode): leaf is ClauseNode => leaf.arg.kind === 'literal'
