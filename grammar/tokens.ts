import { createToken, Lexer, type IMultiModeLexerDefinition, type IToken, type TokenType } from 'chevrotain'
import { AIP_COMPARATORS, REGEX_COMPARATORS } from '../src/ast/index.ts'
import { endOfEnclosedLiteral, escapePattern } from './literals.ts'

/*
 * What a character means depends on where it stands, hence lexer modes:
 *
 *   open        the filter outside parentheses        enclosed         the filter inside parentheses
 *   field       after the dot of a field path         value            after a comparator of the AIP-160 dialect
 *   argument    inside `= (…)` and `f(…)`             openLiteral, enclosedLiteral   after `eq` or `ne`
 *
 * Every mode ends in a token that takes whatever is left, so the lexer itself never fails: what the parser does not
 * know, it reports, and the first error is always the parser's.
 */
type Mode = 'open' | 'enclosed' | 'field' | 'value' | 'argument' | 'openLiteral' | 'enclosedLiteral'

// SEMANTICS.md section 2: white space is space, tab, CR, LF.
const space = ' \\t\\r\\n'
/** A run of characters that a name may consist of; `-` may not begin it, since it negates there. */
const text = `[^${space}.,()"'<>=!:]`
const firstOfText = `[^${space}.,()"'<>=!:\\-]`
/** A run of characters that an unquoted value may consist of; a comparator may not begin it. */
const run = `[^${space}(),"']`
const firstOfRun = `[^${space}(),"'<>=!:]`
/** Text that runs into a quote is an error, not two tokens. */
const textEnd = `(?=[${space}.,()<>=!:]|$)`
const runEnd = `(?=[${space}(),]|$)`
const wordEnd = `(?=[${space}()]|$)`

const quotedWith = (quote: string, backslash: string) =>
  `${quote}[^${quote}\\\\]*(?:${backslash}[^${quote}\\\\]*)*${quote}`
const quotedValue = `(?:${quotedWith('"', escapePattern)}|${quotedWith("'", escapePattern)})`
const quotedAnyhow = `(?:${quotedWith('"', '\\\\[^]')}|${quotedWith("'", '\\\\[^]')})`

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
/** What belongs to no filter; each has its message in syntax-errors.ts. */
export const Foreign = category('foreign', 'foreign')

const WhiteSpace = createToken({
  name: 'whiteSpace',
  pattern: new RegExp(`[${space}]+`),
  group: Lexer.SKIPPED,
  line_breaks: true,
})

// Parentheses. The mode that a parenthesis opens is the one that its partner closes.
const OpenParenthesis = token('openParenthesis', '\\(', { categories: Open, push: 'enclosed' })
const OpenArgument = token('openArgument', '\\(', { categories: Open, push: 'argument' })
const OpenValue = token('openValue', '\\(', { categories: Open, pop: true, push: 'argument' })
const CloseParenthesis = token('closeParenthesis', '\\)', { categories: Close, pop: true })
export const StrayParenthesis = token('strayParenthesis', '\\)', { categories: Foreign })
export const Comma = token('comma', ',', { label: '","' })

// Logic.
export const And = token('AND', `AND${wordEnd}`, { label: 'AND' })
export const Or = token('OR', `OR${wordEnd}`, { label: 'OR' })
export const Not = token('NOT', `NOT(?=[${space}]|$)`, { label: 'NOT' })
export const Minus = token('minus', `-(?=[^${space},)<>=!:\\-.]|$)`, { label: '"-"' })
/** In a composite argument `-1` is a number and `-prod` a negation. */
const ArgumentMinus = token('argumentMinus', `-(?![0-9${space},)])`, { categories: Minus })

// Fields.
const Text = token('text', `${firstOfText}${text}*${textEnd}`, { categories: Name })
const QuotedName = token('quotedName', `${quotedValue}${textEnd}`, { categories: Name })
const FieldText = token('fieldText', `${text}+${textEnd}`, { categories: Name, pop: true })
const QuotedField = token('quotedField', `${quotedValue}${textEnd}`, { categories: Name, pop: true })
export const Dot = token('dot', matchDot, { push: 'field', starts: ['.'], label: '"."' })
const FilterCall = token('filterCall', `${firstOfText}${text}*(?:\\.${text}+)*\\(`, {
  categories: Call,
  push: 'argument',
})

/** White space does not stand around the dot of a path. */
function matchDot(source: string, offset: number, before: IToken[]): [string] | null {
  const last = before.at(-1)
  return source[offset] === '.' && last !== undefined && last.startOffset + last.image.length === offset ? ['.'] : null
}

// Comparators.
const longestFirst = [...AIP_COMPARATORS].sort((a, b) => b.length - a.length)
const AipComparator = token('aipComparator', longestFirst.join('|'), { categories: Comparator, push: 'value' })
const OpenEq = token('openEq', matchRegexComparator, {
  categories: RegexComparator,
  push: 'openLiteral',
  starts: ['e', 'n'],
})
const EnclosedEq = token('enclosedEq', matchRegexComparator, {
  categories: RegexComparator,
  push: 'enclosedLiteral',
  starts: ['e', 'n'],
})

const regexComparator = new RegExp(`(?:${REGEX_COMPARATORS.join('|')})(?=[${space})]|$)`, 'y')

/** `eq` and `ne` are comparators only behind a field; anywhere else they are words. */
function matchRegexComparator(source: string, offset: number, before: IToken[]): [string] | null {
  const last = before.at(-1)
  if (!last?.tokenType.CATEGORIES?.includes(Name)) return null
  regexComparator.lastIndex = offset
  return regexComparator.test(source) ? [source.slice(offset, offset + 2)] : null
}

