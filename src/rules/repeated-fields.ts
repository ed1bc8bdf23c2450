import type { AipComparator } from '../ast/index.ts'
import type { Profile } from '../profiles.ts'
import type { Path } from '../schema/index.ts'
import type { Rule } from './context.ts'

/**
 * Reports `repeated-needs-has` for any comparator but `:` on, or through, a repeated field, unless the profile's
 * `repeatedEquals` gives it a meaning: SEMANTICS.md section 4.
 */
export const repeatedFields: Rule = ({ comparisons, profile, report }) => {
  for (const { restriction, path } of comparisons) {
    const { comparable, comparator } = restriction
    if (path?.repeated !== true || isAccepted(comparator.symbol, path, profile)) continue
    const example = path.field.type === 'message' ? `${path.text}.FIELD:VALUE` : `${path.text}:VALUE`
    report('repeated-needs-has', comparable.span, { field: path.text, comparator: comparator.symbol, example })
  }
}

function isAccepted(comparator: AipComparator, { field: { type } }: Path, { repeatedEquals }: Profile): boolean {
  if (comparator === ':') return true
  const isEquality = comparator === '=' || comparator === '!='
  return repeatedEquals === 'any' && isEquality && type !== 'message' && type !== 'map'
}
