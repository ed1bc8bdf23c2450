import type { AipComparator } from '../ast/index.ts'
import { diagnose } from '../diagnostics/index.ts'
import type { FieldType } from '../schema/index.ts'
import { type Rule, withPath } from './context.ts'
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

/** SEMANTICS.md section 4, the column "comparators". */
export const comparatorTypes: Rule = ({ comparisons }) =>
  withPath(comparisons).flatMap(({ restriction: { comparator }, path }) => {
    const allowed = comparatorsOf[path.field.type]
    return path.repeated || allowed.includes(comparator.symbol)
      ? []
      : [
          diagnose('comparator-type', comparator.span, {
            comparator: comparator.symbol,
            type: typeWords[path.field.type],
            allowed,
          }),
        ]
  })
