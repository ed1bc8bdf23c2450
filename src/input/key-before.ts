import { tryParse } from './exact-json.ts'

/** The maximum length of a key with its quotes, its colon and the white space around it, in UTF-16 units. */
export const maxKeyLength = 512

/**
 * The key of the value that begins behind this text; undefined for a value without a key, for a longer key and a malformed
 * one.
 *
 * @param text the end of the text before the value, which is in an object or array
 */
export function keyBefore(text: string): string | undefined {
  const beforeColon = text.trimEnd()
  if (!beforeColon.endsWith(':')) return undefined
  const key = beforeColon.slice(0, -1).trimEnd()
  if (!key.endsWith('"')) return undefined
  let opening = key.length - 1
  do opening = key.lastIndexOf('"', opening - 1)
  while (opening > 0 && isEscaped(key, opening))
  // A bracket or comma is before the key.
  return opening > 0 ? unquote(key.slice(opening)) : undefined
}

function unquote(json: string): string | undefined {
  const parsed = tryParse(json)
  return 'value' in parsed ? (parsed.value as string) : undefined
}

function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charAt(first - 1) === '\\') first--
  return (at - first) % 2 === 1
}
