import type { Path } from '../schema/index.ts'
import { valueFieldOf } from '../schema/index.ts'
import { scalarTypes, type ScalarValues, type TypedValue } from '../types/index.ts'
import type { Condition, ValueTest } from './condition.ts'

/** The same text for conditions that give the same verdict on every resource, whatever the schema, profile and limits were. */
export const keyOf = ({ path, test, isNegated, whenUnset, whenParentUnset }: Condition): string =>
  JSON.stringify([keyOfPath(path), keyOfTest(test), isNegated, whenUnset, whenParentUnset])

/** The same text for paths that lead to the same values, read as the same type. */
export const keyOfPath = ({ steps, field }: Path): string =>
  JSON.stringify([steps, field.type, field.type === 'map' && valueFieldOf(field).type])

function keyOfTest(test: ValueTest): readonly unknown[] {
  switch (test.op) {
    case 'present':
      return [test.op, test.countsDefault]
    case 'equals':
      return [test.op, keyOfScalar(test.scalar), test.ignoresCase]
    case 'order':
      return [test.op, test.comparator, keyOfScalar(test.scalar)]
    case 'contains':
      return [test.op, test.text]
    case 'wildcard':
      return [test.op, test.parts]
    case 'pattern':
      return [test.op, test.pattern.source, test.pattern.maxTextLength]
  }
}

const keyOfScalar = <T extends keyof ScalarValues>({ type, value }: TypedValue<T>): string =>
  scalarTypes[type].canonical(value)
