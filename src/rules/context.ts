import {
  type ArgNode,
  type ClauseNode,
  type ComparisonNode,
  type FilterNode,
  isClause,
  type MemberNode,
  type NodeOf,
  type RestrictionNode,
  type Span,
  type ValueNode,
  walk,
} from '../ast/index.ts'
import { type Candidates, type DiagnosticCode, type Finding, nearest, type Related } from '../diagnostics/index.ts'
import type { Profile } from '../profiles.ts'
import type { Patterns } from '../regex/index.ts'
import { lookUp, type Missing, type Path, type Schema } from '../schema/index.ts'

/** What is checked, and against what. */
export interface Subject {
  readonly filter: FilterNode
  /** The text of the filter, which its spans refer to. */
  readonly source: string
  readonly schema: Schema
  readonly profile: Profile
  readonly patterns: Patterns
}

/** The parts of a filter that rules look at, each kind in the order of the text. */
export interface Parts {
  readonly comparisons: readonly OnField<ComparisonNode>[]
  readonly clauses: readonly OnField<ClauseNode>[]
  readonly globalRestrictions: readonly NodeOf<'global-restriction'>[]
  readonly functions: readonly NodeOf<'function'>[]
  readonly conjunctions: readonly NodeOf<'conjunction'>[]
  readonly juxtapositions: readonly NodeOf<'juxtaposition'>[]
  readonly disjunctions: readonly NodeOf<'disjunction'>[]
  readonly negations: readonly NodeOf<'negation'>[]
}

/** A restriction on a field: its path in the schema, or why there is none. */
export interface OnField<R extends RestrictionNode = RestrictionNode> {
  readonly restriction: R
  readonly member: MemberNode
  readonly path: Path | undefined
  readonly missing: Missing | undefined
}

export type Report = <C extends DiagnosticCode>(
  code: C,
  span: Span,
  finding: Finding<C>,
  related?: readonly Related[],
) => void

/** Reports what is wrong in one respect. Rules do not depend on each other's verdict. */
export type Rule = (context: Context) => void

/** The names that a misspelt one may have meant, nearest first. */
export type Suggest = (name: string, candidates: Candidates) => readonly string[]

export interface Context extends Subject, Parts {
  readonly report: Report
  readonly suggest: Suggest
}

/** The number of misspelt names of one filter for which near ones are looked for, since each search takes time. */
const maxSuggestions = 20

function createSuggest(): Suggest {
  let asked = 0
  return (name, candidates) => (++asked > maxSuggestions ? [] : nearest(name, candidates))
}

/** Goes through the filter once. */
export function createContext({ filter, source, schema, profile, patterns }: Subject, report: Report): Context {
  const comparisons: OnField<ComparisonNode>[] = []
  const clauses: OnField<ClauseNode>[] = []
  const globalRestrictions: NodeOf<'global-restriction'>[] = []
  const functions: NodeOf<'function'>[] = []
  const conjunctions: NodeOf<'conjunction'>[] = []
  const juxtapositions: NodeOf<'juxtaposition'>[] = []
  const disjunctions: NodeOf<'disjunction'>[] = []
  const negations: NodeOf<'negation'>[] = []
  walk(filter, {
    restriction(restriction) {
      const { comparable: member, arg } = restriction
      if (member.kind === 'function') return true
      const lookup = lookUp(schema, member)
      const path = 'path' in lookup ? lookup.path : undefined
      const missing = 'missing' in lookup ? lookup.missing : undefined
      if (isClause(restriction)) clauses.push({ restriction, member, path, missing })
      else comparisons.push({ restriction, member, path, missing })
      return arg.kind === 'composite' || arg.kind === 'function'
    },
    'global-restriction': (node) => globalRestrictions.push(node),
    function: (node) => functions.push(node),
    conjunction: (node) => conjunctions.push(node),
    juxtaposition: (node) => juxtapositions.push(node),
    disjunction: (node) => disjunctions.push(node),
    negation: (node) => negations.push(node),
  })
  return {
    filter,
    source,
    schema,
    profile,
    patterns,
    comparisons,
    clauses,
    globalRestrictions,
    functions,
    conjunctions,
    juxtapositions,
    disjunctions,
    negations,
    report,
    suggest: createSuggest(),
  }
}

/** Every value of an argument, those of a composite too. */
export function valuesOf(arg: ArgNode): readonly ValueNode[] {
  const values: ValueNode[] = []
  walk(arg, { value: (value) => values.push(value), function: () => false })
  return values
}

/** Both dialects in one filter; rules about one of them then have nothing sensible to say. */
export const isMixed = ({ comparisons, clauses }: Parts): boolean => comparisons.length > 0 && clauses.length > 0
