import type { AipComparator, RegexComparator } from '../../index.ts'

/** A filter before it is text, so that one meaning can be spelled in many ways. */
export type Draft =
  | { readonly kind: 'AND' | 'OR' | 'side by side'; readonly parts: readonly Draft[] }
  | { readonly kind: 'NOT'; readonly part: Draft }
  | Restriction
  | Clause

export interface Restriction {
  readonly kind: 'restriction'
  readonly names: readonly string[]
  readonly comparator: AipComparator
  /** More than one: `(a OR b)`. */
  readonly values: readonly Value[]
}

/** Its parts, between which wildcards stand. */
export type Value = readonly string[]

export interface Clause {
  readonly kind: 'clause'
  readonly names: readonly string[]
  readonly comparator: RegexComparator
  readonly literal: string
}

/** Chooses one of several spellings; always the first gives the plainest text. */
export type Choose = <T>(first: T, ...others: readonly T[]) => T

export const plainly: Choose = (first) => first

/** The spellings that a list of numbers chooses, over and over; zeros choose the plainest. */
export function choosing(numbers: readonly number[]): Choose {
  let at = 0
  return (first, ...others) => [first, ...others][(numbers[at++ % numbers.length] ?? 0) % (others.length + 1)] ?? first
}
