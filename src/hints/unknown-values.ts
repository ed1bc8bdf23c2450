import type { PlannedCondition } from '../plan/index.ts'
import { conjunctionsIn } from './conjunctions.ts'
import { type Hint, textAt } from './subject.ts'

/**
 * Reports `never-matches` for patterns that match no value of an enum. Not a hint for users, since Compute may add values; but
 * no fix is to propose such a pattern.
 */
export const unknownValues: Hint = ({ plan, source }, report) => {
  for (const { condition, restriction } of conjunctionsIn(plan).flat()) {
    if (!isVain(condition)) continue
    const text = textAt(source, restriction.span)
    report('never-matches', restriction.span, { field: condition.path.text, first: text, second: text })
  }
}

const isVain = ({ path: { field }, test, isNegated }: PlannedCondition['condition']): boolean =>
  field.type === 'enum' &&
  test.op === 'pattern' &&
  !isNegated &&
  !field.values.some((value) => test.pattern.test(value))
