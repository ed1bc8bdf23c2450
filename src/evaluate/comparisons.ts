import { type AipComparator, isOrder } from '../ast/index.ts'
import type { Profile } from '../profiles.ts'
import { compareDecimal, compareFixedTimestamp, compareText } from './fast-comparisons.ts'
import type { ValueTest } from './questions.ts'
import { equalsInAnyCase, type Scalar, scalars, type ScalarValues } from '../values/index.ts'

type Order = Exclude<AipComparator, '=' | '!=' | ':'>

// prettier-ignore
const orders: { readonly [C in Order]: (order: number) => boolean } = {
  '<':  (order) => order < 0,
  '<=': (order) => order <= 0,
  '>':  (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** SEMANTICS.md section 4 for set values and section 6, rule 3, for unset ones. */
export function compareThoroughly<K extends keyof ScalarValues>(
  type: K,
  comparator: AipComparator,
  text: string,
): ValueTest {
  const { parse, read, compare, default: unset }: Scalar<ScalarValues[K]> = scalars[type]
  const literal = parse(text)
  if (literal === undefined) return () => false
  const equals: ValueTest = (value) => {
    const found = read(value) ?? unset
    return found !== undefined && compare(found, literal) === 0
  }
  switch (comparator) {
    case '=':
      return equals
    case '!=':
      return (value) => !equals(value)
    case ':':
      return (value) => read(value) !== undefined && equals(value)
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const holds = orders[comparator]
      return (value) => {
        const found = read(value)
        return found !== undefined && holds(compare(found, literal))
      }
    }
  }
}

/** The test of a value, in its fastest form. */
export function compare(type: keyof ScalarValues, comparator: AipComparator, text: string): ValueTest {
  const thorough = compareThoroughly(type, comparator, text)
  switch (type) {
    case 'string':
    case 'enum':
      return compareText(comparator, text, thorough)
    case 'int64':
    case 'uint64':
      return compareDecimal(comparator, text, thorough)
    case 'timestamp':
      return compareFixedTimestamp(comparator, text, thorough)
    case 'boolean':
    case 'integer':
    case 'double':
      return thorough
  }
}

/** An enum's value, in the case that the profile compares it in. */
export function compareEnum(comparator: AipComparator, text: string, { enumCase }: Profile): ValueTest {
  if (enumCase === 'sensitive' || isOrder(comparator)) return compare('enum', comparator, text)
  const { read } = scalars.enum
  const equals: ValueTest = (value) => {
    const found = read(value)
    return found !== undefined && equalsInAnyCase(found, text)
  }
  return comparator === '!=' ? (value) => !equals(value) : equals
}
