/** The comparators of the AIP-160 dialect (SEMANTICS.md section 1). */
export const AIP_COMPARATORS = ['=', '!=', '<', '<=', '>', '>=', ':'] as const

/** The comparators of the regular-expression dialect. */
export const REGEX_COMPARATORS = ['eq', 'ne'] as const

/** `<`, `<=`, `>` and `>=`. */
export const isOrder = (symbol: ComparatorSymbol): boolean => symbol.startsWith('<') || symbol.startsWith('>')

export type AipComparator = (typeof AIP_COMPARATORS)[number]
export type RegexComparator = (typeof REGEX_COMPARATORS)[number]
export type ComparatorSymbol = AipComparator | RegexComparator
