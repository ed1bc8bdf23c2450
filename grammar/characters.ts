import { REGEX_COMPARATORS } from '../src/ast/index.ts'
import { escapePattern } from './literals.ts'

/*
 * What words are made of, as sources of regular expressions: SEMANTICS.md section 2. The names are those of Google's
 * published lexer where it has one.
 */

/** White space, as the content of a character class. */
export const space = ' \\t\\r\\n\\f'

/** Controls, DEL and U+0080 to U+00A0: outside quotes they begin no token, and end every one. */
export const invisible = '\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\xa0'

/** The characters of TEXT. `&` and `|` belong to it alone, `&&` and `||` are operators of other languages. */
const textClass = 'A-Za-z0-9_\\-+*/#$%;?@^`\\u00a1-\\uffff'
const single = '&(?!&)|\\|(?!\\|)'
const special = `${single}|${escapePattern}`

const runOf = (characters: string, others: string): string =>
  `(?:[${characters}]|${others})[${characters}]*(?:(?:${others})[${characters}]*)*`

/** A name, without quotes. As the first of a path it does not begin with `-`, which negates there. */
export const text = runOf(textClass, special)
export const firstText = `(?!-)${text}`
/** Text that runs into a quote is an error, not two tokens. */
export const textEnd = `(?!["'${textClass}]|${special})`

/** An index in brackets behind a name. Compute has no indexes, so the validator rejects it. */
export const index = `\\[(?:[^${space}(),"'\\[\\]${invisible}]*|"[^"]*"|'[^']*')\\]`

/** A value, without quotes. The dot belongs to it; one that begins like a date and time may hold `:`. */
const timestamp = `\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(?:[${textClass}.:]|${special})*`
export const valueText = `(?:${timestamp}|${runOf(`${textClass}.`, special)})`
/** Where a value may end: before white space, a parenthesis, a comma, `&&` or `||`. */
export const valueEnd = `(?![^${space}(),&|${invisible}]|${single})`
/** Anything up to where a value may end, or up to a quote: a value that needs quotes. */
export const wholeRun = runOf(`^${space}(),"'&|${invisible}`, single)

/** Any of these texts, the longest first. */
export const oneOf = (texts: readonly string[]): string =>
  [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
    .join('|')

/** The comparators of the regular-expression dialect, as alternatives. */
export const regexComparator = oneOf(REGEX_COMPARATORS)

/** Where a keyword ends. */
export const wordEnd = `(?![^${space}(),])`

export const quotedWith = (quote: string, backslash: string) =>
  `${quote}[^${quote}\\\\]*(?:${backslash}[^${quote}\\\\]*)*${quote}`
export const quotedValue = `(?:${quotedWith('"', escapePattern)}|${quotedWith("'", escapePattern)})`
export const quotedAnyhow = `(?:${quotedWith('"', '\\\\[^]')}|${quotedWith("'", '\\\\[^]')})`

const wholeFirst = new RegExp(`^(?!(?:AND|OR|NOT|${regexComparator})$)${firstText}$`)
const wholeField = new RegExp(`^${text}$`)
const wholeValue = new RegExp(`^(?!(?:AND|OR|NOT)$)${valueText}$`)

/** Whether a name, written as it is, needs no quotes, as the first of a path or behind a dot. */
export const isText = (name: string, first: boolean): boolean => (first ? wholeFirst : wholeField).test(name)

/** Whether a value, written as it is, needs no quotes. */
export const isValueText = (value: string): boolean => wholeValue.test(value)

const oneSpace = new RegExp(`^[${space}]$`)
export const isSpace = (character: string): boolean => oneSpace.test(character)

const oneInvisible = new RegExp(`^[${invisible}]$`)

/** Whether a character is allowed in quotes only. */
export const isInvisible = (character: string): boolean => oneInvisible.test(character)

const spaceOrInvisible = new RegExp(`[${space}${invisible}]`)

/** Whether a text has neither white space nor a character that is allowed in quotes only. */
export const isVisible = (literal: string): boolean => !spaceOrInvisible.test(literal)