// Values of the AIP-160 dialect, once behind a comparator and once inside parentheses.
const valueText = `${firstOfRun}${run}*${runEnd}`
const valueCall = `[^${space}(),"'<>=!:.]+(?:\\.[^${space}(),"'<>=!:.]+)*\\(`
const ValueText = token('valueText', valueText, { categories: Value, pop: true })
const QuotedValue = token('quotedValue', quotedValue + runEnd, { categories: Value, pop: true })
const ValueCall = token('valueCall', valueCall, { categories: ArgCall, pop: true, push: 'argument' })
const ArgumentText = token('argumentText', valueText, { categories: Value })
const QuotedArgument = token('quotedArgument', quotedValue + runEnd, { categories: Value })
const ArgumentCall = token('argumentCall', valueCall, { categories: ArgCall, push: 'argument' })

// Literals of the regular-expression dialect.
const QuotedLiteral = token('quotedLiteral', `${quotedAnyhow}(?=[${space})]|$)`, { categories: Literal, pop: true })
const OpenLiteral = token('openLiteral', `[^${space}"'][^${space}]*`, { categories: Literal, pop: true })
const EnclosedLiteral = token('enclosedLiteral', matchEnclosedLiteral, { categories: Literal, pop: true })

function matchEnclosedLiteral(source: string, offset: number): [string] | null {
  const end = endOfEnclosedLiteral(source, offset)
  return end > offset ? [source.slice(offset, end)] : null
}

// What the parser does not know.
export const ForeignOperator = token('foreignOperator', `!~|==|<>|!(?!=)|(?:&&|\\|\\||~)(?=[${space}("']|$)`, {
  categories: Foreign,
})
export const KeywordAsValue = token('keywordAsValue', `(?:AND|OR|NOT)${wordEnd}`, { categories: Foreign, pop: true })
export const ComparatorAsValue = token('comparatorAsValue', '[<>=!:]+', { categories: Foreign })
export const GluedText = token('gluedText', `${run}+(?=["'])`, { categories: Foreign })
export const GluedString = token('gluedString', `${quotedValue}(?=[^])`, { categories: Foreign })
export const GluedLiteral = token('gluedLiteral', `${quotedAnyhow}(?=[^])`, { categories: Foreign })
export const InvalidString = token('invalidString', quotedAnyhow, { categories: Foreign })
export const UnterminatedString = token('unterminatedString', `["'][^]*`, { categories: Foreign })
export const Unexpected = token('unexpected', '[^]', { categories: Foreign })

const broken = [GluedString, InvalidString, UnterminatedString]
const filterTokens = [And, Or, Not, Minus]
const fieldTokens = [ForeignOperator, AipComparator, Dot, FilterCall, Text, QuotedName, GluedText]

const definition: IMultiModeLexerDefinition & { readonly modes: Record<Mode, TokenType[]> } = {
  defaultMode: 'open',
  modes: {
    open: [
      WhiteSpace,
      OpenParenthesis,
      StrayParenthesis,
      ...filterTokens,
      OpenEq,
      ...fieldTokens,
      ...broken,
      Unexpected,
    ],
    enclosed: [
      WhiteSpace,
      OpenParenthesis,
      CloseParenthesis,
      ...filterTokens,
      EnclosedEq,
      ...fieldTokens,
      ...broken,
      Unexpected,
    ],
    field: [FieldText, QuotedField, GluedText, ...broken, Unexpected],
    value: [
      WhiteSpace,
      OpenValue,
      StrayParenthesis,
      KeywordAsValue,
      ValueCall,
      ValueText,
      QuotedValue,
      ComparatorAsValue,
      GluedText,
      ...broken,
      Unexpected,
    ],
    argument: [
      WhiteSpace,
      OpenArgument,
      CloseParenthesis,
      Comma,
      And,
      Or,
      Not,
      ArgumentMinus,
      ArgumentCall,
      ArgumentText,
      QuotedArgument,
      ComparatorAsValue,
      GluedText,
      ...broken,
      Unexpected,
    ],
    openLiteral: [WhiteSpace, QuotedLiteral, OpenLiteral, GluedLiteral, UnterminatedString, Unexpected],
    enclosedLiteral: [
      WhiteSpace,
      StrayParenthesis,
      QuotedLiteral,
      GluedLiteral,
      UnterminatedString,
      EnclosedLiteral,
      Unexpected,
    ],
  },
}

/** Every token type, for the parser's vocabulary. */
export const vocabulary: TokenType[] = [
  ...new Set([
    Name,
    Value,
    Literal,
    Comparator,
    RegexComparator,
    Call,
    ArgCall,
    Open,
    Close,
    Foreign,
    ...Object.values(definition.modes).flat(),
  ]),
]

export const createLexer = (): Lexer =>
  new Lexer(definition, { positionTracking: 'onlyOffset', skipValidations: true, ensureOptimizations: false })

const wholeText = new RegExp(`^(?!(?:AND|OR|NOT|eq|ne|~|&&|\\|\\|)$)${firstOfText}${text}*$`)
const wholeField = new RegExp(`^${text}+$`)
const wholeValue = new RegExp(`^(?!(?:AND|OR|NOT)$)${firstOfRun}${run}*$`)

/** Whether a name needs no quotes, as the first of a path or behind a dot. */
export const isText = (name: string, first: boolean): boolean => (first ? wholeText : wholeField).test(name)

/** Whether a value, written as it is, needs no quotes. */
export const isValueText = (value: string): boolean => wholeValue.test(value)
