import type { Span } from '../src/ast/index.ts'
import {
  advise,
  adviseIf,
  type FieldSort,
  type Help,
  insert,
  proposal,
  propose,
  readPhrase,
  replace,
  splitList,
  writeAlternatives,
  writeName,
  writeQuoted,
  writeRestriction,
} from '../src/diagnostics/index.ts'
import { isValueText } from './characters.ts'
import { lastOf } from './nesting.ts'
import { endOf, spanOf } from './spans.ts'
import { type BegunRestriction, begunRestriction, type Situation } from './situation.ts'
import * as tokens from './tokens.ts'

/* Help for values that are not valid as written. */

/** Help for a value that needs quotes, or means something else. */
export function helpForOddValue(situation: Situation): Help {
  const begun = begunRestriction(situation)
  const { image } = situation.at
  if (begun !== undefined && /^\d{4}-\d\d-\d\dT\d\d$/i.test(begun.field)) return helpForTimeAsField(situation, begun)
  return (
    helpForTime(situation) ??
    (begun && helpForMeant(situation, begun)) ??
    helpForVariable(image) ??
    quote(image, spanOf(situation.at))
  )
}

const helpForMeant = (situation: Situation, begun: BegunRestriction): Help | undefined =>
  helpForKeys(situation, wholeWord(situation), begun) ??
  helpForNothing(situation, begun) ??
  helpForList(situation, begun)

const helpForVariable = (run: string): string | undefined =>
  /\$\{[^{}]*\}/.test(run) ? 'a variable has not been replaced by its value' : undefined

const quote = (run: string, span: Span): Help => propose({ span, text: inQuotes(run), lead: 'put it in quotes:' })

/** Help for a backslash outside quotes that begins no escape. */
export function helpForBackslash(situation: Situation, first: number): Help {
  const { image, startOffset } = situation.at
  const escaped = situation.source.charAt(startOffset + first + 1)
  if (escaped === '' || /[\w\\]/.test(escaped)) return quote(image, spanOf(situation.at))
  const { text, span } = wholeWord(situation)
  const plain = text.replace(/\\([^\w\\])/g, '$1')
  return propose({ span, text: isValueText(plain) ? plain : writeQuoted(plain), lead: 'remove the backslash:' })
}

/** Help for a word that runs into a quote, as a value. */
export function helpForGluedValue(situation: Situation): Help {
  const begun = begunRestriction(situation)
  const { text, span } = wholeWord(situation)
  const proposed = begun && helpForMeant(situation, begun)
  if (proposed !== undefined) return proposed
  if (/^[^"']*["'][^"']*$/.test(text)) return quote(text, span)
  return advise('put the whole word in quotes', [replace(span, inQuotes(text))], false)
}

/** Help for something directly behind a quoted value: a key and its value, or a quote that is doubled. */
export function helpForGluedString(situation: Situation): Help {
  const { source, at } = situation
  const end = endOf(at)
  const quoteMark = at.image.charAt(0)
  if (source.charAt(end) === quoteMark) {
    const doubled = { start: end - 1, end: end + 1 }
    return advise(`inside quotes, write ${proposal(`\\${quoteMark}`)} for a quote`, [
      replace(doubled, `\\${quoteMark}`),
    ])
  }
  const begun = begunRestriction(situation)
  return (begun && helpForKeys(situation, wholeWord(situation), begun)) ?? spaceAfterQuote(situation)
}

/** Help for a quoted text that runs into the next word. */
export function spaceAfterQuote({ source, at }: Situation): Help {
  const end = endOf(at)
  const isKeyword = /^(?:AND|OR|NOT)(?![\w.-])/.test(source.slice(end, end + 5))
  return advise('put white space after the closing quote', [insert(end, ' ')], isKeyword)
}

