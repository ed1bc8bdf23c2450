import type { OneOrMore } from '../src/ast/index.ts'

/*
 * Quotes and escapes: SEMANTICS.md section 2. The escapes are the same with quotes and without. The lexer accepts legal
 * ones only, so nothing here fails.
 */

/** Every legal escape, as the source of a regular expression. Surrogates are not characters. */
export const escapePattern =
  '\\\\(?:[abfnrtv\\\\"\'?*.:=<>+~`]|x[0-9a-fA-F]{2}|[0-3][0-7]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}' +
  '|U0000(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U00(?:0[1-9a-fA-F]|10)[0-9a-fA-F]{4})'

const simpleEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

const escapes = /\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/g

const unescape = (text: string): string => text.replace(escapes, replaceEscape)

function replaceEscape(
  _: string,
  x: string | undefined,
  octal: string | undefined,
  u: string | undefined,
  U: string | undefined,
  other: string,
): string {
  const hexadecimal = x ?? u ?? U
  if (hexadecimal !== undefined) return String.fromCodePoint(parseInt(hexadecimal, 16))
  if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8))
  return simpleEscapes[other] ?? other
}

const isQuoted = (image: string): boolean => image.startsWith('"') || image.startsWith("'")

/** A name as the resource spells it: `"a.b"` and `a\.b` are `a.b`. */
export function readName(image: string): string {
  return unescape(isQuoted(image) ? image.slice(1, -1) : image)
}

const nameBeforeIndex = /^(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[^[]*)/

/** A name and the brackets behind it: `licenses[0]` is `licenses` and `[0]`. */
export function splitIndex(image: string): { readonly text: string; readonly index: string } {
  const index = image.replace(nameBeforeIndex, '')
  return { text: image.slice(0, image.length - index.length), index }
}

/** A value, cut at its wildcards: `"a\*b*"` and `a\*b*` have the parts `a*b` and ``. */
export function readValue(image: string): OneOrMore<string> {
  const [first = '', ...rest] = splitAtWildcards(isQuoted(image) ? image.slice(1, -1) : image)
  return [unescape(first), ...rest.map(unescape)]
}

function splitAtWildcards(content: string): string[] {
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < content.length; at++) {
    if (content[at] === '\\') at++
    else if (content[at] === '*') {
      parts.push(content.slice(start, at))
      start = at + 1
    }
  }
  parts.push(content.slice(start))
  return parts
}

/** A literal of the regular-expression dialect: only the backslash before its own quote goes, all others are RE2's. */
export function readLiteral(image: string): string {
  if (!isQuoted(image)) return image
  const quote = image.charAt(0)
  return image.slice(1, -1).replace(/\\([^])/g, (escape, escaped: string) => (escaped === quote ? quote : escape))
}
