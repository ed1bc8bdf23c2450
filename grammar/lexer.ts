import { type IMultiModeLexerDefinition, Lexer, type TokenType } from 'chevrotain'
import type { Mode } from './tokens.ts'
import * as tokens from './tokens.ts'

/*
 * The meaning of a character depends on its place, hence lexer modes:
 *
 *   outer       the filter outside parentheses        enclosed         the filter inside parentheses
 *   field       after the dot of a field path         value            after a comparator of the AIP-160 dialect
 *   argument    inside `= (…)` and `f(…)`             outerLiteral, enclosedLiteral   after `eq` or `ne`
 *
 * Every mode ends in a token that consumes whatever is left, so the lexer itself never fails, and the first error is always
 * the parser's.
 */
const broken = [tokens.GluedString, tokens.InvalidString, tokens.UnterminatedString]
const filterTokens = [tokens.And, tokens.Or, tokens.Not, tokens.Minus]
const fieldTokens = [
  tokens.ForeignOperator,
  tokens.AipComparator,
  tokens.Dot,
  tokens.FilterCall,
  tokens.Text,
  tokens.QuotedName,
  tokens.GluedText,
]

export const definition: IMultiModeLexerDefinition & { readonly modes: Record<Mode, TokenType[]> } = {
  defaultMode: 'outer',
  modes: {
    outer: [
      tokens.WhiteSpace,
      tokens.OpenParenthesis,
      tokens.StrayParenthesis,
      ...filterTokens,
      tokens.OuterRegexComparator,
      ...fieldTokens,
      ...broken,
      tokens.Unexpected,
    ],
    enclosed: [
      tokens.WhiteSpace,
      tokens.OpenParenthesis,
      tokens.CloseParenthesis,
      ...filterTokens,
      tokens.EnclosedRegexComparator,
      ...fieldTokens,
      ...broken,
      tokens.Unexpected,
    ],
    field: [tokens.FieldText, tokens.QuotedField, tokens.GluedText, ...broken, tokens.Unexpected],
    value: [
      tokens.WhiteSpace,
      tokens.OpenValue,
      tokens.StrayParenthesis,
      tokens.KeywordAsValue,
      tokens.ForeignWord,
      tokens.ValueCall,
      tokens.ValueText,
      tokens.QuotedValue,
      tokens.ComparatorAsValue,
      tokens.OddValue,
      tokens.GluedText,
      ...broken,
      tokens.Unexpected,
    ],
    argument: [
      tokens.WhiteSpace,
      tokens.OpenArgument,
      tokens.CloseParenthesis,
      tokens.Comma,
      tokens.And,
      tokens.Or,
      tokens.Not,
      tokens.ArgumentMinus,
      tokens.ForeignWord,
      tokens.ArgumentCall,
      tokens.ArgumentText,
      tokens.QuotedArgument,
      tokens.ComparatorAsValue,
      tokens.OddValue,
      tokens.GluedText,
      ...broken,
      tokens.Unexpected,
    ],
    outerLiteral: [
      tokens.WhiteSpace,
      tokens.QuotedLiteral,
      tokens.OuterLiteral,
      tokens.GluedLiteral,
      tokens.UnterminatedString,
      tokens.Unexpected,
    ],
    enclosedLiteral: [
      tokens.WhiteSpace,
      tokens.StrayParenthesis,
      tokens.QuotedLiteral,
      tokens.GluedLiteral,
      tokens.UnterminatedString,
      tokens.EnclosedLiteral,
      tokens.Unexpected,
    ],
  },
}

/** Every token type, for the parser's vocabulary. */
export const vocabulary: TokenType[] = [
  ...new Set([
    tokens.Name,
    tokens.Value,
    tokens.Literal,
    tokens.Comparator,
    tokens.RegexComparator,
    tokens.Call,
    tokens.ArgCall,
    tokens.Open,
    tokens.Close,
    tokens.Foreign,
    ...Object.values(definition.modes).flat(),
  ]),
]

/**
 * `safeMode`: Chevrotain does not compute the first characters of each token. Each mode has a token that takes any
 * character, so they would not help.
 */
export const createLexer = (): Lexer =>
  new Lexer(definition, { positionTracking: 'onlyOffset', skipValidations: true, safeMode: true })
