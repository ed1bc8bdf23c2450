import { type IToken, tokenMatcher } from 'chevrotain'
import { code } from '../src/diagnostics/index.ts'
import { innermostOpen } from './nesting.ts'
import { isInvisible } from './characters.ts'
import * as tokens from './tokens.ts'

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
export function helpForToken(at: IToken, before: readonly IToken[]): string | undefined {
  const expectation = expectationAfter(before.at(-1))
  switch (at.tokenType) {
    case tokens.ForeignOperator:
    case tokens.ForeignWord:
      return foreignOperators[at.image]
    case tokens.KeywordAsValue:
      return `as a value, \`${at.image}\` is written in quotes: \`"${at.image}"\``
    case tokens.ComparatorAsValue:
      return helpForComparator(at, before)
    case tokens.StrayParenthesis:
      return expectation ?? 'no parenthesis is open here'
    case tokens.Comma:
      return expectation ?? (isAmongArguments(before) ? undefined : 'write `OR` between values')
    case tokens.And:
    case tokens.Or:
      return isAmongArguments(before) ? undefined : `write a restriction before \`${at.image}\``
    case tokens.Not:
    case tokens.Minus:
    case tokens.ArgumentMinus:
      return isAmongArguments(before) ? undefined : 'to negate twice, write `NOT (NOT …)`'
    default:
      return expectation
  }
}

/** Help for a character that starts no token here. */
export function helpForCharacter(character: string, before: readonly IToken[]): string | undefined {
  const comesAfter = (type: IToken['tokenType']) => before.slice(-1).some((previous) => tokenMatcher(previous, type))
  switch (character) {
    case '-':
      return 'write `-` directly before the field or parenthesis that it negates'
    case ',':
      return 'write one restriction for each value, or `FIELD = (A OR B)`'
    case '.':
      return comesAfter(tokens.Name) ? noSpace : undefined
    default:
      return comesAfter(tokens.Dot) && /[ \t\r\n]/.test(character) ? noSpace : undefined
  }
}

/** The same value in quotes. A backslash before a letter is meant as one, since no writer of escapes forgets quotes. */
const inQuotes = (run: string): string =>
  `"${run.replace(/\\(?:[^]|$)/g, (found) => (/[\\"'?*.:=<>+~`]/.test(found.charAt(1)) ? found : `\\${found}`))}"`

/** Help for a character that may only stand in quotes. */
export function helpForInvisible(character: string): string | undefined {
  if (!isInvisible(character)) return undefined
  const escape = `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  const instead = /[\v\x85\xa0]/.test(character) ? 'write a space' : 'leave it out'
  return `${instead}; for the character itself write ${code(escape)} in quotes`
}

/** Help for a value that needs quotes. */
export function helpForOddValue(run: string): string {
  return `put it in quotes: ${code(inQuotes(run))}`
}

/** Help for a backslash outside quotes that begins no escape. */
export const helpForBackslash = (run: string): string => `put it in quotes: ${code(inQuotes(run))}`

/** Help for a word that runs into a quote. */
export function helpForGluedText(word: string): string {
  if (word.endsWith('[')) return 'write the key after a dot: `labels.KEY`'
  if (word.endsWith('~')) return foreignOperators['~'] ?? ''
  return 'put the whole word in quotes'
}

const noSpace = 'no white space stands around the dot of a field'

/** Help for a comparator in the place of a value. */
function helpForComparator(at: IToken, before: readonly IToken[]): string {
  const open = innermostOpen(before)
  const previous = before.slice(-1)
  if (previous.some((token) => token === open || tokenMatcher(token, tokens.Comparator))) {
    return comparatorPairs[imagesOf([...previous, at])] ?? 'a value that begins so is written in quotes'
  }
  if (!isCall(open)) return 'the parentheses of a value hold values only: `FIELD = (A OR B)`'
  const [word] = /^(?:AND|OR|NOT|eq|ne)(?=\()/.exec(open.image) ?? []
  return word ? `put white space after \`${word}\`` : 'put white space before a group'
}

const isAmongArguments = (before: readonly IToken[]): boolean => isCall(innermostOpen(before))

/** Whether a parenthesis that is open belongs to a call. */
const isCall = (open: IToken | undefined): open is IToken => open !== undefined && !tokenMatcher(open, tokens.Open)

const imagesOf = (found: readonly IToken[]): string => found.map(({ image }) => image).join('')

const foreignOperators: Readonly<Record<string, string>> = {
  '~': "`~` is gcloud's own: write `FIELD eq PATTERN`",
  '!~': "`!~` is gcloud's own: write `FIELD ne PATTERN`",
  '=~': 'write `FIELD eq PATTERN`',
  '~=': 'write `FIELD eq PATTERN`',
  '==': 'write `=`',
  '<>': 'write `!=`',
  '&&': 'write `AND`',
  '||': 'write `OR`',
  '!': 'write `NOT` or `-`',
}

const comparatorPairs: Readonly<Record<string, string>> = {
  '=>': 'write `>=`',
  '=<': 'write `<=`',
  '=!': 'write `!=`',
  ':=': 'write `=` or `:`',
  '!==': 'write `!=`',
}
