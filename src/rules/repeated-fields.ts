import type { Rule } from './context.ts'

/** Reports `repeated-needs-has` for any comparator but `:` on, or through, a repeated field: SEMANTICS.md section 4. */
export const repeatedFields: Rule = ({ comparisons, report }) => {
  for (const { restriction, path } of comparisons) {
    const { comparable, comparator } = restriction
    if (path?.repeated !== true || comparator.symbol === ':') continue
    const example = path.field.type === 'message' ? `${path.text}.FIELD:VALUE` : `${path.text}:VALUE`
    report('repeated-needs-has', comparable.span, { field: path.text, comparator: comparator.symbol, example })
  }
}
