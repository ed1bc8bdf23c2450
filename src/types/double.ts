import { allComparators, compareBySign, type ScalarTypeDefinition } from './scalar-type.ts'

/** Takes time linear in the length of the text. */
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

const parse = (text: string): number | undefined => (decimal.test(text) ? Number(text) : undefined)

/** A double. In a resource a number, or its decimal text as Compute's JSON allows. */
export const doubleType: ScalarTypeDefinition<number, number> = {
  words: 'a number',
  form: 'write a decimal number',
  comparators: allComparators,
  takesWildcards: false,
  parse,
  read(json) {
    if (typeof json === 'number') return Number.isNaN(json) ? undefined : json
    return typeof json === 'string' ? parse(json) : undefined
  },
  compare: compareBySign,
  default: 0,
  // A literal beyond the largest double is infinite.
  canonical: (value) => String(value).replace('Infinity', '1e999'),
}
