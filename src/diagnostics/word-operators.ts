import type { AipComparator } from '../ast/index.ts'
import type { FieldSort, SortOf } from './field-sort.ts'
import {
  splitList,
  withoutQuotes,
  writeAlternatives,
  writeRestriction,
  writeSearch,
  writeValue,
  writeWildcards,
} from './filter-text.ts'

/*
 * Words that compare in other languages, `name in (a, b)` and `name LIKE 'x%'`, and what means the same here.
 */

/** A restriction that means the same. */
export interface Counterpart {
  readonly text: string
  /** Nothing of what is written may be lost, so that it may be put in its place unasked. */
  readonly isPreferred: boolean
}

/** A comparison in the words of another language, found in the text of a filter. */
export interface Phrase {
  readonly start: number
  readonly end: number
  /** Undefined where the field takes no such value. */
  readonly counterpart: Counterpart | undefined
}

interface Operands {
  readonly field: string
  /** What compares with one value: `:` where the field is repeated, else `=`. */
  readonly comparator: '=' | ':'
  readonly values: readonly [string, ...string[]]
  /** What the field is; undefined where that is not known. */
  readonly sort: FieldSort | undefined
}

interface Meaning {
  /** By default that of the field. */
  readonly comparator?: AipComparator
  /** The value, in which `*` is a wildcard. */
  readonly write?: (text: string) => string
  /** What the value cannot say. */
  readonly loses?: RegExp
}

const part: Meaning = { write: (text) => `*${text}*`, loses: /\*/ }
const beginning: Meaning = { write: (text) => `${text}*`, loses: /\*/ }
const ending: Meaning = { write: (text) => `*${text}`, loses: /\*/ }
const withWildcards = (text: string): string => text.replaceAll('%', '*')

const meanings = {
  in: {},
  is: {},
  equals: {},
  // Any character is `_`, and `ILIKE` ignores case.
  like: { write: withWildcards, loses: /[*_]/ },
  ilike: { write: withWildcards, loses: /[*_\p{L}]/u },
  contains: part,
  includes: part,
  startswith: beginning,
  starts_with: beginning,
  endswith: ending,
  ends_with: ending,
  gt: { comparator: '>' },
  gte: { comparator: '>=' },
  ge: { comparator: '>=' },
  lt: { comparator: '<' },
  lte: { comparator: '<=' },
  le: { comparator: '<=' },
} as const satisfies Readonly<Record<string, Meaning>>

const searches = ['matches', 'regexp'] as const

type Search = (typeof searches)[number]
type Word = keyof typeof meanings | Search

const isSearch = (text: string): text is Search => searches.some((search) => search === text)
const isWord = (text: string): text is Word => Object.hasOwn(meanings, text) || isSearch(text)

/**
 * What `contains(name, x)` and `name.contains(x)` mean; undefined for a function without a counterpart, for one whose
 * counterpart the field does not accept, and for a call with other arguments than one value, or for `in` several.
 */
export function proposeForCall(
  name: string,
  field: Omit<Operands, 'values'>,
  [first, ...others]: readonly string[],
): Counterpart | undefined {
  const known = name.toLowerCase()
  if (first === undefined) return known === 'has' || known === 'exists' ? exactly(`${field.field}:*`) : undefined
  return isWord(known) ? proposeFor(known, false, { ...field, values: [first, ...others] }) : undefined
}

const exactly = (text: string): Counterpart => ({ text, isPreferred: true })

const space = '[ \\t\\r\\n\\f]'
const quoted = `"(?:\\\\[^]|[^"\\\\])*"|'(?:\\\\[^]|[^'\\\\])*'`
const bareText = `[^\\s()"']+`
const isAndNot = `${space}+(?:is${space}+)?(?:(not)${space}+)?`
const words = [...Object.keys(meanings), ...searches].join('|')
const phrase = new RegExp(
  `${isAndNot}(is${space}+not|starts${space}+with|ends${space}+with|${words})` +
    `(?:${space}*[([{]([^()[\\]{}]*)[)\\]}]|${space}+(?:(${quoted})|(${bareText})))`,
  'iy',
)

const limit = `(${quoted}|${bareText})`
const between = new RegExp(`${isAndNot}between${space}+${limit}${space}+and${space}+${limit}`, 'iy')
const exists = new RegExp(`${space}+(?:(not)${space}+)?exists(?![^\\s()])`, 'iy')

interface PhraseField {
  /** As it is written. */
  readonly field: string
  /** Where it ends. */
  readonly end: number
  readonly sortOf: SortOf
  /** The path of the field. */
  readonly names: readonly string[]
}

