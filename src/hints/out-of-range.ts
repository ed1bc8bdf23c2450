import { conditionsOf, textOf } from '../plan/index.ts'
import { scalarTypes } from '../types/index.ts'
import type { Hint } from './subject.ts'

/** Reports `out-of-range`: a number that its type cannot hold, so that no value equals it (SEMANTICS.md section 4). */
export const outOfRange: Hint = ({ plan }, report) => {
  for (const { condition, value } of conditionsOf(plan)) {
    const { test } = condition
    if (test.op !== 'equals' && test.op !== 'order') continue
    const { scalar } = test
    const { hasRange = false, read } = scalarTypes[scalar.type]
    const text = textOf(scalar)
    if (!hasRange || read(text) !== undefined) continue
    report('out-of-range', value.span, { value: text, field: condition.path.text, type: scalar.type })
  }
}
