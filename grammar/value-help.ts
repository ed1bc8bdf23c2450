import { type IToken, tokenMatcher } from 'chevrotain'
import {
  proposal,
  splitList,
  writeAlternatives,
  writeName,
  writeQuoted,
  writeRestriction,
} from '../src/diagnostics/index.ts'
import { isValueText } from './characters.ts'
import { innermostOpen } from './nesting.ts'
import { endOf } from './spans.ts'
import { type BegunRestriction, begunRestriction, type Situation } from './situation.ts'
import * as tokens from './tokens.ts'

/* Help for values that are not valid as written. */

/** Help for a value that needs quotes, or means something else. */
export function helpForOddValue(situation: Situation): string {
  const run = situation.at.image
  const begun = begunRestriction(situation)
  return helpForTime(situation) ?? (begun && helpForMeant(situation, begun)) ?? helpForVariable(run) ?? quote(run)
}

const helpForMeant = (situation: Situation, begun: BegunRestriction): string | undefined =>
  helpForKeys(wholeWord(situation), begun) ?? helpForNothing(situation, begun) ?? helpForList(situation, begun)

const helpForVariable = (run: string): string | undefined =>
  /\$\{[^{}]*\}/.test(run) ? 'a variable has not been replaced by its value' : undefined

export const quote = (run: string): string => `put it in quotes: ${proposal(inQuotes(run))}`

/** Help for a backslash outside quotes that begins no escape. */
export function helpForBackslash(situation: Situation, first: number): string {
  const { image } = situation.at
  const escaped = situation.source.charAt(situation.at.startOffset + first + 1)
  if (escaped === '' || /[\w\\]/.test(escaped)) return quote(image)
  const text = wholeWord(situation).replace(/\\([^\w\\])/g, '$1')
  return `leave the backslash out: ${proposal(isValueText(text) ? text : writeQuoted(text))}`
}

/** Help for a word that runs into a quote, as a value. */
export function helpForGluedValue(situation: Situation): string {
  const begun = begunRestriction(situation)
  const text = wholeWord(situation)
  const proposed = begun && helpForMeant(situation, begun)
  return proposed ?? (/^[^"']*["'][^"']*$/.test(text) ? quote(text) : 'put the whole word in quotes')
}

/** Help for something directly behind a quoted value: a key and its value, or a quote that is doubled. */
export function helpForGluedString(situation: Situation): string {
  const { source, at } = situation
  const quoteMark = at.image.charAt(0)
  if (source.charAt(endOf(at)) === quoteMark) return `inside of quotes write ${proposal(`\\${quoteMark}`)} for a quote`
  const begun = begunRestriction(situation)
  return (begun && helpForKeys(wholeWord(situation), begun)) ?? 'put white space after the closing quote'
}

