import type { Ranges } from './ranges.ts'

/**
 * A pattern as RE2 means it, flags applied: `(?i)` is in the sets, `(?s)` in what `.` takes, `(?m)` in the assertions.
 * Greediness and captures are left out, since they make no difference to a full match.
 *
 * A group is replaced by its content. Sequences and alternatives have at least two nodes.
 */
export type PatternNode =
  | { readonly kind: 'empty' }
  /** One character of a set, which may be empty. */
  | { readonly kind: 'characters'; readonly ranges: Ranges }
  /**
   * One character of a set whose members only RE2 knows. `pattern` matches it, independent of flags around it:
   * `(?i:[\p{Thai}é])`.
   */
  | { readonly kind: 'opaque'; readonly pattern: string }
  /** `\C`: one byte of UTF-8. */
  | { readonly kind: 'byte' }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'alternatives'; readonly nodes: readonly PatternNode[] }
  /** `max` is Infinity for `*` and `+`. */
  | { readonly kind: 'repetition'; readonly node: PatternNode; readonly min: number; readonly max: number }

/**
 * A condition between two characters: the ends of the text (`^`, `$`, `\A`, `\z`), those of a line under `(?m)`, and
 * `\b` and `\B`.
 */
export type Assertion = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word-boundary' | 'no-word-boundary'
