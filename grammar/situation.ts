import { type IToken, tokenMatcher } from 'chevrotain'
import type { FieldSort, SortOf } from '../src/diagnostics/index.ts'
import { readName, splitIndex } from './literals.ts'
import { innermostOpen } from './nesting.ts'
import { endOf } from './spans.ts'
import * as tokens from './tokens.ts'

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
  const path = before.slice(start, end)
  const [first, ...others] = path
  if (first === undefined) return undefined
  const names = path.filter(isName).map(({ image }) => readName(splitIndex(image).text))
  const field = source.slice(first.startOffset, endOf(others.at(-1) ?? first))
  return { start: first.startOffset, field, names, sort: sortOf(names) }
}

const isName = (token: IToken | undefined): token is IToken => token !== undefined && tokenMatcher(token, tokens.Name)
