export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Like `JSON.parse`, but an integer that a JavaScript number cannot hold exactly becomes a string, as in the API's own JSON.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  return JSON.parse(mayHoldLargeInteger.test(text) ? quoteLargeIntegers(text) : text)
}

const mayHoldLargeInteger = /[^"\d]\d{16}/

// An escape, the end of a string, or an integer with up to the digits of 64 bits.
const tokens = /\\.|"|(?<![\d.eE+-])-?\d{16,20}(?![\d.eE])/g

function quoteLargeIntegers(text: string): string {
  let isInString = false
  return text.replace(tokens, (token) => {
    if (token === '"') isInString = !isInString
    const isExact = isInString || /^\D+$/.test(token) || Number.isSafeInteger(Number(token))
    return isExact ? token : `"${token}"`
  })
}

/** The value of JSON text, or the problem with it. */
export function tryParse(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: parseJson(text) }
  } catch (error) {
    return { problem: `not JSON: ${(error as SyntaxError).message}` }
  }
}

/** The kind of a value that is not an object, for messages: `a number`. */
export function nameKind(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}
