export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * `JSON.parse`, but an integer that a JavaScript number may not hold exactly becomes a string, which is how the API
 * itself writes 64-bit integers.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  return JSON.parse(mayHoldLargeInteger.test(text) ? quoteLargeIntegers(text) : text)
}

const mayHoldLargeInteger = /[^"\d]\d{16}/

// An escape, an end of a string, or an integer with the digits of a 64-bit number.
const tokens = /\\.|"|(?<![\d.eE+-])-?\d{16,20}(?![\d.eE])/g

function quoteLargeIntegers(text: string): string {
  let isInString = false
  return text.replace(tokens, (token) => {
    if (token === '"') isInString = !isInString
    const isExact = isInString || /^\D+$/.test(token) || Number.isSafeInteger(Number(token))
    return isExact ? token : `"${token}"`
  })
}

/** `a number`, for messages about what is not an object. */
export function nameKind(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}
