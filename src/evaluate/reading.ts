import type { Path, Step } from '../schema/index.ts'
import { isObject, ownValue } from '../values/index.ts'

/** What a path finds: the value, or that it or what it is in is unset. */
export type Reader = (resource: unknown) => unknown

/** Stands for a value under an unset message, or a key that a map does not have. */
export const underUnset: unique symbol = Symbol('under unset')

/**
 * Reads the one value at a path that goes through no array. `undefined`: unset, in a message that is set.
 * SEMANTICS.md section 6 tells the two apart.
 */
export function readerOf({ steps }: Path): Reader {
  const [first, ...others] = steps
  if (first === undefined) return () => undefined
  if (others.length === 0) return (resource) => readStep(resource, first)
  return (resource) => {
    let value = readStep(resource, first)
    for (const step of others) {
      if (!isObject(value)) return underUnset
      value = readStep(value, step)
    }
    return value
  }
}

function readStep(from: unknown, { name, from: kind }: Step): unknown {
  const value = isObject(from) ? ownValue(from, name) : undefined
  return value === undefined && kind === 'map' ? underUnset : value
}

/** Whether a test holds for some value at a path: for the value itself, or for any element of the arrays on the way. */
export function someValue({ steps }: Path, test: (value: unknown) => boolean): (resource: unknown) => boolean {
  return (resource) => reaches(resource, steps, 0, test)
}

function reaches(value: unknown, steps: readonly Step[], at: number, test: (value: unknown) => boolean): boolean {
  const step = steps[at]
  if (step === undefined) return test(value)
  if (!isObject(value)) return false
  const next = ownValue(value, step.name)
  if (next === undefined) return false
  if (!step.repeated) return reaches(next, steps, at + 1, test)
  return Array.isArray(next) && next.some((element) => element != null && reaches(element, steps, at + 1, test))
}

/** All values at a path, for showing; none when it is unset. */
export function valuesAt(path: Path, resource: unknown): readonly unknown[] {
  const values: unknown[] = []
  someValue(path, (value) => {
    values.push(value)
    return false
  })(resource)
  return values
}
