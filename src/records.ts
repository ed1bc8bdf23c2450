import { alternatives, quoted, nearest } from './diagnostics/index.ts'

/*
 * Checking what a caller gives as a record: options, limits, a profile, a schema. A mistake there is one of the program,
 * so it is a TypeError, which names the option.
 */

/** The record itself. @throws TypeError for arrays and for anything but an object */
export function checkRecord<T extends object>(given: T, name: string): T {
  if (isRecord(given)) return given
  throw new TypeError(`${name} must be an object, not ${describe(given)}`)
}

export const isRecord = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

/**
 * @param kind what messages call one of the names: `option`
 * @throws TypeError for a name that is not among the known ones, and has a value
 */
export function checkNames(given: object, known: readonly string[], kind: string): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name) || Reflect.get(given, name) === undefined) continue
    const help = alternatives('did you mean', nearest(name, known)) ?? alternatives('use', known)
    throw new TypeError([`unknown ${kind} ${quoted(name)}`, help].join('; '))
  }
}

/** A value as messages show it; text in backticks. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? 'an array' : 'an object'
    case 'function':
      return 'a function'
    case 'undefined':
    case 'boolean':
    case 'number':
    case 'bigint':
    case 'symbol':
      return String(value)
  }
}
