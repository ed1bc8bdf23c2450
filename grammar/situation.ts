import { type IToken, tokenMatcher } from 'chevrotain'
import type { AipComparator } from '../src/ast/index.ts'
import { readName, splitIndex } from './literals.ts'
import { innermostOpen } from './nesting.ts'
import { endOf } from './spans.ts'
import * as tokens from './tokens.ts'

/** What a field of the schema is, as far as help needs to know. */
export interface FieldSort {
  readonly type: string
  /** It, or something above it, is an array. */
  readonly repeated: boolean
  /** Its values may be compared with wildcards. */
  readonly takesWildcards: boolean
  /** Its values may be matched by a pattern. */
  readonly takesPatterns: boolean
  /** Whether it may be compared with a value, in which `*` is a wildcard. */
  readonly accepts: (comparator: AipComparator, value: string) => boolean
}

/** What the caller knows of a field; undefined for one that does not exist, or where there is no schema. */
export type SortOf = (names: readonly string[]) => FieldSort | undefined

/** Where the parser stopped, and what it had read until then. */
export interface Situation {
  readonly source: string
  readonly before: readonly IToken[]
  readonly at: IToken
  readonly sortOf: SortOf
}

/** The field and comparator of a restriction whose value is not read yet. */
export interface BegunRestriction {
  /** Where the field begins. */
  readonly start: number
  /** The field as it is written. */
  readonly field: string
  readonly names: readonly string[]
  readonly comparator: string
  readonly sort: FieldSort | undefined
  /** The parser stopped inside the parentheses of its value. */
  readonly isComposite: boolean
}

/** The restriction that was read last, up to its comparator. */
export function begunRestriction(situation: Situation): BegunRestriction | undefined {
  const { before } = situation
  const at = before.findLastIndex((token) => tokenMatcher(token, tokens.Comparator))
  const comparator = before[at]
  const field = fieldBefore(situation, at)
  const isComposite = field !== undefined && (innermostOpen(before)?.startOffset ?? 0) > field.start
  return comparator && field && { ...field, comparator: comparator.image, isComposite }
}

/** The field that ends before a token, by default the one where the parser stopped. */
export function fieldBefore(
  { source, before, sortOf }: Situation,
  end = before.length,
): Omit<BegunRestriction, 'comparator' | 'isComposite'> | undefined {
  let start = end
  while (isName(before[start - 1])) {
    start--
    if (before[start - 1]?.tokenType !== tokens.Dot) break
    start--
  }
  const [first, last] = [before[start], before[end - 1]]
  if (first === undefined || last === undefined || start >= end) return undefined
  const names = before
    .slice(start, end)
    .filter(isName)
    .map(({ image }) => readName(splitIndex(image).text))
  const field = source.slice(first.startOffset, endOf(last))
  return { start: first.startOffset, field, names, sort: sortOf(names) }
}

const isName = (token: IToken | undefined): token is IToken => token !== undefined && tokenMatcher(token, tokens.Name)
