import { type IToken, tokenMatcher } from 'chevrotain'
import { quoted, proposal, readPhrase } from '../src/diagnostics/index.ts'
import { isInvisible, isSpace } from './characters.ts'
import { innermostOpen } from './nesting.ts'
import { helpForOperator } from './operator-help.ts'
import type { Situation } from './situation.ts'
import * as tokens from './tokens.ts'
import { helpForComma, helpForCommaInside, helpForGluedValue, helpForSecondComparator } from './value-help.ts'

/* Help texts, derived from the tokens before the error. */

/** What must follow a token that cannot be the last. */
export function expectationAfter(previous: IToken | undefined): string | undefined {
  if (previous === undefined) return undefined
  const is = (type: IToken['tokenType']) => tokenMatcher(previous, type)
  if (is(tokens.Comparator)) return `write a value after \`${previous.image}\`; the empty value is \`""\``
  if (is(tokens.RegexComparator)) return `write a pattern after \`${previous.image}\`; the empty pattern is \`""\``
  if (is(tokens.And) || is(tokens.Or) || is(tokens.Not) || is(tokens.Minus)) {
    return `write a restriction after \`${previous.image}\``
  }
  return is(tokens.Dot) ? 'write a field after `.`' : undefined
}

/** Help for a valid token in the wrong place. */
export function helpForToken(situation: Situation): string | undefined {
  const { at, before } = situation
  const expectation = expectationAfter(before.at(-1))
  switch (at.tokenType) {
    case tokens.ForeignOperator:
    case tokens.ForeignWord:
      return helpForOperator(situation)
    case tokens.KeywordAsValue:
      return `as a value, \`${at.image}\` is written in quotes: \`"${at.image}"\``
    case tokens.ComparatorAsValue:
      return helpForComparator(situation)
    case tokens.StrayParenthesis:
      return expectation ?? 'no parenthesis is open here'
    case tokens.Comma:
      return expectation ?? (isAmongArguments(before) ? undefined : helpForCommaInside(situation))
    case tokens.And:
    case tokens.Or:
      return isAmongArguments(before) ? undefined : `write a restriction before \`${at.image}\``
    case tokens.Not:
    case tokens.Minus:
    case tokens.ArgumentMinus:
      return isAmongArguments(before) ? undefined : 'to negate twice, write `NOT (NOT …)`'
    case tokens.AipComparator:
      return expectation ?? helpForSecondComparator(situation)
    default:
      return expectation
  }
}

/** Help for a restriction in the parentheses of a call, `NOT(name = a)`; undefined outside of calls. */
export function helpInCall({ before }: Situation): string | undefined {
  const open = innermostOpen(before)
  return isCall(open) ? helpForCall(open.image.slice(0, -1)) : undefined
}

function helpForCall(name: string): string {
  if (/^(?:AND|OR|NOT|eq|ne)$/.test(name)) return `put white space after ${quoted(name)}`
  return /^(?:and|or|not)$/i.test(name) ? `write ${quoted(name.toUpperCase())}` : 'put white space before a group'
}

/** Help for a character that starts no token here. */
export function helpForCharacter(situation: Situation): string | undefined {
  const { at, before, source } = situation
  const comesAfter = (type: IToken['tokenType']) => before.slice(-1).some((previous) => tokenMatcher(previous, type))
  const character = at.image.charAt(0)
  switch (character) {
    case '-':
      return helpForHyphen(source.slice(at.startOffset))
    case ',':
      return helpForMembership(situation) ?? helpForComma(situation)
    case '[':
    case '{':
      return helpForMembership(situation)
    case '.':
      return comesAfter(tokens.Name) ? noSpace : undefined
    default:
      return comesAfter(tokens.Dot) && isSpace(character) ? noSpace : undefined
  }
}

/** Help for a character that is allowed only in quotes. */
export function helpForInvisible(character: string): string | undefined {
  if (!isInvisible(character)) return undefined
  const escape = `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  const instead = /[\v\x85\xa0]/.test(character) ? 'write a space' : 'leave it out'
  return `${instead}; for the character itself write ${quoted(escape)} in quotes`
}

/** Help for a word that runs into a quote. */
export function helpForGluedText(situation: Situation): string {
  const { before } = situation
  const open = innermostOpen(before)
  const isValue =
    before.slice(-1).some((previous) => tokenMatcher(previous, tokens.Comparator)) || isOfValue(open, before)
  if (isValue) return helpForGluedValue(situation)
  return helpForMembership(situation) ?? 'put the whole word in quotes'
}

const noSpace = 'no white space stands around the dot of a field'

/** A second hyphen, or one before white space. */
function helpForHyphen(rest: string): string {
  if (/^--[\w"']/.test(rest)) return 'to negate twice, write `NOT (NOT …)`'
  return rest.startsWith('--') ? noComments : 'write `-` directly before the field or parenthesis that it negates'
}

export const noComments = 'a filter has no comments'

/** How much text before a parenthesis is looked at. */
const maxLookBehind = 200

/** `name in (a, b)` and `name in [a, b]`, as other languages write it. */
function helpForMembership({ source, at, sortOf }: Situation): string | undefined {
  const [inside = ''] = /[([{][^()[\]{}]*$/.exec(source.slice(0, at.startOffset + 1)) ?? []
  const open = at.startOffset + 1 - inside.length
  const before = source.slice(Math.max(0, open - maxLookBehind), open)
  const found = /([\w-]+(?:\.[\w-]+)*)[ \t\r\n\f]+(?:not[ \t\r\n\f]+)?in[ \t\r\n\f]*$/i.exec(before)
  if (inside === '' || found === null) return undefined
  const [text, field = ''] = found
  const isRepeated = sortOf(field.split('.'))?.repeated === true
  const meant = readPhrase(source, { field, end: open - text.length + field.length, isRepeated })
  return meant && `write ${proposal(meant.proposed)}`
}

/** Help for a comparator in the place of a value. */
function helpForComparator({ at, before }: Situation): string {
  const open = innermostOpen(before)
  const previous = before.slice(-1)
  if (previous.some((token) => token === open || tokenMatcher(token, tokens.Comparator))) {
    return comparatorPairs[imagesOf([...previous, at])] ?? 'put the value in quotes if it begins so'
  }
  return isCall(open)
    ? helpForCall(open.image.slice(0, -1))
    : 'the parentheses of a value hold values only: `FIELD = (A OR B)`'
}

const isAmongArguments = (before: readonly IToken[]): boolean => isCall(innermostOpen(before))

/** Whether a parenthesis that is open belongs to a call. */
const isCall = (open: IToken | undefined): open is IToken => open !== undefined && !tokenMatcher(open, tokens.Open)

/** Whether a parenthesis that is open is that of a value. */
const isOfValue = (open: IToken | undefined, before: readonly IToken[]): boolean =>
  open !== undefined && before.slice(before.indexOf(open) - 1).some((token) => tokenMatcher(token, tokens.Comparator))

const imagesOf = (found: readonly IToken[]): string => found.map(({ image }) => image).join('')

const comparatorPairs: Readonly<Record<string, string>> = {
  '=>': 'write `>=`',
  '=<': 'write `<=`',
  '=!': 'write `!=`',
  ':=': 'write `=` or `:`',
  '!==': 'write `!=`',
  '>=': 'write `>=` without white space',
  '<=': 'write `<=` without white space',
  '!=': 'write `!=` without white space',
  '==': 'write `=` once',
  '::': 'write `:` once',
}
