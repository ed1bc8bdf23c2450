import { type IToken, tokenMatcher } from 'chevrotain'
import { diagnose, type Diagnostic } from '../src/diagnostics/index.ts'
import { endOfEscape } from './literals.ts'
import * as tokens from './tokens.ts'

/**
 * Words the first error of the syntax. The parser tells the token at which it stopped; what stands there and what
 * stands before it tell the user what to write.
 */
export function explainSyntaxError(source: string, found: readonly IToken[], at: IToken): Diagnostic {
  const index = found.indexOf(at)
  const previous = index < 0 ? found.at(-1) : found[index - 1]
  if (index < 0) return explainEnd(source, found, previous)

  const span = { start: at.startOffset, end: at.startOffset + at.image.length }
  switch (at.tokenType) {
    case tokens.UnterminatedString:
      return diagnose('unterminated-string', span, { quote: at.image.charAt(0) })
    case tokens.InvalidString:
      return explainEscape(at)
    case tokens.GluedText:
    case tokens.GluedString:
    case tokens.GluedLiteral:
      return diagnose('unexpected-character', characterAt(source, span.end), {
        character: source.charAt(span.end),
        help:
          at.tokenType === tokens.GluedText
            ? 'put the whole word in quotes'
            : 'put white space after the closing quote',
      })
    case tokens.Unexpected:
      return diagnose('unexpected-character', characterAt(source, span.start), {
        character: String.fromCodePoint(source.codePointAt(span.start) ?? 0),
        help: helpForCharacter(at.image, previous),
      })
    default:
      return diagnose('unexpected-token', span, { token: at.image, help: helpForToken(at, previous) })
  }
}

function explainEnd(source: string, found: readonly IToken[], previous: IToken | undefined): Diagnostic {
  const open = innermostOpen(found)
  return diagnose(
    'unexpected-end',
    { start: source.length, end: source.length },
    { help: expectation(previous) ?? (open && 'close the parenthesis with `)`') },
    open && [{ message: 'opened here', span: { start: open.startOffset, end: open.startOffset + open.image.length } }],
  )
}

/** The last parenthesis that nothing closes. */
function innermostOpen(found: readonly IToken[]): IToken | undefined {
  const open: IToken[] = []
  for (const token of found) {
    if (opens(token)) open.push(token)
    else if (tokenMatcher(token, tokens.Close)) open.pop()
  }
  return open.at(-1)
}

const opens = (token: IToken): boolean =>
  [tokens.Open, tokens.Call, tokens.ArgCall].some((type) => tokenMatcher(token, type))

/** What has to follow a token that cannot be the last. */
function expectation(previous: IToken | undefined): string | undefined {
  if (previous === undefined) return undefined
  const is = (type: IToken['tokenType']) => tokenMatcher(previous, type)
  if (is(tokens.Comparator)) return `write a value after \`${previous.image}\`; the empty value is \`""\``
  if (is(tokens.RegexComparator)) return `write a pattern after \`${previous.image}\`; the empty pattern is \`""\``
  if (is(tokens.And) || is(tokens.Or) || is(tokens.Not) || is(tokens.Minus)) {
    return `write a restriction after \`${previous.image}\``
  }
  return is(tokens.Dot) ? 'write a field after `.`' : undefined
}

function helpForToken(at: IToken, previous: IToken | undefined): string | undefined {
  switch (at.tokenType) {
    case tokens.ForeignOperator:
      return foreignOperators[at.image]
    case tokens.KeywordAsValue:
      return `as a value, \`${at.image}\` is written in quotes: \`"${at.image}"\``
    case tokens.ComparatorAsValue:
      return comparatorPairs[`${previous?.image ?? ''}${at.image}`] ?? 'a value that begins so is written in quotes'
    case tokens.StrayParenthesis:
      return expectation(previous) ?? 'no parenthesis is open here'
    case tokens.And:
    case tokens.Or:
      return `write a restriction before \`${at.image}\``
    case tokens.Not:
    case tokens.Minus:
      return 'negations do not stack: `NOT (NOT …)`'
    default:
      return expectation(previous)
  }
}

const foreignOperators: Readonly<Record<string, string>> = {
  '~': "`~` is gcloud's own: write `FIELD eq PATTERN`",
  '!~': "`!~` is gcloud's own: write `FIELD ne PATTERN`",
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

const noSpace = 'no white space stands around the dot of a field'

function helpForCharacter(character: string, previous: IToken | undefined): string | undefined {
  if (previous?.tokenType === tokens.Dot && /[ \t\r\n]/.test(character)) return noSpace
  switch (character) {
    case '-':
      return 'write `-` directly before the field or parenthesis that it negates'
    case '.':
      return previous && tokenMatcher(previous, tokens.Name) ? noSpace : undefined
    case ',':
      return 'write one restriction for each value, or `FIELD = (A OR B)`'
    default:
      return undefined
  }
}

function explainEscape({ image, startOffset }: IToken): Diagnostic {
  for (let at = 1; at < image.length; at++) {
    if (image[at] !== '\\') continue
    const end = endOfEscape(image, at)
    if (end === undefined) {
      const escape = image.slice(at, at + 2)
      return diagnose('invalid-escape', { start: startOffset + at, end: startOffset + at + escape.length }, { escape })
    }
    at = end - 1
  }
  return diagnose('unexpected-token', { start: startOffset, end: startOffset + image.length }, { token: image })
}

/** The character at an offset: two units when it is astral. */
function characterAt(source: string, start: number) {
  return { start, end: start + ((source.codePointAt(start) ?? 0) > 0xffff ? 2 : 1) }
}
