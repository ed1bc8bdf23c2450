import { createToken, type IToken, Lexer, tokenMatcher, type TokenType } from 'chevrotain'
import { AIP_COMPARATORS, REGEX_COMPARATORS } from '../src/ast/index.ts'
import {
  firstText,
  index,
  invisible,
  isSpace,
  oneOf,
  quotedAnyhow,
  quotedValue,
  regexComparator,
  space,
  text,
  textEnd,
  valueEnd,
  valueText,
  wholeRun,
  wordEnd,
} from './characters.ts'
import { endOfEnclosedLiteral } from './enclosed-literals.ts'

/** The lexer's modes; lexer.ts has the meaning of each. */
export type Mode = 'outer' | 'enclosed' | 'field' | 'value' | 'argument' | 'outerLiteral' | 'enclosedLiteral'

interface Shape {
  readonly categories?: TokenType
  readonly push?: Mode
  readonly pop?: true
  readonly starts?: readonly string[]
  readonly label?: string
}

type Pattern = string | ((source: string, offset: number, before: IToken[]) => [string] | null)

function token(name: string, pattern: Pattern, { categories, push, pop, starts, label }: Shape = {}): TokenType {
  return createToken({
    name,
    pattern: typeof pattern === 'string' ? new RegExp(pattern) : pattern,
    line_breaks: true,
    ...(categories && { categories }),
    ...(push && { push_mode: push }),
    ...(pop && { pop_mode: true }),
    ...(starts && { start_chars_hint: [...starts] }),
    ...(label !== undefined && { label }),
  })
}

const category = (name: string, label: string) => createToken({ name, pattern: Lexer.NA, label })

export const Name = category('name', 'name')
export const Value = category('value', 'value')
export const Literal = category('literal', 'literal')
export const Comparator = category('comparator', 'comparator')
export const RegexComparator = category('regexComparator', 'regexComparator')
/** `f(`, outside and inside of arguments. */
export const Call = category('call', 'call')
export const ArgCall = category('argCall', 'argCall')
export const Open = category('open', '"("')
export const Close = category('close', '")"')
/** Belongs to no filter; syntax-errors.ts has a message for each. */
export const Foreign = category('foreign', 'foreign')

export const WhiteSpace = createToken({
  name: 'whiteSpace',
  pattern: new RegExp(`[${space}]+`),
  group: Lexer.SKIPPED,
  line_breaks: true,
})

// Parentheses. The mode that a parenthesis opens is the one that its partner closes.
export const OpenParenthesis = token('openParenthesis', '\\(', { categories: Open, push: 'enclosed' })
export const OpenArgument = token('openArgument', '\\(', { categories: Open, push: 'argument' })
export const OpenValue = token('openValue', '\\(', { categories: Open, pop: true, push: 'argument' })
export const CloseParenthesis = token('closeParenthesis', '\\)', { categories: Close, pop: true })
export const StrayParenthesis = token('strayParenthesis', '\\)', { categories: Foreign })
export const Comma = token('comma', ',', { label: '","' })

// Logic.
export const And = token('AND', `AND${wordEnd}`, { label: 'AND' })
export const Or = token('OR', `OR${wordEnd}`, { label: 'OR' })
/** `NOT(` is a call. */
export const Not = token('NOT', `NOT${wordEnd}(?!\\()`, { label: 'NOT' })
export const Minus = token('minus', `-(?![${space},)<>=!:\\-.])`, { label: '"-"' })
/** In a composite argument `-1` is a number and `-prod` a negation. */
export const ArgumentMinus = token('argumentMinus', `-(?![0-9${space},)])`, { categories: Minus })

// Fields.
export const Text = token('text', `${firstText}(?:${index})*${textEnd}`, { categories: Name })
export const QuotedName = token('quotedName', `${quotedValue}(?:${index})*${textEnd}`, { categories: Name })
export const FieldText = token('fieldText', `${text}(?:${index})*${textEnd}`, { categories: Name, pop: true })
export const QuotedField = token('quotedField', `${quotedValue}(?:${index})*${textEnd}`, {
  categories: Name,
  pop: true,
})
export const Dot = token('dot', matchDot, { push: 'field', starts: ['.'], label: '"."' })
export const FilterCall = token('filterCall', `${firstText}(?:\\.${text})*\\(`, {
  categories: Call,
  push: 'argument',
})

