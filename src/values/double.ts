/** Takes time linear in the length of the text. */
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/** Decimal text of a filter, with optional exponent; undefined if it is not one. */
export function parseDouble(text: string): number | undefined {
  return decimal.test(text) ? Number(text) : undefined
}

/** A value of a resource: a number, or its text as Compute's JSON allows; undefined when it does not fit. */
export function readDouble(json: unknown): number | undefined {
  if (typeof json === 'number') return Number.isNaN(json) ? undefined : json
  return typeof json === 'string' ? parseDouble(json) : undefined
}
