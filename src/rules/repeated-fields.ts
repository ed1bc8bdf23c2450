import { diagnose } from '../diagnostics/index.ts'
import { type Rule, withPath } from './context.ts'

/** SEMANTICS.md section 4: of a repeated field, and through one, only `:` asks. */
export const repeatedFields: Rule = ({ comparisons }) =>
  withPath(comparisons).flatMap(({ restriction: { comparable, comparator }, path }) =>
    path.repeated && comparator.symbol !== ':'
      ? [diagnose('repeated-needs-has', comparable.span, { field: path.text, comparator: comparator.symbol })]
      : [],
  )
