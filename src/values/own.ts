/** Whether a value is a JSON object: not null, not an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object's own property; undefined when absent or null. Inherited ones are none, a getter that throws is none. */
export function ownValue(object: Readonly<Record<string, unknown>>, name: string): unknown {
  try {
    return Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined
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