/** The same value in quotes. A backslash before a letter is meant as one, since no writer of escapes forgets quotes. */
function inQuotes(run: string): string {
  const text = run.replace(/\\(?:[^]|$)/g, (found) => (/[\\"'?*.:=<>+~`]/.test(found.charAt(1)) ? found : `\\${found}`))
  return text.includes('"') ? `'${text}'` : `"${text}"`
}

/** From the error to the next white space or parenthesis outside quotes and braces. */
function wholeWord({ source, at }: Situation): string {
  return wordAt(source.slice(at.startOffset))
}

const wordAt = (text: string): string => text.slice(0, text.length - text.replace(leadingWord, '').length)

const leadingWord = /^(?:\\[^]|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\{[^{}()]*\}|[^ \t\r\n\f()])*/

const keyed = /^["']?([^\s:=<>!~{}"'()[\],]+)["']?[ \t]*[:=]+(?!\/\/)[ \t]*([^]*)$/

/** `labels:env=prod` and `labels:{env:prod,a:b}` are `labels.env = prod`, for messages likewise. */
function helpForKeys(word: string, begun: BegunRestriction): string | undefined {
  const { sort } = begun
  if (sort?.type !== 'map' && sort?.type !== 'message') return undefined
  const inside = /^\{([^{}]*)\}$/.exec(word)?.[1]
  const pairs = (inside === undefined ? [word] : inside.split(',')).map((pair) => writePair(pair.trim(), begun))
  return pairs.every((pair) => pair !== undefined) ? `write ${proposal(pairs.join(' AND '))}` : undefined
}

function writePair(pair: string, { field, sort }: BegunRestriction): string | undefined {
  const [, key, text = ''] = keyed.exec(pair) ?? []
  if (key === undefined) return undefined
  const path = `${field}.${sort?.type === 'map' ? writeName(key) : key}`
  const value = readWord(text)
  return value === '' ? `${path}:*` : writeRestriction(path, sort?.repeated ? ':' : '=', value)
}

/** `[]` and `{}`, for what is empty. */
function helpForNothing({ at }: Situation, { field, comparator }: BegunRestriction): string | undefined {
  if (!/^(?:\[\]|\{\})$/.test(at.image)) return undefined
  const isUnequal = comparator === '!='
  return `to ask whether it is ${isUnequal ? 'set' : 'unset'} write ${proposal(`${isUnequal ? '' : 'NOT '}${field}:*`)}`
}

/** A value as it may be written: quotes stay, and what needs them gets them. */
function readWord(text: string): string {
  if (/^"(?:\\[^]|[^"\\])*"$|^'(?:\\[^]|[^'\\])*'$/.test(text)) return text
  return text === '' || isValueText(text) ? text : writeQuoted(text)
}

/** `[a, b]` and `{a}` are lists of other languages. */
function helpForList({ source, at }: Situation, { names, comparator, sort }: BegunRestriction): string | undefined {
  const [, brackets, braces] = /^(?:\[([^[\]]+)\]|\{([^{}:=]+)\})/.exec(source.slice(at.startOffset)) ?? []
  const values = splitList(brackets ?? braces ?? '').map(readWord)
  if (values.length === 0) return undefined
  const field = names.map(writeName).join('.')
  const list = proposal(writeAlternatives(field, hasFor(comparator, sort), values))
  return `several values are written ${list}; for brackets as text use quotes`
}

/** Repeated fields take `:` in place of `=`. */
const hasFor = (comparator: string, sort: BegunRestriction['sort']): string =>
  sort?.repeated && comparator === '=' ? ':' : comparator

/** A date and a time with a space between them. */
function helpForTime({ source, at }: Situation): string | undefined {
  const text = source.slice(0, endOf(at))
  const found = /(\d{4}-\d\d-\d\d)[ \t]+(\d\d:\d\d:\d\d(?:\.\d{1,9})?)Z?$/.exec(text)
  return found === null ? undefined : `write ${proposal(`${String(found[1])}T${String(found[2])}Z`)}`
}

const beforeRestriction =
  /^,[ \t\r\n\f]*(?:NOT[ \t\r\n\f]+|-)?[\w-]+(?:\.(?:[\w-]+|"[^"]*"|'[^']*'))*[ \t\r\n\f]*(?:[=:<>!~]|(?:eq|ne)[ \t\r\n\f])/

/** `labels:env = prod` is `labels.env = prod`: a comparator behind a value. */
export function helpForSecondComparator(situation: Situation): string | undefined {
  const { source, at, before } = situation
  const begun = begunRestriction(situation)
  const last = before.at(-1)
  if (begun === undefined || last === undefined || !tokenMatcher(last, tokens.Value)) return undefined
  const value = source.slice(endOf(at)).replace(/^[ \t\r\n\f]+/, '')
  return helpForKeys(`${last.image}=${wordAt(value)}`, begun)
}

/** Help for a comma outside parentheses. */
export function helpForComma(situation: Situation): string {
  const { source, at, before } = situation
  const rest = source.slice(at.startOffset)
  if (before.some((token) => tokenMatcher(token, tokens.RegexComparator))) {
    return 'clauses stand side by side, each in parentheses: `(a eq x) (b eq y)`'
  }
  if (beforeRestriction.test(rest)) return 'write `AND` in place of the comma'
  const begun = begunRestriction(situation)
  const last = before.at(-1)
  if (begun === undefined || last === undefined || !tokenMatcher(last, tokens.Value)) {
    return 'write one restriction for each value, or `FIELD = (A OR B)`'
  }
  const others = valuesIn(rest)
  if (others.length === 0) return 'leave the comma out'
  const digits = helpForDigits(last, rest, begun)
  if (digits !== undefined) return digits
  if (/[<>]/.test(begun.comparator)) return 'write one restriction for each value'
  const { field, comparator, sort } = begun
  const alternatives = writeAlternatives(field, hasFor(comparator, sort), [last.image, ...others])
  return `to compare with several values write ${proposal(alternatives)}`
}

/** `1,000` and `0,5` are numbers of other languages. */
function helpForDigits(last: IToken, rest: string, { sort }: BegunRestriction): string | undefined {
  const [groups] = /^(?:,\d{3})+(?!\w)/.exec(rest) ?? []
  if (groups !== undefined && /^-?\d{1,3}$/.test(last.image)) {
    return `write numbers without commas: ${proposal(last.image + groups.replaceAll(',', ''))}`
  }
  const [, decimals] = /^,(\d+)(?!\w)/.exec(rest) ?? []
  const isDecimal = decimals !== undefined && sort?.type === 'double' && /^-?\d+$/.test(last.image)
  return isDecimal ? `write a decimal point: ${proposal(`${last.image}.${decimals}`)}` : undefined
}

/** The values that follow, each behind a comma. */
function valuesIn(rest: string): readonly string[] {
  const list = /^(?:,[ \t]*(?:"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[^ \t\r\n\f(),"']+))*/
  return splitList(rest.slice(0, rest.length - rest.replace(list, '').length)).map(readWord)
}

/** Help for a comma in the parentheses of a value: `name = (a, b)` is gcloud's. */
export function helpForCommaInside(situation: Situation): string {
  const { source, before } = situation
  const begun = begunRestriction(situation)
  const open = innermostOpen(before)
  if (begun === undefined || open === undefined) return 'write `OR` between values'
  const [, inside = 'NOT'] = /^\(([^()]*)\)/.exec(source.slice(open.startOffset)) ?? []
  if (/\b(?:AND|NOT)\b/.test(inside)) return 'write `OR` between values'
  const list = writeAlternatives(begun.field, hasFor(begun.comparator, begun.sort), splitList(inside).map(readWord))
  return `lists with commas are gcloud's own: write ${proposal(list)}`
}
