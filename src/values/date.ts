/** The RFC 3339 text of a Date, for which it counts; undefined for anything else, and for a Date that is none. */
export function textOfDate(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    // Asks for what only a Date has, of whichever realm, and reads no property of it.
    return Date.prototype.toISOString.call(value)
  } catch {
    return undefined
  }
}
