import type { AipComparator } from '../ast/index.ts'
import type { Profile } from '../profiles.ts'
import type { ValueMeaning } from '../resolve/index.ts'
import type { Path } from '../schema/index.ts'
import { scalarTypes, type ScalarType, type ScalarValues, type TypedValue } from '../types/index.ts'
import type { Condition, OrderComparator, ValueTest } from './condition.ts'

/**
 * The condition of a restriction of the AIP-160 dialect with one value; undefined where the rules reject it.
 * SEMANTICS.md sections 4 to 6.
 */
export function planComparison(
  path: Path,
  comparator: AipComparator,
  meaning: ValueMeaning,
  profile: Profile,
): Condition | undefined {
  switch (meaning.kind) {
    case 'anything':
      return comparator === ':' ? planPresence(path) : undefined
    case 'part':
      return comparator === ':' ? planPresence(meaning.path) : undefined
    case 'scalar':
    case 'wildcard': {
      const type = meaning.kind === 'scalar' ? meaning.scalar.type : meaning.type
      if (!scalarTypes[type].comparators.includes(comparator)) return undefined
      return comparators[comparator]({ path, type, meaning, profile })
    }
  }
}

/**
 * SEMANTICS.md section 5: one element is enough, and a key counts whatever it holds; a field has to differ from its
 * default.
 */
function planPresence(path: Path): Condition {
  const test: ValueTest = { op: 'present', field: path.field, countsDefault: isElement(path) || isKey(path) }
  return { path, test, isNegated: false, whenUnset: false, whenParentUnset: false }
}

const isElement = ({ steps }: Path): boolean => steps.at(-1)?.repeated === true
const isKey = ({ steps }: Path): boolean => steps.at(-1)?.from === 'map'

/** A comparison of a field that has no parts with a value that it takes. */
interface Comparison {
  readonly path: Path
  readonly type: ScalarType
  readonly meaning: Meaning
  readonly profile: Profile
}

type Meaning = ValueMeaning & { readonly kind: 'scalar' | 'wildcard' }

/** What each comparator asks. */
// prettier-ignore
const comparators: { readonly [C in AipComparator]: (comparison: Comparison) => Condition | undefined } = {
  '=':  (comparison) => planEquality(comparison, false),
  '!=': (comparison) => planEquality(comparison, true),
  '<':  (comparison) => planOrder(comparison, '<'),
  '<=': (comparison) => planOrder(comparison, '<='),
  '>':  (comparison) => planOrder(comparison, '>'),
  '>=': (comparison) => planOrder(comparison, '>='),
  ':':  planHas,
}

/** Section 6, rules 2 and 3. A repeated field, under the switch `repeatedEquals`, needs one equal element. */
function planEquality({ path, meaning, profile }: Comparison, isNegated: boolean): Condition | undefined {
  const test = equality(meaning, profile)
  if (path.repeated) {
    if (profile.repeatedEquals === 'reject') return undefined
    return { path, test, isNegated, whenUnset: isNegated, whenParentUnset: isNegated }
  }
  const whenUnset = (meaning.kind === 'scalar' && isDefault(meaning.scalar)) !== isNegated
  const whenParentUnset = profile.unsetParent === 'default' && whenUnset
  // A key that a map does not have has no value, and no parent either.
  return { path, test, isNegated, whenUnset: isKey(path) ? whenParentUnset : whenUnset, whenParentUnset }
}

function planOrder({ path, meaning }: Comparison, comparator: OrderComparator): Condition | undefined {
  if (path.repeated || meaning.kind === 'wildcard') return undefined
  const test: ValueTest = { op: 'order', comparator, scalar: meaning.scalar }
  return { path, test, isNegated: false, whenUnset: false, whenParentUnset: false }
}

/** Section 5. The switch `hasOnString` is for strings that are fields, not for elements. */
function planHas({ path, type, meaning, profile }: Comparison): Condition {
  const isField = type === 'string' && !isElement(path)
  const contains = isField && meaning.kind === 'scalar' && profile.hasOnString === 'contains'
  const test: ValueTest = contains ? { op: 'contains', text: textOf(meaning.scalar) } : equality(meaning, profile)
  return { path, test, isNegated: false, whenUnset: false, whenParentUnset: false }
}

function equality(meaning: Meaning, { enumCase }: Profile): ValueTest {
  if (meaning.kind === 'wildcard') return { op: 'wildcard', parts: meaning.parts }
  const { scalar } = meaning
  return { op: 'equals', scalar, ignoresCase: scalar.type === 'enum' && enumCase === 'insensitive' }
}

/** Whether a value is what an unset one equals (section 6, rule 3). */
export const isDefault = <T extends keyof ScalarValues>({ type, value }: TypedValue<T>): boolean => {
  const { default: unset, compare } = scalarTypes[type]
  return unset !== undefined && compare(unset, value) === 0
}

/** The literal of a value. */
export const textOf = <T extends keyof ScalarValues>({ type, value }: TypedValue<T>): string =>
  scalarTypes[type].canonical(value)
