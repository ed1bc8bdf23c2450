import { type IToken, tokenMatcher } from 'chevrotain'
import {
  advise,
  adviseIf,
  type FieldSort,
  type Help,
  proposal,
  propose,
  quoted,
  replace,
  writeRestriction,
  writeSearch,
  writeValue,
  writeWildcards,
} from '../src/diagnostics/index.ts'
import { isSpace } from './characters.ts'
import { lastOf } from './nesting.ts'
import { endOf, spanOf } from './spans.ts'
import { fieldBefore, begunRestriction, type Situation } from './situation.ts'
import * as tokens from './tokens.ts'

/* Help for operators of other languages: what means the same here. */

/** Help for an operator that Compute does not have. */
export function helpForOperator(situation: Situation): Help | undefined {
  const { source, at } = situation
  if (at.image.includes('~')) return helpForSearch(situation)
  const [rest] = /^[ \t\r\n\f]+=/.exec(source.slice(endOf(at))) ?? []
  if (at.image === '!' && rest !== undefined) {
    return advise('write `!=` without white space', [
      replace({ start: at.startOffset, end: endOf(at) + rest.length }, '!='),
    ])
  }
  const words = spellings[at.image]
  const help = words && `write ${words.map(quoted).join(' or ')}`
  return help && advise(help, [replace(spanOf(at), spaced(words[0], situation))])
}

const spellings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  '==': ['='],
  '===': ['='],
  '<>': ['!='],
  '&&': ['AND'],
  '||': ['OR'],
  '!': ['NOT', '-'],
}

/** A word has white space around it. */
function spaced(word: string, { source, at }: Situation): string {
  if (!/[A-Z]/.test(word)) return word
  const isApart = (character: string): boolean => character === '' || isSpace(character) || /[()]/.test(character)
  const before = isApart(source.charAt(at.startOffset - 1)) ? '' : ' '
  return before + word + (isSpace(source.charAt(endOf(at))) ? '' : ' ')
}

/** gcloud's `~` finds a pattern anywhere in a field; `eq` matches the whole field. */
function helpForSearch(situation: Situation): Help {
  const { source, at, before } = situation
  const isGcloud = at.image === '~' || at.image === '!~'
  const lead = isGcloud ? `only gcloud has ${proposal(at.image)}: write` : 'write'
  const comparator = lastOf(before, tokens.Comparator)
  const begun = comparator ? begunRestriction(situation) : fieldBefore(situation)
  const isNegated = at.image.startsWith('!') || comparator?.image === '!='
  const operand = readOperand(situation)
  if (begun === undefined || operand === undefined) {
    return `${lead} ${proposal(`FIELD ${isNegated ? 'ne' : 'eq'} ".*PATTERN.*"`)}, since a pattern must match the whole field`
  }
  const { field, sort, start } = begun
  const {
    text,
    rest = '',
    isExact,
  } = proposeSearch({
    field,
    sort,
    pattern: operand.text,
    isNegated,
    isAlone: isAlone(situation, operand.end),
  })
  return adviseIf(isExact, propose({ span: { start, end: operand.end }, text, source, lead, rest }))
}

interface Search {
  readonly field: string
  readonly sort: FieldSort | undefined
  readonly pattern: string
  readonly isNegated: boolean
  /** Nothing else in the filter is of the AIP-160 dialect. */
  readonly isAlone: boolean
}

interface Found {
  readonly text: string
  /** Words behind the text. */
  readonly rest?: string
  /** The text asks for the same, so that it may take the place of the search. */
  readonly isExact: boolean
}

function proposeSearch({ field, sort, pattern, isNegated, isAlone }: Search): Found {
  const wildcards = writeWildcards(pattern)
  const compare = (comparator: string, value: string): string =>
    (isNegated ? 'NOT ' : '') + writeRestriction(field, comparator, value)
  if (sort?.type === 'message' || sort?.type === 'map') {
    const parts = sort.type === 'map' ? 'keys' : 'fields'
    return {
      text: compare(':', '*'),
      rest: ` to test whether it is set, or name one of its ${parts}`,
      isExact: false,
    }
  }
  if (sort?.repeated) {
    return wildcards === undefined || !sort.takesWildcards
      ? { text: `${field}:VALUE`, rest: ', which tests all elements', isExact: false }
      : { text: compare(':', wildcards), isExact: true }
  }
  // A repetition of nothing, or an escape of nothing, is no pattern of RE2.
  if (sort?.takesPatterns !== false && /^[*+?]|(?<!\\)(?:\\\\)*\\$/.test(pattern)) {
    const text = writeRestriction(field, isNegated ? 'ne' : 'eq', '".*PATTERN.*"')
    return { text, rest: ', since a pattern must match the whole field', isExact: false }
  }
  if (sort?.takesPatterns === false)
    return { text: compare('=', writeValue(pattern)), isExact: /^[\w+-]+$/.test(pattern) }
  if (!isAlone && wildcards !== undefined && sort?.takesWildcards !== false)
    return { text: compare('=', wildcards), isExact: true }
  const text = writeRestriction(field, isNegated ? 'ne' : 'eq', writeSearch(pattern))
  return { text, rest: ', since a pattern must match the whole field', isExact: isAlone }
}

const word = `(?:[^ \\t\\r\\n\\f()"']|\\([^ \\t\\r\\n\\f()"']*\\))+`
const operandPattern = new RegExp(
  `[ \\t\\r\\n\\f]*(?:"((?:\\\\[^]|[^"\\\\])*)"|'((?:\\\\[^]|[^'\\\\])*)'|(${word}))`,
  'y',
)

/** What follows the operator, without its quotes. */
function readOperand({ source, at }: Situation): { readonly text: string; readonly end: number } | undefined {
  operandPattern.lastIndex = endOf(at)
  const [, inDouble, inSingle, bare] = operandPattern.exec(source) ?? []
  const text = inDouble ?? inSingle ?? bare
  if (text === undefined) return undefined
  return { text: at.image === '=~' ? withoutSlashes(text) : text, end: operandPattern.lastIndex }
}

/** `/web/i` is how JavaScript, Ruby and Perl write `(?i)web`. */
const withoutSlashes = (text: string): string =>
  text.replace(
    /^\/(.+)\/([a-z]*)$/,
    (_, pattern: string, flags: string) => (flags.includes('i') ? '(?i)' : '') + pattern,
  )

/** Whether nothing before the operator, and nothing behind its operand, is of the AIP-160 dialect. */
function isAlone({ source, before }: Situation, end: number): boolean {
  const ofAip = [tokens.And, tokens.Or, tokens.Not, tokens.Minus]
  const isOfAip = (token: IToken) => ofAip.includes(token.tokenType) || tokenMatcher(token, tokens.Comparator)
  return !before.slice(0, -1).some(isOfAip) && !/[=<>:]|\b(?:AND|OR|NOT)\b/.test(source.slice(end))
}
