import {
  type ArgLeafNode,
  type ClauseNode,
  type ComparisonNode,
  type FilterLeafNode,
  type FilterNode,
  isClause,
  type MemberNode,
  type NodeOf,
  walk,
} from '../ast/index.ts'
import type { Profile } from '../profiles.ts'
import type { Patterns } from '../regex/index.ts'
import { lookUp, type Missing, type Path, type Schema } from '../schema/index.ts'
import { distribute } from './distribute.ts'
import { resolveLiteral } from './resolve-literal.ts'
import { resolveValue } from './resolve-value.ts'
import type {
  ResolvedExpression,
  Resolution,
  ResolvedBareWord,
  ResolvedClause,
  ResolvedComparison,
  ResolvedValue,
} from './resolution.ts'

/** What a filter is resolved against. */
export interface ResolveContext {
  readonly schema: Schema
  readonly profile: Profile
  readonly patterns: Patterns
}

/**
 * Finds each field in the schema, converts each literal and compiles each pattern, once. What cannot be resolved stays in
 * the resolution as such, for the rules to report.
 */
export function resolveFilter(filter: FilterNode, context: ResolveContext): Resolution {
  const comparisons: ResolvedComparison[] = []
  const clauses: ResolvedClause[] = []
  const bareWords: ResolvedBareWord[] = []
  const functions: NodeOf<'function'>[] = []
  const conjunctions: NodeOf<'conjunction'>[] = []
  const juxtapositions: NodeOf<'juxtaposition'>[] = []
  const disjunctions: NodeOf<'disjunction'>[] = []
  const negations: NodeOf<'negation'>[] = []
  const terms = new Map<FilterLeafNode, ResolvedExpression>()

  walk(filter, {
    restriction(restriction) {
      const { comparable: member } = restriction
      if (member.kind === 'function') return true
      if (isClause(restriction)) {
        const { clause, expression } = resolveClause(restriction, member, context)
        clauses.push(clause)
        terms.set(restriction, expression)
        return false
      }
      const { comparison, expression } = resolveComparison(restriction, member, context)
      comparisons.push(comparison)
      terms.set(restriction, expression)
      return restriction.arg.kind !== 'value'
    },
    'global-restriction'(restriction) {
      const { comparable: member } = restriction
      if (member.kind !== 'function') bareWords.push({ restriction, member, path: find(member, context).path })
    },
    function: (node) => functions.push(node),
    conjunction: (node) => conjunctions.push(node),
    juxtaposition: (node) => juxtapositions.push(node),
    disjunction: (node) => disjunctions.push(node),
    negation: (node) => negations.push(node),
  })

  const expression = filter.expression
    ? distribute(filter.expression, (leaf) => terms.get(leaf) ?? unsupported)
    : everything
  return {
    filter,
    comparisons,
    clauses,
    bareWords,
    functions,
    conjunctions,
    juxtapositions,
    disjunctions,
    negations,
    expression,
  }
}

const unsupported: ResolvedExpression = { kind: 'unsupported' }
const everything: ResolvedExpression = { kind: 'all', parts: [] }

function find(
  member: MemberNode,
  { schema }: ResolveContext,
): { path: Path | undefined; missing: Missing | undefined } {
  const lookup = lookUp(schema, member)
  return 'path' in lookup ? { path: lookup.path, missing: undefined } : { path: undefined, missing: lookup.missing }
}

/** `name eq a.*` */
function resolveClause(
  restriction: ClauseNode,
  member: MemberNode,
  context: ResolveContext,
): { readonly clause: ResolvedClause; readonly expression: ResolvedExpression } {
  const { path, missing } = find(member, context)
  if (path === undefined) {
    return { clause: { restriction, member, path, missing, literal: undefined }, expression: unsupported }
  }
  const { arg: value } = restriction
  const literal = resolveLiteral(value.text, path, context.patterns)
  const isMeant = literal.kind === 'pattern' || literal.kind === 'scalar'
  return {
    clause: { restriction, member, path, missing, literal },
    expression: isMeant ? { kind: 'clause', restriction, path, value, meaning: literal } : unsupported,
  }
}

/** `name = (a OR b)` is `name = a OR name = b`. */
function resolveComparison(
  restriction: ComparisonNode,
  member: MemberNode,
  context: ResolveContext,
): { readonly comparison: ResolvedComparison; readonly expression: ResolvedExpression } {
  const { path, missing } = find(member, context)
  // Filled below, where each value of a composite is resolved.
  const values: ResolvedValue[] = []
  const comparison = { restriction, member, path, missing, values }
  if (path === undefined) return { comparison, expression: unsupported }
  const expression = distribute<ArgLeafNode>(restriction.arg, (node) => {
    if (node.kind === 'function') return unsupported
    const value = resolveValue(node, restriction.comparator.symbol, path, context)
    values.push(value)
    const { meaning } = value
    return meaning ? { kind: 'comparison', restriction, path, value: node, meaning } : unsupported
  })
  return { comparison, expression }
}