/** The same value in quotes. A backslash before a letter is meant as one, since no writer of escapes forgets quotes. */
function inQuotes(run: string): string {
  const text = run.replace(/\\(?:[^]|$)/g, (found) => (/[\\"'?*.:=<>+~`]/.test(found.charAt(1)) ? found : `\\${found}`))
  return text.includes('"') ? `'${text}'` : `"${text}"`
}

interface Word {
  readonly text: string
  readonly span: Span
}

/** From the error to the next white space or parenthesis outside quotes and braces. */
const wholeWord = ({ source, at }: Situation): Word => wordAt(source, at.startOffset)

function wordAt(source: string, start: number): Word {
  const rest = source.slice(start)
  const text = rest.slice(0, rest.length - rest.replace(leadingWord, '').length)
  return { text, span: { start, end: start + text.length } }
}

const leadingWord = /^(?:\\[^]|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\{[^{}()]*\}|[^ \t\r\n\f()])*/

const keyed = /^["']?([^\s:=<>!~{}"'()[\],]+)["']?[ \t]*[:=]+(?!\/\/)[ \t]*([^]*)$/

/** `labels:env=prod` and `labels:{env:prod,a:b}` are `labels.env = prod`, for messages likewise. */
function helpForKeys({ source }: Situation, { text: word, span }: Word, begun: BegunRestriction): Help | undefined {
  const { sort, start, isComposite } = begun
  if (isComposite || (sort?.type !== 'map' && sort?.type !== 'message')) return undefined
  const inside = /^\{([^{}]*)\}$/.exec(word)?.[1]
  const pairs = (inside === undefined ? [word] : inside.split(',')).map((pair) => writePair(pair.trim(), begun, sort))
  if (!pairs.every((pair) => pair !== undefined)) return undefined
  const proposed = propose({
    span: { start, end: span.end },
    text: pairs.join(begun.comparator === '!=' ? ' OR ' : ' AND '),
    source,
  })
  return adviseIf(source.charAt(span.end) !== '(', proposed)
}

function writePair(pair: string, { field, comparator }: BegunRestriction, sort: FieldSort): string | undefined {
  const [, key, text = ''] = keyed.exec(pair) ?? []
  if (key === undefined) return undefined
  const path = `${field}.${sort.type === 'map' ? writeName(key) : key}`
  const value = readWord(text)
  const restriction = value === '' ? `${path}:*` : writeRestriction(path, sort.repeated ? ':' : '=', value)
  return comparator === '!=' ? `NOT ${restriction}` : restriction
}

/** `[]` and `{}`, for what is empty. */
function helpForNothing(
  { source, at }: Situation,
  { start, field, comparator, isComposite }: BegunRestriction,
): Help | undefined {
  if (isComposite || !/^(?:\[\]|\{\})$/.test(at.image)) return undefined
  const isUnequal = comparator === '!='
  return propose({
    span: { start, end: endOf(at) },
    text: `${isUnequal ? '' : 'NOT '}${field}:*`,
    source,
    lead: `to test whether it is ${isUnequal ? 'set' : 'unset'}, write`,
  })
}

/** A value as it may be written: quotes stay, and what needs them gets them. */
export function readWord(text: string): string {
  if (/^"(?:\\[^]|[^"\\])*"$|^'(?:\\[^]|[^'\\])*'$/.test(text)) return text
  return text === '' || isValueText(text) ? text : writeQuoted(text)
}

/** `[a, b]` and `{a}` are lists of other languages. */
function helpForList(
  { source, at }: Situation,
  { start, names, comparator, sort, isComposite }: BegunRestriction,
): Help | undefined {
  const [list = '', brackets, braces] = /^(?:\[([^[\]]+)\]|\{([^{}:=]+)\})/.exec(source.slice(at.startOffset)) ?? []
  const values = splitList(brackets ?? braces ?? '').map(readWord)
  if (values.length === 0) return undefined
  const end = at.startOffset + list.length
  const words = { source, lead: 'for several values, write', rest: '; to write brackets as text, use quotes' }
  if (isComposite) {
    const joined = values.join(' OR ')
    const text = values.length === 1 ? joined : `(${joined})`
    return propose({ ...words, span: { start: at.startOffset, end }, text, isPreferred: comparator !== '!=' })
  }
  const text = writeAlternatives(names.map(writeName).join('.'), hasFor(comparator, sort), values)
  return propose({ ...words, span: { start, end }, text })
}

/** Repeated fields take `:` in place of `=`. */
export const hasFor = (comparator: string, sort: BegunRestriction['sort']): string =>
  sort?.repeated && comparator === '=' ? ':' : comparator

/** A date and a time with a space between them. */
function helpForTime({ source, at }: Situation): Help | undefined {
  const end = endOf(at)
  const found = dateAndTime.exec(source.slice(0, end).slice(-maxLookBehind))
  if (found === null) return undefined
  const [text, date = '', time = '', offset = 'Z'] = found
  if (!isDateAndTime.test(date + time)) return 'write date, time and offset, as in `2025-01-31T12:00:00Z`'
  return propose({ span: { start: end - text.length, end }, text: `${date}T${time}${offset}` })
}

const dateAndTime = /(\d{4}-\d\d-\d\d)[ \t]+(\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)?$/

/** No month 13, no day 32, no hour 24 and no minute 60. */
const isDateAndTime = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])(?::[0-5]\d){2}/

/** `at between 2024-01-01T00:00:00Z and …`: a time behind a word that compares in other languages. */
function helpForTimeAsField({ source, sortOf }: Situation, { start }: BegunRestriction): Help {
  const before = source.slice(0, start).slice(-maxLookBehind)
  const [text = '', field = ''] = /(\w[\w.-]*)[ \t\r\n\f]+(?:not[ \t\r\n\f]+)?\w+[ \t\r\n\f]+$/i.exec(before) ?? []
  const end = start - text.length + field.length
  const meant = readPhrase(source, { field, names: field.split('.'), end, sortOf })
  return meant?.counterpart === undefined
    ? 'write the field and a comparator before a timestamp'
    : propose({ ...meant.counterpart, span: meant, source })
}

/** How much text is looked at, in UTF-16 units. */
const maxLookBehind = 1000

/** `labels:env = prod` is `labels.env = prod`, and `labels:env != prod` its negation: a comparator behind a value. */
export function helpForSecondComparator(situation: Situation): Help | undefined {
  const { source, at, before } = situation
  const begun = begunRestriction(situation)
  const last = lastOf(before, tokens.Value)
  if (begun === undefined || last === undefined || /[<>]/.test(at.image)) return undefined
  const isUnequal = at.image === '!='
  if (isUnequal && begun.comparator === '!=') return undefined
  const end = endOf(at)
  const space = source.slice(end).search(/[^ \t\r\n\f]|$/)
  const { text, span } = wordAt(source, end + space)
  return helpForKeys(
    situation,
    { text: `${last.image}=${text}`, span },
    isUnequal ? { ...begun, comparator: '!=' } : begun,
  )
}