/** The comparison in words that begins with a field. */
export function readPhrase(source: string, { field, names, end, sortOf }: PhraseField): Phrase | undefined {
  const start = end - field.length
  const sort = sortOf(names)
  const range = execAt(between, source, end)
  if (range !== null) {
    const limits = range.slice(2).map(withoutQuotes) as [string, string]
    return { start, end: between.lastIndex, counterpart: proposeRange(field, range[1] !== undefined, limits, sort) }
  }
  const present = execAt(exists, source, end)
  if (present !== null) {
    const counterpart = exactly(`${present[1] === undefined ? '' : '-'}${field}:*`)
    return { start, end: exists.lastIndex, counterpart }
  }
  const found = execAt(phrase, source, end)
  if (found === null) return undefined
  const [, not = '', operator = '', list, text, bare = ''] = found
  const [first, ...others] = (list === undefined ? [text ?? bare] : splitList(list)).map(withoutQuotes)
  if (first === undefined) return undefined
  const isNot = not !== '' || /not/i.test(operator)
  // The pattern is made from the words.
  const word = operator
    .replace(/\s+not$/i, '')
    .replace(/\s+(?=with$)/i, '')
    .toLowerCase() as Word
  const comparator = sort?.repeated === true ? (':' as const) : ('=' as const)
  const operands: Operands = { field, comparator, values: [first, ...others], sort }
  const container = word === 'in' ? sortOf(bare.split('.')) : undefined
  const counterpart =
    container === undefined ? proposeFor(word, isNot, operands) : proposeMember(isNot, operands, container)
  return { start, end: phrase.lastIndex, counterpart }
}

/** `x in users`, where `users` is a field. */
function proposeMember(isNot: boolean, operands: Operands, container: FieldSort): Counterpart | undefined {
  const { field, values, sort } = operands
  const value = withoutQuotes(field)
  if (container.type === 'map' || container.repeated) {
    return container.accepts(':', value) ? exactly(`${isNot ? '-' : ''}${values[0]}:${field}`) : undefined
  }
  if (sort !== undefined) return proposeFor('in', isNot, operands)
  // A text may be a part of another.
  if (container.type === 'string') return undefined
  return proposeFor('in', isNot, { field: values[0], comparator: '=', values: [value], sort: container })
}

function proposeRange(
  field: string,
  isNot: boolean,
  [least, greatest]: readonly [string, string],
  sort: FieldSort | undefined,
): Counterpart | undefined {
  if (sort?.accepts('>=', least) === false || sort?.accepts('<=', greatest) === false) return undefined
  const range = `${field} >= ${writeValue(least)} AND ${field} <= ${writeValue(greatest)}`
  return exactly(isNot ? `NOT (${range})` : range)
}

function execAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

/** The counterpart of a word; undefined where the field does not accept it, or it would leave out a value. */
function proposeFor(word: Word, isNot: boolean, operands: Operands): Counterpart | undefined {
  const { field, values, sort } = operands
  const [text, ...others] = values
  if (word === 'is' && /^null$/i.test(text)) return exactly(`${isNot ? '' : '-'}${field}:*`)
  if (isNameInQuotes(operands) || (others.length > 0 && word !== 'in')) return undefined
  // `name is like`: a value is missing.
  if (word === 'is' && isWord(text.toLowerCase())) return undefined
  if (isSearch(word)) return proposeSearch(isNot, operands)
  const meaning: Meaning = meanings[word]
  const { comparator = operands.comparator, write = (value: string) => value, loses } = meaning
  const written = values.map(write)
  if (!written.every((value) => sort?.accepts(comparator, value) ?? true)) return undefined
  const restriction = writeAlternatives(field, comparator, written.map(writeValue))
  // A backslash may be part of an escape.
  const isPreferred = !values.some((value) => value.includes('\\') || loses?.test(value))
  return { text: isNot ? `NOT ${restriction}` : restriction, isPreferred }
}

/** A text in quotes is a value rather than a field, unless there is a field of that name. */
const isNameInQuotes = ({ field, sort }: Operands): boolean => sort === undefined && /^["']/.test(field)

/** A pattern matches a whole field; arrays are compared with wildcards. */
function proposeSearch(isNot: boolean, { field, comparator, values, sort }: Operands): Counterpart | undefined {
  if (comparator === '=' && sort?.takesPatterns !== false) {
    return exactly(writeRestriction(field, isNot ? 'ne' : 'eq', writeSearch(values[0])))
  }
  const wildcards = writeWildcards(values[0])
  if (wildcards === undefined || sort?.accepts(':', wildcards) === false) return undefined
  return exactly(`${isNot ? 'NOT ' : ''}${writeRestriction(field, ':', wildcards)}`)
}
