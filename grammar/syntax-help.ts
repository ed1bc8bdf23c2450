import { type IToken, tokenMatcher } from 'chevrotain'
import { isOperatorWord, type Span } from '../src/ast/index.ts'
import {
  advise,
  adviseIf,
  type Help,
  insert,
  propose,
  quoted,
  readPhrase,
  replace,
  type TextEdit,
  withoutQuotes,
} from '../src/diagnostics/index.ts'
import { isInvisible, isSpace } from './characters.ts'
import { helpForComma, helpForCommaInside } from './comma-help.ts'
import { innermostOpen, lastOf } from './nesting.ts'
import { helpForOperator } from './operator-help.ts'
import type { Situation } from './situation.ts'
import { endOf, spanOf } from './spans.ts'
import * as tokens from './tokens.ts'
import { helpForGluedValue, helpForSecondComparator } from './value-help.ts'

/* Help texts, derived from the tokens before the error. */

/** What must follow a token that cannot be the last. */
export function expectationAfter(previous: IToken | undefined): string | undefined {
  if (previous === undefined) return undefined
  const is = (type: IToken['tokenType']) => tokenMatcher(previous, type)
  if (is(tokens.Comparator)) return `write a value after \`${previous.image}\`; the empty value is \`""\``
  if (is(tokens.RegexComparator)) return `write a pattern after \`${previous.image}\`; the empty pattern is \`""\``
  if (is(tokens.And) || is(tokens.Or) || is(tokens.Not) || is(tokens.Minus)) {
    return `write a comparison after \`${previous.image}\``
  }
  return is(tokens.Dot) ? 'write a field after `.`' : undefined
}

/** Takes a token out; its neighbours do not become one word. */
function remove({ start, end }: Span, source: string): TextEdit {
  const isBetweenWords = /[^ \t\r\n\f()]{2}/.test(source.charAt(start - 1) + source.charAt(end))
  return replace({ start, end }, isBetweenWords ? ' ' : '')
}

