import { type IToken, tokenMatcher } from 'chevrotain'
import { proposal, writeRestriction, writeSearch, writeWildcards } from '../src/diagnostics/index.ts'
import { endOf } from './spans.ts'
import { type FieldSort, fieldBefore, begunRestriction, type Situation } from './situation.ts'
import * as tokens from './tokens.ts'

/* Help for operators of other languages: what means the same here. */

/** Help for an operator that Compute does not have. */
export function helpForOperator(situation: Situation): string | undefined {
  const { image } = situation.at
  if (image.includes('~')) return helpForSearch(situation)
  const isUnequal = image === '!' && /^[ \t\r\n\f]+=/.test(situation.source.slice(endOf(situation.at)))
  return isUnequal ? 'write `!=` without white space' : words[image]
}

const words: Readonly<Record<string, string>> = {
  '==': 'write `=`',
  '===': 'write `=`',
  '<>': 'write `!=`',
  '&&': 'write `AND`',
  '||': 'write `OR`',
  '!': 'write `NOT` or `-`',
}

/** gcloud's `~` finds a pattern anywhere in a field; `eq` matches the whole field. */
function helpForSearch(situation: Situation): string {
  const { at, before } = situation
  const isGcloud = at.image === '~' || at.image === '!~'
  const lead = isGcloud ? `${proposal(at.image)} is gcloud's own: write ` : 'write '
  const isBehindComparator = before.slice(-1).some((token) => tokenMatcher(token, tokens.Comparator))
  const begun = isBehindComparator ? begunRestriction(situation) : fieldBefore(situation)
  const isNegated = at.image.startsWith('!') || (isBehindComparator && before.at(-1)?.image === '!=')
  const operand = readOperand(situation)
  if (begun === undefined || operand === undefined) {
    return `${lead}${proposal(`FIELD ${isNegated ? 'ne' : 'eq'} ".*PATTERN.*"`)}: a pattern matches the whole field`
  }
  const search = {
    field: begun.field,
    sort: begun.sort,
    pattern: operand.text,
    isNegated,
    isAlone: isAlone(situation, operand.end),
  }
  return lead + proposeSearch(search)
}

interface Search {
  readonly field: string
  readonly sort: FieldSort | undefined
  readonly pattern: string
  readonly isNegated: boolean
  /** Nothing else in the filter is of the AIP-160 dialect. */
  readonly isAlone: boolean
}

function proposeSearch({ field, sort, pattern, isNegated, isAlone }: Search): string {
  const wildcards = writeWildcards(pattern)
  const compare = (comparator: string, value: string): string =>
    proposal((isNegated ? 'NOT ' : '') + writeRestriction(field, comparator, value))
  if (sort?.type === 'message' || sort?.type === 'map') {
    return `${compare(':', '*')} to ask whether it is set, or name one of its ${sort.type === 'map' ? 'keys' : 'fields'}`
  }
  if (sort?.repeated)
    return wildcards === undefined ? `${proposal(`${field}:VALUE`)}, which tests all elements` : compare(':', wildcards)
  if (sort !== undefined && !['string', 'enum', 'timestamp'].includes(sort.type)) return compare('=', pattern)
  if (!isAlone && wildcards !== undefined && sort?.type !== 'enum' && sort?.type !== 'timestamp')
    return compare('=', wildcards)
  const clause = writeRestriction(field, isNegated ? 'ne' : 'eq', writeSearch(pattern))
  return `${proposal(clause)}: a pattern matches the whole field`
}

const word = `(?:[^ \\t\\r\\n\\f()"']|\\([^ \\t\\r\\n\\f()"']*\\))+`
const operandPattern = new RegExp(
  `[ \\t\\r\\n\\f]*(?:"((?:\\\\[^]|[^"\\\\])*)"|'((?:\\\\[^]|[^'\\\\])*)'|(${word}))`,
  'y',
)

/** What follows the operator, without its quotes. */
function readOperand({ source, at }: Situation): { readonly text: string; readonly end: number } | undefined {
  operandPattern.lastIndex = endOf(at)
  const found = operandPattern.exec(source)
  const text = found?.[1] ?? found?.[2] ?? found?.[3]
  if (text === undefined) return undefined
  return { text: at.image === '=~' ? withoutSlashes(text) : text, end: operandPattern.lastIndex }
}

/** `/web/i` is how JavaScript, Ruby and Perl write `(?i)web`. */
function withoutSlashes(text: string): string {
  const [, pattern, flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? []
  if (pattern === undefined) return text
  return (flags.includes('i') ? '(?i)' : '') + pattern
}

/** Whether nothing before the operator, and nothing behind its operand, is of the AIP-160 dialect. */
function isAlone({ source, before }: Situation, end: number): boolean {
  const ofAip = [tokens.And, tokens.Or, tokens.Not, tokens.Minus]
  const isOfAip = (token: IToken) => ofAip.includes(token.tokenType) || tokenMatcher(token, tokens.Comparator)
  return !before.slice(0, -1).some(isOfAip) && !/[=<>:]|\b(?:AND|OR|NOT)\b/.test(source.slice(end))
}
