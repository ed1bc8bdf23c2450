/** What each code tells, as facts: enough to word the diagnostic in another language. */
export interface DiagnosticDetails {
  'unexpected-character': { readonly character: string }
  'unexpected-token': { readonly token: string }
  'unexpected-end': NoDetails
  'unterminated-string': { readonly quote: string }
  'invalid-escape': { readonly escape: string }
  /** The first character that an unquoted value cannot hold. */
  'needs-quotes': { readonly character: string }
  /** Both in UTF-16 units. */
  'too-long': { readonly length: number; readonly limit: number }
  /** The limit in levels of parentheses. */
  'too-deep': { readonly limit: number }
  /** The limit in restrictions. */
  'too-many-terms': { readonly limit: number }
  'mixed-dialects': { readonly comparator: string; readonly other: string }
  /** `AND`, `OR`, `NOT` or `-`. */
  'operator-in-regex-dialect': { readonly operator: string }
  'multiple-fields': { readonly field: string; readonly other: string }
  /** The bare word, or the comparison in the words of another language. */
  'missing-comparator': { readonly word: string }
  'unknown-function': { readonly name: string }
  'unknown-field': {
    readonly name: string
    /** The resource, or the path of the message that lacks the field. */
    readonly parent: string
    /** Names of fields that may be meant, nearest first. */
    readonly nearest: readonly string[]
  }
  'not-traversable': {
    readonly field: string
    readonly type: string
    /** `labels."a.b"`, where the dot may belong to a key. */
    readonly quotedKey?: string | undefined
  }
  indexing: { readonly field: string; readonly repeated: boolean }
  'repeated-needs-has': { readonly field: string; readonly comparator: string }
  'not-atomic': { readonly field: string; readonly type: string }
  'comparator-type': {
    readonly comparator: string
    readonly type: string
    /** The comparators that the type takes. */
    readonly allowed: readonly string[]
  }
  'literal-type': { readonly literal: string; readonly type: string }
  'unknown-enum-value': {
    readonly value: string
    readonly field: string
    /** Values that may be meant, nearest first. */
    readonly near: readonly string[]
    /** All values of the field, where they are few. */
    readonly all: readonly string[]
  }
  'invalid-timestamp': { readonly value: string }
  /** RE2's own words. */
  'invalid-pattern': { readonly reason: string }
  'pattern-too-complex': { readonly reason: string }
  'engine-missing': NoDetails
  'whole-url': { readonly field: string; readonly value: string }
  'whole-pattern': { readonly field: string; readonly pattern: string }
  /** `type` is that of the schema: `int64`. */
  'out-of-range': { readonly value: string; readonly field: string; readonly type: string }
  /** A switch with its value here, and a profile in which it has another one. */
  'profile-dependent': {
    readonly switch: string
    readonly value: string
    readonly profile: string
    readonly other: string
  }
  /** The two restrictions, or values, as they are written. */
  'never-matches': { readonly field: string; readonly first: string; readonly second: string }
}

/** An object without properties. */
type NoDetails = object

/** The codes of SEMANTICS.md section 7. */
export type DiagnosticCode = keyof DiagnosticDetails

const hintCodes = ['whole-url', 'whole-pattern', 'out-of-range', 'profile-dependent', 'never-matches'] as const

/** The codes of hints, which `validate` gives on request. */
export type HintCode = (typeof hintCodes)[number]

export const isHintCode = (code: DiagnosticCode): code is HintCode =>
  (hintCodes as readonly DiagnosticCode[]).includes(code)
