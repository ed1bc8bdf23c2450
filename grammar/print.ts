import type { OneOrMore } from '../src/ast/index.ts'
import { isText, isValueText, isVisible } from './characters.ts'
import { endOfEnclosedLiteral } from './enclosed-literals.ts'

/**
 * Position of a word: outside parentheses, among siblings in parentheses, the last of several side by side there, or
 * alone in the parentheses of a clause.
 */
export type WordPosition = 'outer' | 'enclosed' | 'last' | 'alone'

/** A name of a field path, quoted when it must be. */
export function printName(name: string, isFirst: boolean): string {
  return isText(name, isFirst) && !name.includes('\\') ? name : `"${escapeControls(escape(name, /["\\]/g))}"`
}

/** A value, quoted when it must be. In a composite argument a word that begins with `-` would be a negation. */
export function printValue(parts: OneOrMore<string>, position: WordPosition): string {
  const bare = parts.map((part) => escape(part, /[\\*]/g)).join('*')
  const isNegation = position !== 'outer' && /^-(?!\d)/.test(bare)
  return isValueText(bare) && !isNegation
    ? bare
    : `"${parts.map((part) => escapeControls(escape(part, /["\\*]/g))).join('*')}"`
}

/**
 * A literal of the regular-expression dialect: unquoted if its end is unambiguous, else quoted. A literal that no quotes
 * can hold, `a \"b\'c`, needs a clause with parentheses of its own; elsewhere the result is undefined. It is undefined
 * there, too, for one that would not end where the clause does: `\`.
 */
export function printLiteral(literal: string, position: WordPosition): string | undefined {
  if (endsByItself(literal, position)) return literal
  const quoted = ['"', "'"].map((quote) => `${quote}${literal.replaceAll(quote, `\\${quote}`)}${quote}`)
  return (
    quoted.find(isQuotedLiteral) ??
    ((position === 'alone' || position === 'last') && endsWithClause(literal) ? literal : undefined)
  )
}

function endsByItself(literal: string, position: WordPosition): boolean {
  if (literal === '' || /^["']/.test(literal) || !isVisible(literal)) return false
  if (position === 'outer') return true
  return position === 'alone' && endsAtParenthesis(literal)
}

/** A literal that neither white space nor a class in it ends elsewhere. What it leaves open, its clause closes. */
const endsWithClause = (literal: string): boolean =>
  !/^["']|^[ \t\r\n\f]|[ \t\r\n\f]$/.test(literal) && endOfEnclosedLiteral(`${literal})`, 0) === literal.length

/** A class that the literal leaves open would be closed by what follows it. */
const endsAtParenthesis = (literal: string): boolean => endOfEnclosedLiteral(`${literal})]`, 0) === literal.length

const isQuotedLiteral = (text: string): boolean => /^(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')$/.test(text)

const shortEscapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** What cannot be seen, as the escape that means it. */
const escapeControls = (text: string): string =>
  text.replace(
    /\p{Cc}/gu,
    (control) => shortEscapes[control] ?? `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )

const escape = (text: string, characters: RegExp): string => text.replace(characters, '\\$&')
