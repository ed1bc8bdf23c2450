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
  readonly values: readonly string[]
}

const one = ({ values }: Operands): string => values[0] ?? ''
const wildcards = (operands: Operands, text: string): string =>
  writeRestriction(operands.field, operands.comparator, writeValue(text))

const meanings: Readonly<Record<string, (operands: Operands) => string>> = {
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
  matches: ({ field, values }) => writeRestriction(field, 'eq', writeSearch(values[0] ?? '')),
  regexp: ({ field, values }) => writeRestriction(field, 'eq', writeSearch(values[0] ?? '')),
}

/** What `contains(name, x)` and `name.contains(x)` mean; undefined for a function that has no counterpart. */
export function proposeForCall(name: string, operands: Operands): string | undefined {
  const known = name.toLowerCase()
  if (known === 'has' || known === 'exists') return `${operands.field}:*`
  return Object.hasOwn(meanings, known) && operands.values.length > 0 ? meanings[known]?.(operands) : undefined
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
  const [, not = '', operator = '', list, text, word] = found
  const values = (list?.split(list.includes(',') ? ',' : /\s+(?:OR\s+)?/) ?? [text ?? word ?? '']).map(withoutQuotes)
  const isNot = not !== '' || /not$/i.test(operator)
  const meant = proposeFor(operator.replace(/\s+not$/i, '').toLowerCase(), isNot, {
    field,
    comparator: isRepeated ? ':' : '=',
    values: values.filter((value) => value !== ''),
  })
  return meant === undefined ? undefined : { start: end - field.length, end: phrase.lastIndex, proposed: meant }
}

function proposeFor(operator: string, isNot: boolean, operands: Operands): string | undefined {
  if (operator === 'is' && /^null$/i.test(one(operands))) return `${isNot ? '' : '-'}${operands.field}:*`
  const proposed = meanings[operator]?.(operands)
  if (proposed === undefined || !isNot) return proposed
  return operator === 'matches' || operator === 'regexp' ? proposed.replace(' eq ', ' ne ') : `NOT ${proposed}`
}

function withoutQuotes(text: string): string {
  const [, double, single] = /^(?:"([^]*)"|'([^]*)')$/.exec(text.trim()) ?? []
  return double ?? single ?? text.trim()
}
