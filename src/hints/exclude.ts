import { verdictOf } from '../evaluate/index.ts'
import { type Condition, keyOf, complementOf, type OrderComparator, textOf } from '../plan/index.ts'
import { type Scalar, scalarTypes, type ScalarValues, type TypedValue } from '../types/index.ts'
import { plainText } from './plain-text.ts'

/**
 * Whether two conditions on one field cannot both hold, for an unset value or any other. False where it cannot be told; on a
 * path through arrays each may hold for another element.
 */
export function exclude(a: Condition, b: Condition): boolean {
  if (a.path.repeated || (a.whenUnset && b.whenUnset) || (a.whenParentUnset && b.whenParentUnset)) return false
  return keyOf(a) === keyOf(complementOf(b)) || admitsNone(a, b) || admitsNone(b, a) || leaveGap(a, b)
}

/** Whether a condition admits one value, which the other one does not. */
function admitsNone({ test, isNegated }: Condition, other: Condition): boolean {
  if (isNegated) return false
  if (test.op === 'equals') return !verdictOf(other)(jsonOf(test.scalar))
  const text = test.op === 'pattern' ? plainText(test.pattern.source) : undefined
  return text !== undefined && !verdictOf(other)(text)
}

/** A value as a resource may hold it. */
const jsonOf = (scalar: Scalar): unknown => (scalar.type === 'boolean' ? scalar.value : textOf(scalar))

/** Whether one condition is a lower bound above the other one, an upper bound. */
function leaveGap(a: Condition, b: Condition): boolean {
  const [one, other] = [boundOf(a), boundOf(b)]
  if (one === undefined || other === undefined || one.isLower === other.isLower) return false
  const [lower, upper] = one.isLower ? [one, other] : [other, one]
  const order = compare(lower.scalar, upper.scalar)
  return order > 0 || (order === 0 && !(lower.isInclusive && upper.isInclusive))
}

interface Bound {
  readonly scalar: Scalar
  readonly isLower: boolean
  readonly isInclusive: boolean
}

function boundOf({ test, isNegated }: Condition): Bound | undefined {
  if (test.op !== 'order') return undefined
  const { isLower, isInclusive } = bounds[test.comparator]
  return { scalar: test.scalar, isLower: isLower !== isNegated, isInclusive: isInclusive !== isNegated }
}

// prettier-ignore
const bounds: { readonly [C in OrderComparator]: Omit<Bound, 'scalar'> } = {
  '<':  { isLower: false, isInclusive: false },
  '<=': { isLower: false, isInclusive: true },
  '>':  { isLower: true,  isInclusive: false },
  '>=': { isLower: true,  isInclusive: true },
}

/** The order of two values of one field. */
function compare<T extends keyof ScalarValues>(a: TypedValue<T>, b: TypedValue<T>): number {
  return scalarTypes[a.type].compare(a.value, b.value)
}