/** Help for a valid token in the wrong place. */
export function helpForToken(situation: Situation): Help | undefined {
  const { at, before } = situation
  const expectation = expectationAfter(before.at(-1))
  switch (at.tokenType) {
    case tokens.ForeignOperator:
    case tokens.ForeignWord:
      return helpForOperator(situation)
    case tokens.KeywordAsValue:
      return helpForKeyword(situation)
    case tokens.ComparatorAsValue:
      return helpForComparator(situation)
    case tokens.StrayParenthesis:
      return expectation ?? advise('no parenthesis is open here: remove it', [remove(spanOf(at), situation.source)])
    case tokens.Comma:
      return expectation ?? (isAmongArguments(before) ? undefined : helpForCommaInside(situation))
    case tokens.And:
    case tokens.Or:
      return isAmongArguments(before) ? undefined : `write a comparison before \`${at.image}\``
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

function helpForKeyword({ source, at }: Situation): Help {
  const isLast = /^[ \t\r\n\f)]*$/.test(source.slice(endOf(at)))
  return propose({
    span: spanOf(at),
    text: `"${at.image}"`,
    lead: `to use ${quoted(at.image)} as a value, put it in quotes:`,
    isPreferred: isLast,
  })
}

/** Help for a restriction in the parentheses of a call, `NOT(name = a)`; undefined outside of calls. */
export function helpInCall({ before }: Situation): Help | undefined {
  const open = innermostOpen(before)
  return isCall(open) ? helpForCall(open) : undefined
}

function helpForCall(call: IToken): Help {
  const name = call.image.slice(0, -1)
  const end = endOf(call) - 1
  if (isOperatorWord(name)) return advise(`put white space after ${quoted(name)}`, [insert(end, ' ')])
  if (!/^(?:and|or|not)$/i.test(name)) return 'put white space before a group'
  const word = name.toUpperCase()
  return advise(`write ${quoted(word)}`, [replace({ start: call.startOffset, end }, `${word} `)])
}

/** Help for a character that starts no token here. */
export function helpForCharacter(situation: Situation): Help | undefined {
  const { source, at, before } = situation
  const character = at.image.charAt(0)
  switch (character) {
    case '-':
      return helpForHyphen(situation)
    case ',':
      return helpForMembership(situation) ?? helpForComma(situation)
    case '[':
    case '{':
      return helpForMembership(situation)
    case '.':
      return helpForSpace(source, lastOf(before, tokens.Name))
    default:
      return isSpace(character) ? helpForSpace(source, lastOf(before, tokens.Dot)) : undefined
  }
}

/** Help for a character that is allowed only in quotes. */
export function helpForInvisible(source: string, start: number): Help | undefined {
  const character = source.charAt(start)
  if (!isInvisible(character)) return undefined
  const escape = `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  const isSpaceLike = /[\v\x85\xa0]/.test(character)
  return advise(
    `${isSpaceLike ? 'write a space' : 'remove it'}; for the character itself, write ${quoted(escape)} in quotes`,
    [replace({ start, end: start + 1 }, isSpaceLike ? ' ' : '')],
  )
}

/** Help for a word that runs into a quote. */
export function helpForGluedText(situation: Situation): Help {
  const { before } = situation
  const open = innermostOpen(before)?.tokenType
  const isInside = open === tokens.OpenValue || open === tokens.OpenArgument
  if (isInside || lastOf(before, tokens.Comparator)) return helpForGluedValue(situation)
  return helpForMembership(situation) ?? 'put the whole word in quotes'
}

/** Help for white space on a side of a dot. */
function helpForSpace(source: string, last: IToken | undefined): Help | undefined {
  if (last === undefined) return undefined
  const start = endOf(last)
  const rest = source.slice(start)
  const name = rest.replace(/^[ \t\r\n\f]*\.?[ \t\r\n\f]*/, '')
  const gap = rest.slice(0, rest.length - name.length)
  const edits = [replace({ start, end: start + gap.length }, gap.trim())]
  return adviseIf(/^[\w"']/.test(name), advise('remove the white space around the dot', edits))
}

/** A second hyphen, or one before white space. */
function helpForHyphen({ source, at, before }: Situation): Help {
  const rest = source.slice(at.startOffset)
  if (/^--[\w"']/.test(rest)) return 'to negate twice, write `NOT (NOT …)`'
  if (rest.startsWith('--')) return noComments
  const [hyphen = ''] = /^-[ \t\r\n\f]+(?=[\w"'(])/.exec(rest) ?? []
  const help = 'write `-` directly before the field or parenthesis that it negates'
  const isFirst = [undefined, tokens.And, tokens.Or].includes(before.at(-1)?.tokenType)
  const gap = { start: at.startOffset + 1, end: at.startOffset + hyphen.length }
  return adviseIf(hyphen !== '', advise(help, [replace(gap, '')], isFirst))
}

export const noComments = 'filters cannot contain comments'

/** How much text is looked at. */
const maxLookBehind = 1000

/** `name in (a, b)` and `name in [a, b]`, as other languages write it. */
function helpForMembership({ source, at, sortOf }: Situation): Help | undefined {
  const end = at.startOffset + 1
  const found = membership.exec(source.slice(0, end).slice(-maxLookBehind))
  if (found === null) return undefined
  const [text, field = ''] = found
  const names = field.split('.').map(withoutQuotes)
  const meant = readPhrase(source, { field, names, end: end - text.length + field.length, sortOf })
  return meant?.counterpart && propose({ ...meant.counterpart, span: meant, source })
}

/** A field, `in`, and its list up to where it stops being valid. */
const membership =
  /((?!not[ \t\r\n\f])(?:\w[\w-]*(?:\.[\w-]+)*|"[\w-]+"|'[\w-]+'))[ \t\r\n\f]+(?:is[ \t\r\n\f]+)?(?:not[ \t\r\n\f]+)?in[ \t\r\n\f]*[([{][^()[\]{}]*$/i

/** Help for a comparator in the place of a value. */
function helpForComparator({ at, before }: Situation): Help {
  const open = innermostOpen(before)
  const previous = before.slice(-1).find((token) => token === open || tokenMatcher(token, tokens.Comparator))
  if (previous === undefined) {
    return isCall(open)
      ? helpForCall(open)
      : 'parentheses after a comparator can contain only values: `FIELD = (A OR B)`'
  }
  const { comparators, rest = '' } = comparatorPairs[previous.image + at.image] ?? { comparators: [] }
  const span = spanOf(previous, at)
  if (comparators.length === 0) return 'if the value begins with a comparator, put it in quotes'
  return {
    help: `write ${comparators.map(quoted).join(' or ')}${rest}`,
    fixes: comparators.map((comparator) => ({
      title: `write ${quoted(comparator)}${rest}`,
      edits: [replace(span, comparator)],
      isPreferred: comparators.length === 1,
    })),
  }
}

const isAmongArguments = (before: readonly IToken[]): boolean => isCall(innermostOpen(before))

/** Whether a parenthesis that is open belongs to a call. */
const isCall = (open: IToken | undefined): open is IToken => open !== undefined && !tokenMatcher(open, tokens.Open)

/** Two comparators side by side, and what is meant. */
const comparatorPairs: Readonly<Record<string, { readonly comparators: readonly string[]; readonly rest?: string }>> = {
  '=>': { comparators: ['>='] },
  '=<': { comparators: ['<='] },
  '=!': { comparators: ['!='] },
  ':=': { comparators: ['=', ':'] },
  '!==': { comparators: ['!='] },
  '>=': { comparators: ['>='], rest: ' without white space' },
  '<=': { comparators: ['<='], rest: ' without white space' },
  '!=': { comparators: ['!='], rest: ' without white space' },
  '==': { comparators: ['='], rest: ' once' },
  '::': { comparators: [':'], rest: ' once' },
}
