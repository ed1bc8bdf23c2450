import {
  splitList,
  withoutQuotes,
  writeAlternatives,
  writeRestriction,
  writeSearch,
  writeValue,
} from './filter-text.ts'

/*
 * Words that compare in other languages, `name in (a, b)` and `name LIKE 'x%'`, and what means the same here.
 */

/** A comparison in the words of another language, found in the text of a filter. */
export interface Phrase {
  readonly start: number
  readonly end: number
  /** The restriction that means it; undefined where the field takes no such value. */
  readonly proposed: string | undefined
}

interface Operands {
  readonly field: string
  /** What compares with one value: `:` where the field is repeated, else `=`. */
  readonly comparator: '=' | ':'
  readonly values: readonly [string, ...string[]]
}

const one = ({ values }: Operands): string => values[0]
const compareWith =
  (comparator: string) =>
  (operands: Operands): string =>
    writeRestriction(operands.field, comparator, writeValue(one(operands)))
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
  gt: compareWith('>'),
  gte: compareWith('>='),
  ge: compareWith('>='),
  lt: compareWith('<'),
  lte: compareWith('<='),
  le: compareWith('<='),
} as const satisfies Readonly<Record<string, (operands: Operands) => string>>

type Word = keyof typeof meanings

const isWord = (text: string): text is Word => Object.hasOwn(meanings, text)

interface CallField {
  /** As it is written. */
  readonly field: string
  readonly comparator: Operands['comparator']
  /** What the field is; undefined where that is not known. */
  readonly sort: PhraseSort | undefined
}

/**
 * What `contains(name, x)` and `name.contains(x)` mean; undefined for a function without a counterpart, and for one whose
 * counterpart the field does not accept.
 */
export function proposeForCall(
  name: string,
  { field, comparator, sort }: CallField,
  [first, ...others]: readonly string[],
): string | undefined {
  const known = name.toLowerCase()
  if (known === 'has' || known === 'exists') return `${field}:*`
  if (first === undefined || !isWord(known)) return undefined
  return meaningOf(known, { field, comparator, values: [first, ...others] }, sort)
}

const space = '[ \\t\\r\\n\\f]'
const quoted = `"(?:\\\\[^]|[^"\\\\])*"|'(?:\\\\[^]|[^'\\\\])*'`
const phrase = new RegExp(
  `${space}+(?:(not)${space}+)?(is${space}+not|starts${space}+with|ends${space}+with|${Object.keys(meanings).join('|')})` +
    `(?:${space}*[([{]([^()[\\]{}]*)[)\\]}]|${space}+(?:(${quoted})|([^\\s()"']+)))`,
  'iy',
)

const between = new RegExp(`${space}+between${space}+([^\\s()"']+)${space}+and${space}+([^\\s()"']+)`, 'iy')
const exists = new RegExp(`${space}+(?:(not)${space}+)?exists(?![^\\s()])`, 'iy')

interface PhraseSort {
  readonly repeated: boolean
  readonly takesWildcards: boolean
  readonly takesPatterns: boolean
}

interface PhraseField {
  /** As it is written. */
  readonly field: string
  /** Where it ends. */
  readonly end: number
  /** What the field is; undefined where that is not known. */
  readonly sort: PhraseSort | undefined
  /** Whether a word names a map, or a list of scalars, that may hold the field's name: `x in users`. */
  readonly holdsValues?: (word: string) => boolean
}

/** The comparison in words that begins with a field. */
export function readPhrase(source: string, { field, end, sort, holdsValues }: PhraseField): Phrase | undefined {
  const start = end - field.length
  const [, least, greatest] = execAt(between, source, end) ?? []
  if (least !== undefined) {
    return { start, end: between.lastIndex, proposed: `${field} >= ${least} AND ${field} <= ${String(greatest)}` }
  }
  const present = execAt(exists, source, end)
  if (present !== null)
    return { start, end: exists.lastIndex, proposed: `${present[1] === undefined ? '' : '-'}${field}:*` }
  const found = execAt(phrase, source, end)
  if (found === null) return undefined
  const [, not = '', operator = '', list, text, bare = ''] = found
  const [first, ...others] = (list === undefined ? [text ?? bare] : splitList(list)).map(withoutQuotes)
  if (first === undefined) return undefined
  const comparator = sort?.repeated === true ? (':' as const) : ('=' as const)
  const isNot = not !== '' || /not$/i.test(operator)
  // The pattern is made from the words.
  const word = operator
    .replace(/\s+not$/i, '')
    .replace(/\s+(?=with$)/i, '')
    .toLowerCase() as Word
  const isMember = word === 'in' && list === undefined && holdsValues?.(first) === true
  const proposed = isMember
    ? `${isNot ? '-' : ''}${first}:${field}`
    : proposeFor(word, isNot, { field, comparator, values: [first, ...others] }, sort)
  return { start, end: phrase.lastIndex, proposed }
}

function execAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

/** The counterpart of a word; undefined where the field accepts no pattern, or no wildcard. */
function meaningOf(word: Word, operands: Operands, sort: PhraseSort | undefined): string | undefined {
  if (sort?.takesPatterns === false && (word === 'matches' || word === 'regexp')) return undefined
  const meaning = meanings[word](operands)
  return sort?.takesWildcards === false && meaning.includes('*') ? undefined : meaning
}

function proposeFor(word: Word, isNot: boolean, operands: Operands, sort: PhraseSort | undefined): string | undefined {
  if (word === 'is' && /^null$/i.test(one(operands))) return `${isNot ? '' : '-'}${operands.field}:*`
  const proposed = meaningOf(word, operands, sort)
  if (!isNot || proposed === undefined) return proposed
  return proposed.includes(' eq ') ? proposed.replace(' eq ', ' ne ') : `NOT ${proposed}`
}
