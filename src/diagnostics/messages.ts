import { alternatives, quoted, nameCharacter, plural, visible } from './wording.ts'

/** What each code needs to know to be worded. */
export interface DiagnosticDetails {
  'unexpected-character': { readonly character: string; readonly help?: string | undefined }
  'unexpected-token': { readonly token: string; readonly help?: string | undefined }
  'unexpected-end': { readonly help?: string | undefined }
  'unterminated-string': { readonly quote: string }
  'invalid-escape': { readonly escape: string; readonly help?: string | undefined }
  'needs-quotes': { readonly character: string; readonly help: string }
  'too-long': { readonly length: number; readonly limit: number }
  'too-deep': { readonly limit: number }
  'too-many-terms': { readonly limit: number }
  'mixed-dialects': { readonly comparator: string; readonly other: string }
  'operator-in-regex-dialect': { readonly operator: string; readonly help?: string | undefined }
  'multiple-fields': { readonly field: string; readonly other: string }
  'missing-comparator': { readonly word: string; readonly help?: string | undefined }
  'unknown-function': { readonly name: string; readonly help?: string | undefined }
  'unknown-field': {
    readonly name: string
    readonly parent: string
    readonly nearest: readonly string[]
    readonly help?: string | undefined
  }
  'not-traversable': { readonly field: string; readonly type: string; readonly quotedKey?: string | undefined }
  indexing: { readonly field: string; readonly repeated: boolean; readonly help?: string | undefined }
  'repeated-needs-has': { readonly field: string; readonly comparator: string; readonly help: string }
  'not-atomic': { readonly field: string; readonly type: string; readonly help: string }
  'comparator-type': {
    readonly comparator: string
    readonly type: string
    readonly allowed: readonly string[]
    readonly help?: string | undefined
  }
  'literal-type': { readonly literal: string; readonly type: string; readonly help: string }
  'unknown-enum-value': {
    readonly value: string
    readonly field: string
    readonly near: readonly string[]
    readonly all: readonly string[]
    readonly help?: string | undefined
  }
  'invalid-timestamp': { readonly value: string; readonly help?: string | undefined }
  'invalid-pattern': { readonly reason: string; readonly help?: string | undefined }
  'pattern-too-complex': { readonly reason: string }
  'engine-missing': { readonly help: string }
}

/** The codes of SEMANTICS.md section 7. */
export type DiagnosticCode = keyof DiagnosticDetails

export interface Wording {
  readonly message: string
  readonly help?: string | undefined
}

/** The text of every diagnostic. `quoted()` puts what the user wrote in backticks, shortened and on one line. */
export const wordings: { readonly [C in DiagnosticCode]: (details: DiagnosticDetails[C]) => Wording } = {
  'unexpected-character': ({ character, help }) => ({ message: `unexpected ${nameCharacter(character)}`, help }),
  'unexpected-token': ({ token, help }) => ({ message: `unexpected ${quoted(token)}`, help }),
  'unexpected-end': ({ help }) => ({ message: 'unexpected end of the filter', help }),
  'unterminated-string': ({ quote }) => ({
    message: 'the quote is never closed',
    help: `close it with ${quoted(quote)}`,
  }),
  'invalid-escape': ({ escape, help }) => ({
    message: `invalid escape ${quoted(escape)}`,
    help: help ?? 'leave the backslash out, or write `\\\\` for one',
  }),
  'needs-quotes': ({ character, help }) => ({
    message: `a value without quotes cannot hold ${quoted(character)}`,
    help,
  }),
  'too-long': ({ length, limit }) => ({
    message: `the filter has ${plural(length, 'UTF-16 unit')}; the limit is ${plural(limit)}`,
  }),
  'too-deep': ({ limit }) => ({ message: `parentheses are nested deeper than ${plural(limit, 'level')}` }),
  'too-many-terms': ({ limit }) => ({ message: `the filter has more than ${plural(limit, 'restriction')}` }),
  'mixed-dialects': ({ comparator, other }) => ({
    message: `${quoted(comparator)} and ${quoted(other)} cannot be combined in one filter`,
    help: 'use either `eq` and `ne` with patterns or the comparators `= != < <= > >= :` throughout',
  }),
  'operator-in-regex-dialect': ({ operator, help }) => ({
    message: `${quoted(operator)} cannot be combined with \`eq\` and \`ne\``,
    help:
      help ??
      (operator === 'AND'
        ? 'clauses side by side are ANDed: `(name eq a.*) (name ne .*b)`'
        : operator === 'OR'
          ? 'write alternatives in the pattern: `name eq (a|b)`'
          : 'use `ne` for what must not match'),
  }),
  'multiple-fields': ({ field, other }) => ({
    message: `regular expressions on several fields, ${quoted(other)} and ${quoted(field)}`,
    help: 'filter one field, or use the comparators `=` and `:`, or allow it with the profile switch `multipleFields: "and"` as the live API does',
  }),
  'missing-comparator': ({ word, help }) => ({
    message: `${quoted(word)} is not compared with anything`,
    help: help ?? `a filter needs field, comparator and value: ${quoted('name = debian-12')}`,
  }),
  'unknown-function': ({ name, help }) => ({
    message: `unknown function ${quoted(name)}`,
    help:
      help ??
      (/^(?:NOT|AND|OR|eq|ne)$/.test(name)
        ? `put white space after ${quoted(name)}`
        : 'Compute has no functions; if a group is meant, write a space before `(`'),
  }),
  'unknown-field': ({ name, parent, nearest, help }) => ({
    message: `unknown field ${quoted(name)} of ${quoted(parent)}`,
    help: help ?? alternatives('did you mean', nearest),
  }),
  'not-traversable': ({ field, type, quotedKey }) => ({
    message: `${quoted(field)} is ${type} and has no fields`,
    help: quotedKey === undefined ? undefined : `if the dot belongs to the key, quote it: ${quoted(quotedKey)}`,
  }),
  indexing: ({ field, repeated, help }) => ({
    message: repeated
      ? `elements of ${quoted(field)} cannot be addressed by index`
      : `${quoted(field)} cannot be indexed`,
    help,
  }),
  'repeated-needs-has': ({ field, comparator, help }) => ({
    message: `${quoted(field)} is repeated and cannot be compared with ${quoted(comparator)}`,
    help,
  }),
  'not-atomic': ({ field, type, help }) => ({
    message: `${quoted(field)} is ${type} and matches no pattern`,
    help,
  }),
  'comparator-type': ({ comparator, type, allowed, help }) => ({
    message: `${quoted(comparator)} cannot compare ${type}`,
    help: help ?? alternatives('use', allowed),
  }),
  'literal-type': ({ literal, type, help }) => ({ message: `${quoted(literal)} does not fit ${type}`, help }),
  'unknown-enum-value': ({ value, field, near, all, help }) => ({
    message: `${quoted(value)} is not a value of ${quoted(field)}`,
    help: help ?? alternatives('did you mean', near) ?? alternatives('the values are', all),
  }),
  'invalid-timestamp': ({ value, help }) => ({
    message: `${quoted(value)} is not a timestamp`,
    help: help ?? 'write it in full with offset, as in `2025-01-31T12:00:00Z` or `2025-01-31T12:00:00.000-08:00`',
  }),
  'invalid-pattern': ({ reason, help }) => ({ message: `invalid pattern: ${visible(reason)}`, help }),
  'pattern-too-complex': ({ reason }) => ({
    message: `the pattern is too complex: ${visible(reason)}`,
    help: 'use smaller repetition counts and fewer character classes',
  }),
  'engine-missing': ({ help }) => ({ message: 'the pattern needs RE2, which is not loaded', help }),
}
