import type {
  ClauseNode,
  ComparisonNode,
  FilterNode,
  LiteralNode,
  MemberNode,
  NodeOf,
  RestrictionNode,
  ValueNode,
} from '../ast/index.ts'
import type { Pattern, PatternRejection } from '../regex/index.ts'
import type { Missing, Path } from '../schema/index.ts'
import type { Scalar, ScalarType } from '../types/index.ts'

/** A filter with what the schema, the profile and the engine say of its parts; each kind in the order of the text. */
export interface Resolution {
  readonly filter: FilterNode
  readonly comparisons: readonly ResolvedComparison[]
  readonly clauses: readonly ResolvedClause[]
  readonly bareWords: readonly ResolvedBareWord[]
  readonly functions: readonly NodeOf<'function'>[]
  readonly conjunctions: readonly NodeOf<'conjunction'>[]
  readonly juxtapositions: readonly NodeOf<'juxtaposition'>[]
  readonly disjunctions: readonly NodeOf<'disjunction'>[]
  readonly negations: readonly NodeOf<'negation'>[]
  /** The same restrictions in their logic, with composite values distributed. */
  readonly expression: ResolvedExpression
}

/** Where a restriction leads: to a field, or to the reason why there is none. */
export interface Resolved<R extends RestrictionNode> {
  readonly restriction: R
  readonly member: MemberNode
  readonly path: Path | undefined
  readonly missing: Missing | undefined
}

export interface ResolvedComparison extends Resolved<ComparisonNode> {
  /** The values of the argument, those of a composite too. None when the field is missing. */
  readonly values: readonly ResolvedValue[]
}

export interface ResolvedClause extends Resolved<ClauseNode> {
  /** Undefined when the field is missing. */
  readonly literal: ResolvedLiteral | undefined
}

/** A restriction without comparator, which may be the name of a field. */
export interface ResolvedBareWord {
  readonly restriction: NodeOf<'global-restriction'>
  readonly member: MemberNode
  /** Undefined for a word that names no field. */
  readonly path: Path | undefined
}

/** A value after a comparator of AIP-160. */
export interface ResolvedValue {
  readonly node: ValueNode
  /** With its wildcards as `*`. */
  readonly text: string
  /** Undefined when the field does not take the value. */
  readonly meaning: ValueMeaning | undefined
  /** Why not. */
  readonly problem: ValueProblem | undefined
}

/** What a value means for its field (SEMANTICS.md sections 4 and 5). */
export type ValueMeaning =
  /** `*` after `:`: is the field set? */
  | { readonly kind: 'anything' }
  | { readonly kind: 'wildcard'; readonly type: ScalarType; readonly parts: ValueNode['parts'] }
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  /** `labels:owner`: the key or field that it names. */
  | { readonly kind: 'part'; readonly path: Path }

export type ValueProblem =
  /** The type does not take the text, or not its wildcard. */
  { readonly kind: 'misfit' } | { readonly kind: 'missing part'; readonly missing: Missing }

/** What the literal after `eq` or `ne` means for its field (SEMANTICS.md section 4). */
export type LiteralMeaning =
  | { readonly kind: 'pattern'; readonly pattern: Pattern; readonly type: ScalarType }
  | { readonly kind: 'scalar'; readonly scalar: Scalar }

export type ResolvedLiteral =
  | LiteralMeaning
  | { readonly kind: 'rejected'; readonly rejection: PatternRejection }
  | { readonly kind: 'misfit' }
  /** The field has parts. */
  | { readonly kind: 'not atomic' }

/** The logic over restrictions with one value each. */
export type ResolvedExpression =
  | { readonly kind: 'all'; readonly parts: readonly ResolvedExpression[] }
  | { readonly kind: 'any'; readonly parts: readonly ResolvedExpression[] }
  | { readonly kind: 'not'; readonly part: ResolvedExpression }
  /** One restriction with one value, which has a meaning for the field. */
  | {
      readonly kind: 'comparison'
      readonly restriction: ComparisonNode
      readonly path: Path
      readonly value: ValueNode
      readonly meaning: ValueMeaning
    }
  | {
      readonly kind: 'clause'
      readonly restriction: ClauseNode
      readonly path: Path
      readonly value: LiteralNode
      readonly meaning: LiteralMeaning
    }
  /** What has no meaning: a missing field, a value that does not fit, and a bare word or a function. */
  | { readonly kind: 'unsupported' }
