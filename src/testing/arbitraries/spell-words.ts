import type { Choose } from './choose.ts'

/* Names and values of the AIP-160 dialect, bare or in quotes: SEMANTICS.md section 2. */

const keyword = /^(?:AND|OR|NOT)$/

/** What may stand without quotes: at the start of a path, and behind a dot, where keywords and hyphens are names. */
const bareFirst = /^[\p{L}_][\p{L}\p{N}_-]*$/u
const bareBehindDot = /^[\p{L}\p{N}_-]+$/u

export function spellName(name: string, isFirst: boolean, choose: Choose): string {
  const isBare = isFirst ? bareFirst.test(name) && !/^(?:AND|OR|NOT|eq|ne)$/.test(name) : bareBehindDot.test(name)
  return isBare && !choose(false, false, false, true) ? name : spellQuoted([name], choose)
}

/** Unquoted, a backslash escapes only `*` and itself. */
export const spellBare = (parts: readonly string[]): string =>
  parts.map((part) => part.replace(/[\\*]/g, '\\$&')).join('*')

/** Inside of parentheses a hyphen begins a value only as the sign of a number. */
export function isBareValue(text: string, isInside: boolean): boolean {
  if (!/^[^ \t\r\n(),"'<>=!:~&|\p{C}][^ \t\r\n(),"'\p{C}]*$/u.test(text) || keyword.test(text)) return false
  return !isInside || !/^-(?!\d)/.test(text)
}

/** A `*` of the text is escaped, one between parts is not. */
export function spellQuoted(parts: readonly string[], choose: Choose): string {
  const quote = choose('"', "'")
  // Text of which every character might be an escape would not be read by anyone.
  const isEscaped = choose(false, true, true)
  const character = (each: string) => spellCharacter(each, quote, isEscaped ? choose : (first) => first)
  return `${quote}${parts.map((part) => Array.from(part, character).join('')).join('*')}${quote}`
}

const named: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

function spellCharacter(character: string, quote: string, choose: Choose): string {
  const code = character.codePointAt(0) ?? 0
  const digits = (base: number, length: number) => code.toString(base).padStart(length, '0')
  const itself = /["'\\?*.:=<>+~`]/.test(character) ? [`\\${character}`] : []
  const plain = character === quote || /[\\*]/.test(character) ? `\\${character}` : character
  return choose(
    plain,
    named[character] ?? plain,
    named[character] ?? plain,
    plain,
    ...itself,
    ...(code < 0x100 ? [`\\x${digits(16, 2)}`, `\\${digits(8, 3)}`] : []),
    ...(code < 0x10000 ? [`\\u${digits(16, 4)}`] : []),
    `\\U${digits(16, 8).toUpperCase()}`,
  )
}
