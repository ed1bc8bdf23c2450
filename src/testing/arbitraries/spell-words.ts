import type { Choose } from './choose.ts'
import { clauseComparators } from './comparators.ts'
import type { Value } from './draft.ts'

/* Names and values of the AIP-160 dialect, with quotes and without: SEMANTICS.md section 2. */

const keyword = /^(?:AND|OR|NOT)$/
const operator = /&&|\|\|/

/** The characters that need neither quotes nor an escape; in values the dot is one of them. */
const plainCharacter = /^[A-Za-z0-9_\-+/#$%;?@^`&|\u00a1-\u{10ffff}]$/u

export function spellName(name: string, isFirst: boolean, choose: Choose): string {
  const isPlain = (text: string) => text !== '' && Array.from(text).every((each) => plainCharacter.test(each))
  const canBegin = (text: string) =>
    !isFirst || !(text.startsWith('-') || keyword.test(text) || clauseComparators.some((each) => each === text))
  if (isPlain(name) && !operator.test(name) && canBegin(name))
    return choose(name, name, name, spellQuoted([name], choose))
  const escaped = Array.from(name, (each) => spellBareCharacter(each, plainCharacter.test(each), choose)).join('')
  const isBare = escaped !== '' && !operator.test(escaped) && canBegin(escaped)
  return isBare && choose(false, false, true) ? escaped : spellQuoted([name], choose)
}

const timestampBeginning = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d/

/** A value without quotes; undefined where only quotes will do. What is not plain is escaped. */
export function spellBare(parts: Value, choose: Choose, isInside: boolean): string | undefined {
  const [first = '', ...rest] = parts
  // One that begins like a date and time may hold colons.
  const beginning = timestampBeginning.exec(first)?.[0] ?? ''
  const isPlain = (character: string) =>
    plainCharacter.test(character) || character === '.' || (beginning !== '' && character === ':')
  const spellPart = (part: string) =>
    Array.from(part, (each) => spellBareCharacter(each, isPlain(each), choose)).join('')
  const text = beginning + [first.slice(beginning.length), ...rest].map(spellPart).join('*')
  // Inside of parentheses a hyphen begins a value only as the sign of a number.
  const isNegation = isInside && /^-(?!\d)/.test(text)
  return text === '' || keyword.test(text) || operator.test(text) || isNegation ? undefined : text
}

/** Whether a value is written without quotes and without escapes. */
export const isPlainValue = (text: string | undefined): boolean => text !== undefined && !text.includes('\\')

function spellBareCharacter(character: string, isPlain: boolean, choose: Choose): string {
  if (isPlain) return choose(character, character, character, character, ...escapesOf(character))
  const [first = '', ...others] = escapesOf(character)
  return choose(first, ...others)
}

/** A `*` of the text is escaped, one between parts is not. */
export function spellQuoted(parts: readonly string[], choose: Choose): string {
  const quote = choose('"', "'")
  // An escape for every character would make the text unreadable.
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
  const plain = character === quote || /[\\*]/.test(character) ? `\\${character}` : character
  return choose(plain, named[character] ?? plain, named[character] ?? plain, plain, ...escapesOf(character))
}

/** Every escape that means the character, the plainest first. */
function escapesOf(character: string): readonly string[] {
  const code = character.codePointAt(0) ?? 0
  const digits = (base: number, length: number) => code.toString(base).padStart(length, '0')
  return [
    ...(/["'\\?*.:=<>+~`]/.test(character) ? [`\\${character}`] : []),
    ...(code < 0x100 ? [`\\x${digits(16, 2)}`, `\\${digits(8, 3)}`] : []),
    ...(code < 0x10000 ? [`\\u${digits(16, 4)}`] : []),
    `\\U${digits(16, 8).toUpperCase()}`,
  ]
}
