import type { PlannedCondition } from '../plan/index.ts'
import { conditionsOf, textOf } from '../plan/index.ts'
import { scalarTypes } from '../types/index.ts'
import type { Hint } from './subject.ts'

/** Reports `out-of-range`: a number that its type cannot hold, so that no value equals it (SEMANTICS.md section 4). */
export const outOfRange: Hint = ({ plan }, report) => {
  for (const { condition, value } of conditionsOf(plan)) {
    const number = numberIn(condition)
    if (number === undefined || scalarTypes[number.type].read(number.text) !== undefined) continue
    report('out-of-range', value.span, { value: number.text, field: condition.path.text, type: number.type })
  }
}

function numberIn({ test }: PlannedCondition['condition']) {
  if (test.op !== 'equals' && test.op !== 'order') return undefined
  const { scalar } = test
  switch (scalar.type) {
    case 'int64':
    case 'uint64':
    case 'uint32':
    case 'integer':
      return { type: scalar.type, text: textOf(scalar) }
    case 'string':
    case 'enum':
    case 'boolean':
    case 'double':
    case 'timestamp':
      return undefined
  }
}
