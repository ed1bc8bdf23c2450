import { type Condition, type OrderComparator, type TestOf, textOf, type ValueTest } from '../plan/index.ts'
import { type Field, isSingle, type MapField, valueFieldOf } from '../schema/index.ts'
import { scalarTypes, type ScalarValues, type TypedValue } from '../types/index.ts'
import { compileWildcard, createSearch, equalsInAnyCase, findOwnName, isObject } from '../values/index.ts'

/** The verdict on one value. */
export type ValueVerdict = (json: unknown) => boolean

/** Whether a value passes a test; undefined when it is unset: absent, or of a type that does not fit. */
type Judge = (json: unknown) => boolean | undefined

/** The verdict of a condition on a value whose parent is set; for a path through arrays, whether one element passes. */
export function verdictOf({ path, test, isNegated, whenUnset }: Condition): ValueVerdict {
  const judge = judgeOf(test)
  if (path.repeated) return (json) => judge(json) === true
  return (json) => {
    const passes = judge(json)
    return passes === undefined ? whenUnset : passes !== isNegated
  }
}

function judgeOf(test: ValueTest): Judge {
  switch (test.op) {
    case 'present':
      return judgePresence(test)
    case 'equals':
      return test.ignoresCase ? judgeAnyCase(test) : judgeScalar(test.scalar, (order) => order === 0)
    case 'order':
      return judgeScalar(test.scalar, orders[test.comparator])
    case 'contains': {
      const find = createSearch(test.text)
      return judgeText((text) => find(text, 0) >= 0)
    }
    case 'wildcard':
      return judgeText(compileWildcard(test.parts))
    case 'pattern': {
      const { patternText } = scalarTypes[test.type]
      const { pattern } = test
      return (json) => {
        const text = patternText?.(json)
        return text === undefined ? undefined : pattern.test(text)
      }
    }
  }
}

// prettier-ignore
const orders: { readonly [C in OrderComparator]: (order: number) => boolean } = {
  '<':  (order) => order < 0,
  '<=': (order) => order <= 0,
  '>':  (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** Compares a value with a literal of its type. */
function judgeScalar<T extends keyof ScalarValues>(
  { type, value }: TypedValue<T>,
  holds: (order: number) => boolean,
): Judge {
  const { read, compare } = scalarTypes[type]
  return (json) => {
    const found = read(json)
    return found === undefined ? undefined : holds(compare(found, value))
  }
}

const judgeText =
  (passes: (text: string) => boolean): Judge =>
  (json) =>
    typeof json === 'string' ? passes(json) : undefined

function judgeAnyCase({ scalar }: TestOf<'equals'>): Judge {
  const literal = textOf(scalar)
  return (json) => {
    const found = scalarTypes.enum.read(json)
    return found === undefined ? undefined : equalsInAnyCase(found, literal)
  }
}

/** SEMANTICS.md section 5. */
function judgePresence({ field, countsDefault }: TestOf<'present'>): Judge {
  if (countsDefault || !isSingle(field)) return presenceOf(field)
  return isSetBeyondDefault(field.type)
}

/** Whether a value is there that differs from the default of its type. */
export function isSetBeyondDefault<T extends keyof ScalarValues>(type: T): ValueVerdict {
  const { read, compare, default: unset } = scalarTypes[type]
  if (unset === undefined) return (json) => read(json) !== undefined
  return (json) => {
    const found = read(json)
    return found !== undefined && compare(found, unset) !== 0
  }
}

/** Whether a value of the field's type is there. */
export function presenceOf(field: Field): ValueVerdict {
  if (field.type === 'message') return isObject
  if (field.type === 'map') return hasEntry(field)
  const { read } = scalarTypes[field.type]
  return (json) => read(json) !== undefined
}

/**
 * For each map of a schema, the key that was found last. It is tried first: resources have keys in common, and JavaScript
 * lists all keys of an object to give the first (0.3 s for a million).
 */
const lastKeys = new WeakMap<MapField, { key: string }>()

/** Whether a map has a key with a value of its type. */
function hasEntry(field: MapField): ValueVerdict {
  const isEntry = presenceOf(valueFieldOf(field))
  const last = lastKeys.get(field) ?? { key: '' }
  lastKeys.set(field, last)
  return (json) => {
    const key = isObject(json) ? findOwnName(json, isEntry, last.key) : undefined
    if (key !== undefined) last.key = key
    return key !== undefined
  }
}
