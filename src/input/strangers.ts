import { isObject, type JsonObject } from './exact-json.ts'

/** What an object is that is not a resource: an error answer, or an object around a list. */

export function describeWrapper(name: string, one: string): string {
  const path = /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `.[${JSON.stringify(name)}]`
  return `an object around \`${cut(name)}\`, not ${one}; extract them with jq: jq '${cut(path)}[]'`
}

export const isError = (error: unknown): boolean =>
  typeof error === 'string' ||
  (isObject(error) && ['code', 'message', 'errors', 'status'].some((name) => Object.hasOwn(error, name)))

/** Describes `{"error": {"code", "message"}}` of an API, or `{"error", "error_description"}` of an authorization server. */
export function describeError({ error, error_description: description }: JsonObject): string {
  const { code, message } = isObject(error) ? error : { code: error, message: description }
  const parts = [code, message].filter((part) => typeof part === 'number' || (typeof part === 'string' && part !== ''))
  return ['an error answer', ...parts.map((part) => cut(String(part)))].join(': ')
}

/** In UTF-16 units. */
const maxQuoteLength = 300

export const cut = (text: string): string => (text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength)}…` : text)
