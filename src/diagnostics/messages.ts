import type { DiagnosticCode, DiagnosticDetails } from './details.ts'
import { alternatives, quoted, nameCharacter, plural, visible } from './wording.ts'

export interface Wording {
  readonly message: string
  readonly help?: string | undefined
}

/** The text of every diagnostic. `quoted()` puts what the user wrote in backticks, shortened and on one line. */
export const wordings: { readonly [C in DiagnosticCode]: (details: DiagnosticDetails[C]) => Wording } = {
  'unexpected-character': ({ character }) => ({ message: `unexpected ${nameCharacter(character)}` }),
  'unexpected-token': ({ token }) => ({ message: `unexpected ${quoted(token)}` }),
  'unexpected-end': () => ({ message: 'unexpected end of the filter' }),
  'unterminated-string': () => ({ message: 'the quote is never closed' }),
  'invalid-escape': ({ escape }) => ({ message: `invalid escape ${quoted(escape)}` }),
  'needs-quotes': ({ character }) => ({
    message: `a value without quotes cannot contain ${quoted(character)}`,
  }),
  'too-long': ({ length, limit }) => ({
    message: `the filter has ${plural(length, 'UTF-16 unit')}; the limit is ${plural(limit)}`,
  }),
  'too-deep': ({ limit }) => ({ message: `parentheses are nested deeper than ${plural(limit, 'level')}` }),
  'too-many-terms': ({ limit }) => ({ message: `the filter has more than ${plural(limit, 'comparison')}` }),
  'mixed-dialects': ({ comparator, other }) => ({
    message: `${quoted(comparator)} and ${quoted(other)} cannot be combined in one filter`,
    help: 'use either `eq` and `ne` with patterns or the comparators `= != < <= > >= :` throughout',
  }),
  'operator-in-regex-dialect': ({ operator }) => ({
    message: `${quoted(operator)} cannot be combined with \`eq\` and \`ne\``,
    help:
      operator === 'AND'
        ? 'clauses side by side are ANDed: `(name eq a.*) (name ne .*b)`'
        : operator === 'OR'
          ? 'write alternatives in the pattern: `name eq (a|b)`'
          : 'use `ne` for what must not match',
  }),
  'multiple-fields': ({ field, other }) => ({
    message: `regular expressions may test only one field, not both ${quoted(other)} and ${quoted(field)}`,
    help: 'filter one field, use the comparators `=` and `:`, or allow several fields with the profile switch `multipleFields: "and"`, as the live API does',
  }),
  'missing-comparator': ({ word }) => ({
    message: `${quoted(word)} is not compared with anything`,
    help: `a filter needs field, comparator and value: ${quoted('name = debian-12')}`,
  }),
  'unknown-function': ({ name }) => ({
    message: `unknown function ${quoted(name)}`,
    help: 'Compute has no functions; if a group is meant, write a space before `(`',
  }),
  'unknown-field': ({ name, parent, nearest }) => ({
    message: `unknown field ${quoted(name)} of ${quoted(parent)}`,
    help: alternatives('did you mean', nearest),
  }),
  'not-traversable': ({ field, type }) => ({ message: `${quoted(field)} is ${type} and has no fields` }),
  indexing: ({ field, repeated }) => ({
    message: repeated
      ? `elements of ${quoted(field)} cannot be selected by index`
      : `${quoted(field)} cannot be indexed`,
  }),
  'repeated-needs-has': ({ field, comparator }) => ({
    message: `${quoted(field)} is a list and cannot be compared with ${quoted(comparator)}`,
  }),
  'not-atomic': ({ field, type }) => ({
    message: `${quoted(field)} is ${type === 'repeated' ? 'a list' : type}, so it cannot be matched by a pattern`,
  }),
  'comparator-type': ({ comparator, type, allowed }) => ({
    message: `${quoted(comparator)} cannot be used with ${type}`,
    help: alternatives('use', allowed),
  }),
  'literal-type': ({ literal, type }) => ({
    message: `${quoted(literal)} ${type === 'an order comparison' ? 'cannot be used in' : 'is not'} ${type}`,
  }),
  'unknown-enum-value': ({ value, field, near, all }) => ({
    message: `${quoted(value)} is not a value of ${quoted(field)}`,
    help: alternatives('did you mean', near) ?? alternatives('the values are', all),
  }),
  'invalid-timestamp': ({ value }) => ({
    message: `${quoted(value)} is not a timestamp`,
    help: 'write date, time and offset, as in `2025-01-31T12:00:00Z` or `2025-01-31T12:00:00.000-08:00`',
  }),
  'invalid-pattern': ({ reason }) => ({ message: `invalid pattern: ${visible(reason)}` }),
  'pattern-too-complex': ({ reason }) => ({
    message: `the pattern is too complex: ${visible(reason)}`,
    help: 'use smaller repetition counts and fewer character classes',
  }),
  'engine-missing': () => ({ message: 'the pattern needs RE2, which is not loaded' }),
  'whole-url': ({ field, value }) => ({
    message: `${quoted(field)} holds full URLs, so it never equals ${quoted(value)}`,
  }),
  'whole-pattern': ({ pattern }) => ({ message: `the pattern ${quoted(pattern)} must match the entire URL` }),
  'out-of-range': ({ value, field, type }) => ({
    message: `${quoted(value)} is out of range for ${quoted(field)} (${quoted(type)}): no value can equal it`,
  }),
  'profile-dependent': (details) => ({
    message: `the result depends on the profile switch ${quoted(details.switch)}: it is ${quoted(details.value)} here and ${quoted(details.other)} in ${quoted(details.profile)}`,
  }),
  'never-matches': ({ first, second }) => ({
    message: `${quoted(first)} and ${quoted(second)} cannot both hold`,
  }),
}
