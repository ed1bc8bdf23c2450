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

/** A restriction with several values, any of which may hold: `name = (a OR b)`. */
export const writeAlternatives = (field: string, comparator: string, values: readonly string[]): string =>
  writeRestriction(field, comparator, values.length === 1 ? values.join('') : `(${values.join(' OR ')})`)

/**
 * A quoted pattern that matches a field in which the given one is found anywhere, since a pattern matches the whole field:
 * `^web` is `"web.*"`.
 */
export function writeSearch(pattern: string): string {
  const { flags, start, inner, end } = readSearch(pattern)
  const text = flags + start + (inner.includes('|') ? `(${inner})` : inner) + end
  return `"${text.replace(/\\[^]|"/g, (found) => (found === '"' ? '\\"' : found))}"`
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
