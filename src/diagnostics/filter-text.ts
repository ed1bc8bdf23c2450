/* Filter text as help writes it. */

/** A name of a path, in quotes unless it is plain. */
export const writeName = (name: string): string => (/^[\w-]+$/.test(name) ? name : writeQuoted(name))

/** A value, in quotes unless it is plain. An asterisk in it is a wildcard. */
export const writeValue = (value: string): string =>
  /^(?!(?:AND|OR|NOT)$)[\w./+*-]+$/.test(value) ? value : writeQuoted(value)

/** Text in straight double quotes. */
export const writeQuoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** One restriction: `name = a`, `labels:env`, `name eq a`. */
export const writeRestriction = (field: string, comparator: string, value: string): string =>
  comparator === ':' ? `${field}:${value}` : `${field} ${comparator} ${value}`

/** A restriction that holds for any of several values: `name = (a OR b)`; with `!=` for none of them. */
export function writeAlternatives(field: string, comparator: string, values: readonly string[]): string {
  const joined = values.join(' OR ')
  if (values.length === 1) return writeRestriction(field, comparator, joined)
  const all = `(${joined})`
  // Whatever it is, a value is unequal to one of two.
  return comparator === '!=' ? `NOT ${writeRestriction(field, '=', all)}` : writeRestriction(field, comparator, all)
}

const listed = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[^\s,"']+/g

/** The values of a list of another language, as they are written: between commas, white space or `OR`. */
export const splitList = (text: string): readonly string[] =>
  (text.match(listed) ?? []).filter((value) => value.toUpperCase() !== 'OR')

/** Text without the quotes around it. */
export const withoutQuotes = (text: string): string => /^(["'])([^]*)\1$/.exec(text)?.[2] ?? text

/** A pattern in quotes: its backslashes stay as they are. */
export const writePattern = (pattern: string): string =>
  `"${pattern.replace(/\\[^]|"/g, (found) => (found === '"' ? '\\"' : found))}"`

/**
 * A quoted pattern that matches a field in which the given one is found anywhere, since a pattern matches the whole field:
 * `^web` is `"web.*"`.
 */
export function writeSearch(pattern: string): string {
  const { flags, start, inner, end } = readSearch(pattern)
  return writePattern(flags + start + inner + end)
}

/** The same as a value with wildcards; undefined for a pattern that is more than text with `.*`. */
export function writeWildcards(pattern: string): string | undefined {
  const { flags, start, inner, end } = readSearch(pattern)
  const text = [start, inner, end].join('').replaceAll('.*', '*')
  return flags === '' && /^[\w*-]+$/.test(text) ? text.replace(/\*+/g, '*') : undefined
}

function readSearch(pattern: string) {
  const body = pattern.replace(/^\(\?[imsU]+\)/, '')
  const flags = pattern.slice(0, pattern.length - body.length)
  // An anchor in one of several alternatives is that alternative's own.
  if (body.includes('|')) return { flags, start: '.*', inner: `(${body})`, end: '.*' }
  const isAtStart = body.startsWith('^')
  const isAtEnd = /(?<!\\)\$$/.test(body)
  const inner = body.slice(isAtStart ? 1 : 0, isAtEnd ? -1 : undefined)
  return {
    flags,
    inner,
    start: isAtStart || inner.startsWith('.*') ? '' : '.*',
    end: isAtEnd || inner.endsWith('.*') ? '' : '.*',
  }
}