/** No white space is allowed around the dot of a path. */
function matchDot(source: string, offset: number, before: IToken[]): [string] | null {
  const isBehindName = before.slice(-1).some((last) => isName(last) && last.startOffset + last.image.length === offset)
  return isBehindName && source[offset] === '.' ? ['.'] : null
}

const isName = (token: IToken): boolean => tokenMatcher(token, Name)

// Comparators.
export const AipComparator = token('aipComparator', oneOf(AIP_COMPARATORS), {
  categories: Comparator,
  push: 'value',
})
const starts = REGEX_COMPARATORS.map((symbol) => symbol.charAt(0))
export const OuterRegexComparator = token('outerRegexComparator', matchRegexComparator, {
  categories: RegexComparator,
  push: 'outerLiteral',
  starts,
})
export const EnclosedRegexComparator = token('enclosedRegexComparator', matchRegexComparator, {
  categories: RegexComparator,
  push: 'enclosedLiteral',
  starts,
})

const wholeComparator = new RegExp(`(?:${regexComparator})(?![^${space})])`, 'y')

/** Between white space and behind a field; anywhere else `eq` is a word like any other. */
function matchRegexComparator(source: string, offset: number, before: IToken[]): [string] | null {
  if (!isSpace(source.charAt(offset - 1)) || !before.slice(-1).some(isName)) return null
  wholeComparator.lastIndex = offset
  const found = wholeComparator.exec(source)
  return found && [found[0]]
}

// Values of the AIP-160 dialect, once behind a comparator and once inside parentheses.
const valueCall = `${text}(?:\\.${text})*\\(`
export const ValueText = token('valueText', valueText + valueEnd, { categories: Value, pop: true })
export const QuotedValue = token('quotedValue', quotedValue + valueEnd, { categories: Value, pop: true })
export const ValueCall = token('valueCall', valueCall, { categories: ArgCall, pop: true, push: 'argument' })
/** A hyphen alone is not a value in parentheses: it would be a negation of nothing. */
const moreThanHyphen = `(?!-[${space},)])`
export const ArgumentText = token('argumentText', `${moreThanHyphen}${valueText}${valueEnd}`, { categories: Value })
export const QuotedArgument = token('quotedArgument', quotedValue + valueEnd, { categories: Value })
export const ArgumentCall = token('argumentCall', valueCall, { categories: ArgCall, push: 'argument' })

// Literals of the regular-expression dialect.
export const QuotedLiteral = token('quotedLiteral', `${quotedAnyhow}(?![^${space})])`, {
  categories: Literal,
  pop: true,
})
export const OuterLiteral = token('outerLiteral', `[^${space}"'${invisible}][^${space}${invisible}]*`, {
  categories: Literal,
  pop: true,
})
export const EnclosedLiteral = token('enclosedLiteral', matchEnclosedLiteral, { categories: Literal, pop: true })

function matchEnclosedLiteral(source: string, offset: number): [string] | null {
  const end = endOfEnclosedLiteral(source, offset)
  return end > offset ? [source.slice(offset, end)] : null
}

// What no parser rule accepts.
export const ForeignOperator = token('foreignOperator', '!~|~=|===?|<>|!(?!=)|=~|~|&&|\\|\\|', { categories: Foreign })
/** The same in the place of a value, where comparators have a token of their own. */
export const ForeignWord = token('foreignWord', '~|&&|\\|\\|', { categories: Foreign })
export const KeywordAsValue = token('keywordAsValue', `(?:AND|OR|NOT)${wordEnd}`, { categories: Foreign, pop: true })
export const ComparatorAsValue = token('comparatorAsValue', '[<>=!:]+', { categories: Foreign })
/** A value with a character that needs quotes, or with a backslash that does not begin an escape. */
export const OddValue = token('oddValue', `${moreThanHyphen}${wholeRun}${valueEnd}`, { categories: Foreign })
export const GluedText = token('gluedText', `${wholeRun}(?=["'])`, { categories: Foreign })
export const GluedString = token('gluedString', `${quotedValue}(?=[^])`, { categories: Foreign })
export const GluedLiteral = token('gluedLiteral', `${quotedAnyhow}(?=[^])`, { categories: Foreign })
export const InvalidString = token('invalidString', quotedAnyhow, { categories: Foreign })
export const UnterminatedString = token('unterminatedString', `["'][^]*`, { categories: Foreign })
/** Consumes the rest of the text; the error is at its first character. */
export const Unexpected = token('unexpected', '[^]+', { categories: Foreign })
