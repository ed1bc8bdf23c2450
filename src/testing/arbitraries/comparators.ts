import type { AipComparator, RegexComparator } from '../../ast.ts'

/* The comparators that generated filters have. A comparator is one row. */

/** Those of AIP-160, by what they ask of a type. */
const sorts: { readonly [C in AipComparator]: 'has' | 'equality' | 'order' } = {
  '=': 'equality',
  '!=': 'equality',
  ':': 'has',
  '<': 'order',
  '<=': 'order',
  '>': 'order',
  '>=': 'order',
}

export const comparators = Object.keys(sorts) as readonly AipComparator[]

/** Whether a comparator asks for an order. */
export const asksForOrder = (comparator: AipComparator): boolean => sorts[comparator] === 'order'

const clauses: { readonly [C in RegexComparator]: true } = { eq: true, ne: true }

/** Those of regular expressions. */
export const clauseComparators = Object.keys(clauses) as readonly RegexComparator[]
