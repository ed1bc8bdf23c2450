import type { RegexComparator } from '../ast/index.ts'
import type { ResolvedLiteral } from '../resolve/index.ts'
import type { Path } from '../schema/index.ts'
import { isDefault } from './comparisons.ts'
import type { Condition } from './condition.ts'

/**
 * The condition of a clause of the regular-expression dialect; undefined where the rules reject it. SEMANTICS.md sections 4
 * and 6, rule 4.
 */
export function planClause(path: Path, comparator: RegexComparator, literal: ResolvedLiteral): Condition | undefined {
  const condition = planMatch(path, literal)
  return condition && comparators[comparator](condition)
}

/** What each comparator makes of a match. */
const comparators: { readonly [C in RegexComparator]: (match: Condition) => Condition } = {
  eq: (match) => match,
  ne: complementOf,
}

/** A condition that a resource meets when it does not meet the given one. */
export function complementOf({ path, test, isNegated, whenUnset, whenParentUnset }: Condition): Condition {
  return { path, test, isNegated: !isNegated, whenUnset: !whenUnset, whenParentUnset: !whenParentUnset }
}

function planMatch(path: Path, literal: ResolvedLiteral): Condition | undefined {
  switch (literal.kind) {
    case 'pattern': {
      const test = { op: 'pattern', type: literal.type, pattern: literal.pattern } as const
      return { path, test, isNegated: false, whenUnset: false, whenParentUnset: false }
    }
    case 'scalar': {
      // The default counts under an unset parent, too.
      const whenUnset = isDefault(literal.scalar)
      const test = { op: 'equals', scalar: literal.scalar, ignoresCase: false } as const
      return { path, test, isNegated: false, whenUnset, whenParentUnset: whenUnset }
    }
    case 'rejected':
    case 'misfit':
    case 'not atomic':
      return undefined
  }
}
