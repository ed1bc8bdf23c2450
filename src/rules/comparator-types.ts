import type { AipComparator } from '../ast/index.ts'
import type { FieldType } from '../schema/index.ts'
import type { Rule } from './context.ts'
import { typeWords } from './type-words.ts'

const all = ['=', '!=', '<', '<=', '>', '>=', ':'] as const
const unordered = ['=', '!=', ':'] as const
const presence = [':'] as const

// prettier-ignore
const comparatorsOf: { readonly [T in FieldType]: readonly AipComparator[] } = {
  string:    all,
  enum:      unordered,
  boolean:   unordered,
  int64:     all,
  uint64:    all,
  integer:   all,
  double:    all,
  timestamp: all,
  message:   presence,
  map:       presence,
}

/** Reports `comparator-type`: SEMANTICS.md section 4, the column "comparators". */
export const comparatorTypes: Rule = ({ comparisons, report }) => {
  for (const { restriction, path } of comparisons) {
    if (path === undefined || path.repeated) continue
    const { symbol, span } = restriction.comparator
    const { type } = path.field
    const allowed = comparatorsOf[type]
    if (!allowed.includes(symbol))
      report('comparator-type', span, { comparator: symbol, type: typeWords[type], allowed })
  }
}
