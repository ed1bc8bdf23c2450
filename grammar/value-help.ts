import { type IToken, tokenMatcher } from 'chevrotain'
import { proposal, writeAlternatives, writeName, writeQuoted, writeRestriction } from '../src/diagnostics/index.ts'
import { isValueText } from './characters.ts'
import { innermostOpen } from './nesting.ts'
import { endOf } from './spans.ts'
import { type BegunRestriction, begunRestriction, type Situation } from './situation.ts'
import * as tokens from './tokens.ts'

/* Help for values that cannot stand as they are written. */

/** Help for a value that needs quotes, or means something else. */
export function helpForOddValue(situation: Situation): string {
  const run = situation.at.image
  const begun = begunRestriction(situation)
  return helpForTime(situation) ?? (begun && (helpForKey(run, begun) ?? helpForList(situation, begun))) ?? quote(run)
}

/** Help for a backslash outside quotes that begins no escape. */
export const quote = (run: string): string => `put it in quotes: ${proposal(inQuotes(run))}`

/** Help for a word that runs into a quote, as a value. */
export function helpForGluedValue(situation: Situation): string {
  const begun = begunRestriction(situation)
  const text = wholeWord(situation)
  const proposed = begun && (helpForKey(text, begun) ?? helpForList(situation, begun))
  return proposed ?? (/^[^"']*["'][^"']*$/.test(text) ? quote(text) : 'put the whole word in quotes')
}

/** The same value in quotes. A backslash before a letter is meant as one, since no writer of escapes forgets quotes. */
function inQuotes(run: string): string {
  const text = run.replace(/\\(?:[^]|$)/g, (found) => (/[\\"'?*.:=<>+~`]/.test(found.charAt(1)) ? found : `\\${found}`))
  return text.includes('"') ? `'${text}'` : `"${text}"`
}

/** From the error to the next white space or parenthesis outside quotes. */
function wholeWord({ source, at }: Situation): string {
  const rest = source.slice(at.startOffset)
  return rest.slice(0, rest.length - rest.replace(leadingWord, '').length)
}

const leadingWord = /^(?:"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[^ \t\r\n\f()])*/

const keyed = /^\{?["']?([\w-]+(?:\.[\w-]+)*)["']?[ \t]*[:=]+(?!\/\/)[ \t]*(.*?)\}?$/

/** `labels:env=prod` and `labels:{env:prod}` are `labels.env = prod`, for messages likewise. */
function helpForKey(run: string, { field, sort }: BegunRestriction): string | undefined {
  const [, key, text = ''] = keyed.exec(run) ?? []
  if (key === undefined || (sort?.type !== 'map' && sort?.type !== 'message')) return undefined
  const path = sort.type === 'map' ? `${field}.${writeName(key)}` : `${field}.${key}`
  const value = readWord(text)
  if (value === '') return `write ${proposal(`${path}:*`)}`

  return `write ${proposal(writeRestriction(path, sort.repeated ? ':' : '=', value))}`
}

/** A value as it may be written: quotes stay, and what needs them gets them. */
function readWord(text: string): string {
  if (/^"(?:\\[^]|[^"\\])*"$|^'(?:\\[^]|[^'\\])*'$/.test(text)) return text
  return text === '' || isValueText(text) ? text : writeQuoted(text)
}

/** `[a, b]` is a list of other languages. */
function helpForList({ source, at }: Situation, { names, comparator, sort }: BegunRestriction): string | undefined {
  const [, inside] = /^\[([^[\]]*)\]/.exec(source.slice(at.startOffset)) ?? []
  if (inside === undefined || inside.trim() === '') return undefined
  const values = inside.split(',').map((each) => readWord(each.trim()))
  const field = names.map(writeName).join('.')
  const has = sort?.repeated && comparator === '=' ? ':' : comparator
  return `several values are written ${proposal(writeAlternatives(field, has, values))}; for brackets as text use quotes`
}

/** A date and a time with a space between them. */
function helpForTime({ source, at }: Situation): string | undefined {
  const text = source.slice(0, endOf(at))
  const found = /(\d{4}-\d\d-\d\d)[ \t]+(\d\d:\d\d:\d\d(?:\.\d{1,9})?)Z?$/.exec(text)
  return found === null ? undefined : `write ${proposal(`${String(found[1])}T${String(found[2])}Z`)}`
}

const beforeRestriction =
  /^,[ \t\r\n\f]*(?:NOT[ \t\r\n\f]+|-)?[\w-]+(?:\.(?:[\w-]+|"[^"]*"|'[^']*'))*[ \t\r\n\f]*(?:[=:<>!~]|(?:eq|ne)[ \t\r\n\f])/

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
  return helpForDigits(last, rest) ?? helpForValues(begun, [last.image, ...others])
}

/** `1,000` is a number of other languages. */
function helpForDigits(last: IToken, rest: string): string | undefined {
  const [groups] = /^(?:,\d{3})+(?!\w)/.exec(rest) ?? []
  if (groups === undefined || !/^-?\d{1,3}$/.test(last.image)) return undefined
  return `write numbers without commas: ${proposal(last.image + groups.replaceAll(',', ''))}`
}

function helpForValues({ field, comparator }: BegunRestriction, values: readonly string[]): string {
  // Each value that is unequal to one of two is a value that is unequal to something.
  const alternatives =
    comparator === '!=' ? `NOT ${writeAlternatives(field, '=', values)}` : writeAlternatives(field, comparator, values)
  return `to compare with several values write ${proposal(alternatives)}`
}

/** The values that follow, each behind a comma. */
const valuesIn = (rest: string): readonly string[] =>
  [
    ...(/^(?:,[ \t]*(?:"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[^ \t\r\n\f(),"']+))*/.exec(rest)?.[0] ?? '').matchAll(
      /,[ \t]*("(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[^ \t\r\n\f(),"']+)/g,
    ),
  ].map(([, value = '']) => readWord(value))

/** Help for a comma in the parentheses of a value: `name = (a, b)` is gcloud's. */
export function helpForCommaInside(situation: Situation): string {
  const { source, before } = situation
  const begun = begunRestriction(situation)
  const open = innermostOpen(before)
  if (begun === undefined || open === undefined) return 'write `OR` between values'
  const [, inside = 'NOT'] = /^\(([^()]*)\)/.exec(source.slice(open.startOffset)) ?? []
  if (/\b(?:AND|NOT)\b/.test(inside)) return 'write `OR` between values'
  const values = inside
    .split(/,|\sOR\s/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return `lists with commas are gcloud's own: write ${proposal(writeAlternatives(begun.field, begun.comparator, values))}`
}
