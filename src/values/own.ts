/*
 * Only own properties of JSON objects are read. Getters that throw and revoked proxies count as unset.
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

/** An object's own property; undefined when absent or null, and for what is no object. */
export function ownValue(value: unknown, name: string): unknown {
  try {
    return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined
  } catch {
    return undefined
  }
}

/** The names of an object's own properties; none when they cannot be listed. */
export function ownNames(object: object): readonly string[] {
  try {
    return Object.keys(object)
  } catch {
    return []
  }
}

/** A copy of an array; undefined for anything else, and when it cannot be read. */
export function copyArray(value: unknown): readonly unknown[] | undefined {
  try {
    return Array.isArray(value) ? [...(value as readonly unknown[])] : undefined
  } catch {
    return undefined
  }
}
