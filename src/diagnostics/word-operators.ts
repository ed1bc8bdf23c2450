import { writeAlternatives, writeRestriction, writeSearch, writeValue } from './filter-text.ts'

/*
 * Words that compare in other languages, `name in (a, b)` and `name LIKE 'x%'`, and what means the same here.
 */

/** A comparison in the words of another language, found in the text of a filter. */
export interface Phrase {
  readonly start: number
  readonly end: number
  /** The restriction that means it. */
  readonly proposed: string
}

interface Operands {
  readonly field: string
  /** What compares with one value: `:` where the field is repeated, else `=`. */
  readonly comparator: '=' | ':'
  readonly values: readonly [string, ...string[]]
}

const one = ({ values }: Operands): string => values[0]
const wildcards = (operands: Operands, text: string): string =>
  writeRestriction(operands.field, operands.comparator, writeValue(text))

const meanings = {
  in: ({ field, comparator, values }) => writeAlternatives(field, comparator, values.map(writeValue)),
  is: (operands) => wildcards(operands, one(operands)),
  equals: (operands) => wildcards(operands, one(operands)),
  like: (operands) => wildcards(operands, one(operands).replaceAll('%', '*')),
  ilike: (operands) => wildcards(operands, one(operands).replaceAll('%', '*')),
  contains: (operands) => wildcards(operands, `*${one(operands)}*`),
  includes: (operands) => wildcards(operands, `*${one(operands)}*`),
  startswith: (operands) => wildcards(operands, `${one(operands)}*`),
  starts_with: (operands) => wildcards(operands, `${one(operands)}*`),
  endswith: (operands) => wildcards(operands, `*${one(operands)}`),
  ends_with: (operands) => wildcards(operands, `*${one(operands)}`),
  matches: ({ field, values }) => writeRestriction(field, 'eq', writeSearch(values[0])),
  regexp: ({ field, values }) => writeRestriction(field, 'eq', writeSearch(values[0])),
} as const satisfies Readonly<Record<string, (operands: Operands) => string>>

type Word = keyof typeof meanings

const isWord = (text: string): text is Word => Object.hasOwn(meanings, text)

/** What `contains(name, x)` and `name.contains(x)` mean; undefined for a function that has no counterpart. */
export function proposeForCall(
  name: string,
  field: string,
  comparator: Operands['comparator'],
  [first, ...others]: readonly string[],
): string | undefined {
  const known = name.toLowerCase()
  if (known === 'has' || known === 'exists') return `${field}:*`
  if (first === undefined || !isWord(known)) return undefined
  return meanings[known]({ field, comparator, values: [first, ...others] })
}

const space = '[ \\t\\r\\n\\f]'
const quoted = `"(?:\\\\[^]|[^"\\\\])*"|'(?:\\\\[^]|[^'\\\\])*'`
const phrase = new RegExp(
  `${space}+(?:(not)${space}+)?(is${space}+not|${Object.keys(meanings).join('|')})` +
    `(?:${space}*[([{]([^()[\\]{}]*)[)\\]}]|${space}+(?:(${quoted})|([^\\s()"']+)))`,
  'iy',
)

/**
 * The comparison in words that begins with the field that ends at `end`.
 *
 * @param field the field as it is written, which ends there
 */
export function readPhrase(source: string, field: string, end: number, isRepeated: boolean): Phrase | undefined {
  phrase.lastIndex = end
  const found = phrase.exec(source)
  if (found === null) return undefined
  const [, not = '', operator = '', list, text, bare] = found
  const values = list?.split(list.includes(',') ? ',' : /\s+(?:OR\s+)?/) ?? [text ?? String(bare)]
  const [first, ...others] = values.map(withoutQuotes).filter((value) => value !== '')
  if (first === undefined) return undefined
  const operands = {
    field,
    comparator: isRepeated ? (':' as const) : ('=' as const),
    values: [first, ...others] as const,
  }
  const isNot = not !== '' || /not$/i.test(operator)
  // The pattern is made from the words.
  const word = operator.replace(/\s+not$/i, '').toLowerCase() as Word
  return { start: end - field.length, end: phrase.lastIndex, proposed: proposeFor(word, isNot, operands) }
}

function proposeFor(word: Word, isNot: boolean, operands: Operands): string {
  if (word === 'is' && /^null$/i.test(one(operands))) return `${isNot ? '' : '-'}${operands.field}:*`
  const proposed = meanings[word](operands)
  if (!isNot) return proposed
  return proposed.includes(' eq ') ? proposed.replace(' eq ', ' ne ') : `NOT ${proposed}`
}

function withoutQuotes(text: string): string {
  const [, double, single] = /^(?:"([^]*)"|'([^]*)')$/.exec(text.trim()) ?? []
  return double ?? single ?? text.trim()
}
