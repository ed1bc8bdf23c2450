import { type Accessor, knownNames } from './known-names.ts'

export type { Accessor }

type Fields = Readonly<Record<string, unknown>>

const { hasOwn } = Object
const { hasOwnProperty } = Object.prototype

/** The accessor of a property. It throws on undefined and null. */
export const accessorOf = (name: string): Accessor =>
  (hasOwn(knownNames, name) ? knownNames[name] : undefined) ?? ((value) => (value as Fields)[name])

/** Whether a property is an object's own. Only this tells what a proxy or an accessor of a prototype makes up. */
export const owns = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && hasOwnProperty.call(value, name) && !Array.isArray(value)

/** May throw: on a revoked proxy. */
export const isJsonObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads one own property, as `ownValue` does: undefined when it is absent or null, and when the value is not an object. */
export function ownReaderOf(name: string): Accessor {
  const get = accessorOf(name)
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined
    try {
      const found = get(value)
      return found === undefined || found === null || !owns(value, name) ? undefined : found
    } catch {
      return undefined
    }
  }
}
