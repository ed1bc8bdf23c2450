import type { RegexComparator } from '../ast/index.ts'
import type { LiteralMeaning } from '../resolve/index.ts'
import type { Path } from '../schema/index.ts'
import { isDefault } from './comparisons.ts'
import type { Condition } from './condition.ts'

/** The condition of a clause of the regular-expression dialect: SEMANTICS.md sections 4 and 6, rule 4. */
export const planClause = (path: Path, comparator: RegexComparator, meaning: LiteralMeaning): Condition =>
  comparators[comparator](planMatch(path, meaning))

/** What each comparator makes of a match. */
const comparators: { readonly [C in RegexComparator]: (match: Condition) => Condition } = {
  eq: (match) => match,
  ne: complementOf,
}

/** A condition that a resource meets when it does not meet the given one. */
export function complementOf({ path, test, isNegated, whenUnset, whenParentUnset }: Condition): Condition {
  return { path, test, isNegated: !isNegated, whenUnset: !whenUnset, whenParentUnset: !whenParentUnset }
}

function planMatch(path: Path, meaning: LiteralMeaning): Condition {
  switch (meaning.kind) {
    case 'pattern': {
      const test = { op: 'pattern', type: meaning.type, pattern: meaning.pattern } as const
      return { path, test, isNegated: false, whenUnset: false, whenParentUnset: false }
    }
    case 'scalar': {
      // The default counts under an unset parent, too.
      const whenUnset = isDefault(meaning.scalar)
      const test = { op: 'equals', scalar: meaning.scalar, ignoresCase: false } as const
      return { path, test, isNegated: false, whenUnset, whenParentUnset: whenUnset }
    }
  }
}
