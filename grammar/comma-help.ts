import { type IToken, tokenMatcher } from 'chevrotain'
import { advise, type Help, propose, replace, splitList, writeAlternatives } from '../src/diagnostics/index.ts'
import { isSpace, regexComparator, space } from './characters.ts'
import { innermostOpen, lastOf } from './nesting.ts'
import { endOf } from './spans.ts'
import { type BegunRestriction, begunRestriction, type Situation } from './situation.ts'
import * as tokens from './tokens.ts'
import { hasFor, readWord } from './value-help.ts'

/* Help for commas: lists, and numbers, of other languages. */

const beforeRestriction = new RegExp(
  `^,[${space}]*(?:NOT[${space}]+|-)?[\\w-]+(?:\\.(?:[\\w-]+|"[^"]*"|'[^']*'))*[${space}]*(?:[=:<>!~]|(?:${regexComparator})[${space}])`,
)

/** Help for a comma outside parentheses. */
export function helpForComma(situation: Situation): Help {
  const { source, at, before } = situation
  const rest = source.slice(at.startOffset)
  const comma = { start: at.startOffset, end: at.startOffset + 1 }
  if (before.some((token) => tokenMatcher(token, tokens.RegexComparator))) {
    return 'write clauses side by side, each in parentheses: `(a eq x) (b eq y)`'
  }
  if (beforeRestriction.test(rest)) {
    const and = `${isSpace(source.charAt(comma.start - 1)) ? '' : ' '}AND${isSpace(rest.charAt(1)) ? '' : ' '}`
    return advise('replace the comma with `AND`', [replace(comma, and)])
  }
  const begun = begunRestriction(situation)
  const last = lastOf(before, tokens.Value)
  if (begun === undefined || last === undefined) {
    return 'write one comparison for each value, or `FIELD = (A OR B)`'
  }
  const { length, values } = valuesIn(rest)
  if (values.length === 0) return advise('remove the comma', [replace(comma, '')])
  const digits = helpForDigits(last, rest, begun)
  if (digits !== undefined) return digits
  if (/[<>]/.test(begun.comparator)) return 'write one comparison for each value'
  const { start, field, comparator, sort } = begun
  const end = comma.start + length
  // A quote inside the last value.
  if (/["']/.test(source.charAt(end))) return betweenValues
  return propose({
    span: { start, end },
    text: writeAlternatives(field, hasFor(comparator, sort), [last.image, ...values]),
    source,
    lead: 'to compare with several values, write',
  })
}

/** `1,000` and `0,5` are numbers of other languages. */
function helpForDigits(last: IToken, rest: string, { sort }: BegunRestriction): Help | undefined {
  const { startOffset: start } = last
  const write = (lead: string, separator: string, digits: string): Help =>
    propose({
      span: { start, end: endOf(last) + digits.length },
      text: last.image + digits.replaceAll(',', separator),
      lead,
    })
  const [groups] = /^(?:,\d{3})+(?![\w-])/.exec(rest) ?? []
  if (groups !== undefined && /^-?\d{1,3}$/.test(last.image)) return write('write numbers without commas:', '', groups)
  const [decimals] = /^,\d+(?![\w-])/.exec(rest) ?? []
  const isDecimal = decimals !== undefined && sort?.type === 'double' && /^-?\d+$/.test(last.image)
  return isDecimal ? write('write a decimal point:', '.', decimals) : undefined
}

/** The values that follow, each behind a comma, and how far they reach. */
function valuesIn(rest: string): { readonly length: number; readonly values: readonly string[] } {
  const list = /^(?:,[ \t]*(?:"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[^ \t\r\n\f(),"']+))*/
  const length = rest.length - rest.replace(list, '').length
  return { length, values: splitList(rest.slice(0, length)).map(readWord) }
}

const betweenValues = 'write `OR` between values'

/** Help for a comma in the parentheses of a value: `name = (a, b)` is gcloud's. */
export function helpForCommaInside(situation: Situation): Help {
  const { source, before } = situation
  const begun = begunRestriction(situation)
  const open = innermostOpen(before)
  if (begun === undefined || open === undefined) return betweenValues
  const isWhole = lastOf(before.slice(0, before.indexOf(open)), tokens.Comparator) !== undefined
  const [inside = 'NOT'] = /(?<=^\()[^()]*(?=\))/.exec(source.slice(open.startOffset)) ?? []
  if (!isWhole || /\b(?:AND|NOT)\b/.test(inside)) return betweenValues
  return propose({
    span: { start: begun.start, end: open.startOffset + inside.length + 2 },
    text: writeAlternatives(begun.field, hasFor(begun.comparator, begun.sort), splitList(inside).map(readWord)),
    source,
    lead: 'only gcloud has lists with commas: write',
  })
}
