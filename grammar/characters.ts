import { escapePattern } from './literals.ts'

/* What words are made of, as sources of regular expressions. */

// SEMANTICS.md section 2: white space is space, tab, CR, LF.
export const space = ' \\t\\r\\n'
/** A run of characters that a name may consist of; `-` may not begin it, since it negates there. */
export const text = `[^${space}.,()"'<>=!:]`
export const firstOfText = `[^${space}.,()"'<>=!:\\-]`
/** A run of characters that an unquoted value may consist of; a comparator may not begin it. */
export const run = `[^${space}(),"']`
export const firstOfRun = `[^${space}(),"'<>=!:]`
/** Text that runs into a quote is an error, not two tokens. */
export const textEnd = `(?![^${space}.,()<>=!:])`
export const runEnd = `(?![^${space}(),])`
export const wordEnd = `(?![^${space}(),])`

export const quotedWith = (quote: string, backslash: string) =>
  `${quote}[^${quote}\\\\]*(?:${backslash}[^${quote}\\\\]*)*${quote}`
export const quotedValue = `(?:${quotedWith('"', escapePattern)}|${quotedWith("'", escapePattern)})`
export const quotedAnyhow = `(?:${quotedWith('"', '\\\\[^]')}|${quotedWith("'", '\\\\[^]')})`

const wholeText = new RegExp(`^(?!(?:AND|OR|NOT|eq|ne|~|&&|\\|\\|)$)${firstOfText}${text}*$`)
const wholeField = new RegExp(`^${text}+$`)
const wholeValue = new RegExp(`^(?!(?:AND|OR|NOT|~|&&|\\|\\|)$)${firstOfRun}${run}*$`)

/** Whether a name needs no quotes, as the first of a path or behind a dot. */
export const isText = (name: string, first: boolean): boolean => (first ? wholeText : wholeField).test(name)

/** Whether a value, written as it is, needs no quotes. */
export const isValueText = (value: string): boolean => wholeValue.test(value)
