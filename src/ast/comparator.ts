/** The comparators of the AIP-160 dialect (SEMANTICS.md section 1). */
export const AIP_COMPARATORS = ['=', '!=', '<', '<=', '>', '>=', ':'] as const

/** The comparators of the regular-expression dialect. */
export const REGEX_COMPARATORS = ['eq', 'ne'] as const

export type AipComparator = (typeof AIP_COMPARATORS)[number]
export type RegexComparator = (typeof REGEX_COMPARATORS)[number]
export type ComparatorSymbol = AipComparator | RegexComparator

/** Whether anything, such as a property of a tree that a program built, is a comparator of the AIP-160 dialect. */
export const isAipComparator = (symbol: unknown): symbol is AipComparator =>
  (AIP_COMPARATORS as readonly unknown[]).includes(symbol)

/** The same for the regular-expression dialect. */
export const isRegexComparator = (symbol: unknown): symbol is RegexComparator =>
  (REGEX_COMPARATORS as readonly unknown[]).includes(symbol)

const words: readonly string[] = ['AND', 'OR', 'NOT', ...REGEX_COMPARATORS]

/** Whether a text is an operator or a comparator that is written as a word, as `AND` and `eq` are. */
export const isOperatorWord = (text: string): boolean => words.includes(text)

const orders: { readonly [C in ComparatorSymbol]: boolean } = {
  '=': false,
  '!=': false,
  '<': true,
  '<=': true,
  '>': true,
  '>=': true,
  ':': false,
  eq: false,
  ne: false,
}

/** Whether a comparator asks for the order of two values, as `<` does. */
export const isOrder = (symbol: ComparatorSymbol): boolean => orders[symbol]

const negatives: { readonly [C in RegexComparator]: boolean } = { eq: false, ne: true }

/** Whether a clause holds where its pattern does not match. */
export const isNegative = (symbol: RegexComparator): boolean => negatives[symbol]
