type Fields = Readonly<Record<string, unknown>>

const { hasOwnProperty } = Object.prototype

/**
 * Whether a property is an object's own. Only this tells what a proxy or an accessor of a prototype makes up.
 * May throw: on null, and on a proxy.
 */
export const owns = (value: unknown, name: string): boolean =>
  typeof value === 'object' && !Array.isArray(value) && hasOwnProperty.call(value, name)

/** Reads one own property, as `ownValue` does: undefined when it is absent or null, and when the value is not an object. */
export const ownReaderOf =
  (name: string): ((value: unknown) => unknown) =>
  (value) => {
    // It would throw below, which takes longer.
    if (value == null) return undefined
    try {
      const found = (value as Fields)[name]
      return found == null || !owns(value, name) ? undefined : found
    } catch {
      return undefined
    }
  }
