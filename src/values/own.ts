/*
 * Only own properties of JSON objects are read. A getter that throws is unset, and so is a proxy that cannot be read; what
 * is beside them counts.
 */

/** Whether a value is a JSON object: not null, not an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  try {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** Whether a property is an object's own, not an inherited one. */
export function isOwn(value: unknown, name: string): boolean {
  try {
    return isObject(value) && Object.hasOwn(value, name)
  } catch {
    return false
  }
}

/** An object's own property; undefined when it is absent or null, and when the value is not an object. */
export function ownValue(value: unknown, name: string): unknown {
  try {
    return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined
  } catch {
    return undefined
  }
}

const { propertyIsEnumerable } = Object.prototype

/**
 * A name among those that `Object.keys` lists, of a property whose value is accepted; undefined when there is none, and when
 * the names cannot be listed. Reads no more values than it needs.
 *
 * @param guess the name that is tried first, before any are listed
 */
export function findOwnName(object: object, accepts: (value: unknown) => boolean, guess: string): string | undefined {
  try {
    if (propertyIsEnumerable.call(object, guess) && accepts(ownValue(object, guess))) return guess
    for (const name in object) if (accepts(ownValue(object, name))) return name
  } catch {
    // A proxy that does not tell its names.
  }
  return undefined
}

/**
 * A copy of an array, where an element that cannot be read is undefined; undefined for anything else, and when the length
 * cannot be read.
 */
export function copyArray(value: unknown): readonly unknown[] | undefined {
  const elements: unknown[] = []
  try {
    if (!Array.isArray(value)) return undefined
    for (let at = 0, { length } = value; at < length; at++) elements.push(elementAt(value, at))
  } catch {
    return undefined
  }
  return elements
}

function elementAt(array: readonly unknown[], at: number): unknown {
  try {
    return array[at]
  } catch {
    return undefined
  }
}
