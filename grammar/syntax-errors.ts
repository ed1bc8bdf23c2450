import type { IToken } from 'chevrotain'
import {
  advise,
  diagnose,
  type Diagnostic,
  type Help,
  insert,
  quoted,
  replace,
  type SortOf,
} from '../src/diagnostics/index.ts'
import { quotedAnyhow, valueText } from './characters.ts'
import { escapePattern } from './literals.ts'
import { openParentheses } from './nesting.ts'
import type { Situation } from './situation.ts'
import { spanOf } from './spans.ts'
import {
  expectationAfter,
  helpForCharacter,
  helpForGluedText,
  helpForInvisible,
  helpInCall,
  helpForToken,
} from './syntax-help.ts'
import * as tokens from './tokens.ts'
import { helpForBackslash, helpForGluedString, helpForOddValue, spaceAfterQuote } from './value-help.ts'

/** Builds the diagnostic for the first syntax error from the token at which the parser stopped. */
export function explainSyntaxError(source: string, found: readonly IToken[], at: IToken, sortOf: SortOf): Diagnostic {
  const index = found.indexOf(at)
  if (index < 0) return explainEnd(source, found)

  const situation: Situation = { source, before: found.slice(0, index), at, sortOf }
  const span = spanOf(at)
  switch (at.tokenType) {
    case tokens.UnterminatedString:
      return explainOpenQuote(at)
    case tokens.InvalidString:
      return explainEscape(source, at)
    case tokens.OddValue:
      return explainOddValue(situation)
    case tokens.GluedText:
      return explainCharacter(source, span.end, helpForGluedText(situation))
    case tokens.GluedString:
      return explainCharacter(source, span.end, helpForGluedString(situation))
    case tokens.GluedLiteral:
      return explainCharacter(source, span.end, spaceAfterQuote(situation))
    case tokens.Unexpected:
      return at.image.startsWith('\\')
        ? explainBackslash(source, span.start, undefined)
        : explainCharacter(source, span.start, helpForCharacter(situation))
    default:
      return diagnose('unexpected-token', span, { token: at.image, help: helpForToken(situation) })
  }
}

function explainEnd(source: string, found: readonly IToken[]): Diagnostic {
  const open = openParentheses(found)
  const innermost = open.at(-1)
  const close = innermost && advise('close the parenthesis with `)`', [insert(source.length, ')'.repeat(open.length))])
  return diagnose(
    'unexpected-end',
    { start: source.length, end: source.length },
    { help: expectationAfter(found.at(-1)) ?? close },
    innermost && [{ message: 'opened here', span: spanOf(innermost) }],
  )
}

const wholeQuote = new RegExp(`^${quotedAnyhow}$`)

/** The quote is closed at the end: preferred where nothing else follows that may be meant to be outside. */
function explainOpenQuote(at: IToken): Diagnostic {
  const quote = at.image.charAt(0)
  const image = at.image.replace(/[ \t\r\n\f]+$/, '')
  const help = `close it with ${quoted(quote)}`
  const edits = [insert(at.startOffset + image.length, quote)]
  return diagnose('unterminated-string', spanOf(at), {
    quote,
    help: wholeQuote.test(image + quote) ? advise(help, edits, !/[=<>:()]/.test(image)) : help,
  })
}

function explainCharacter(source: string, start: number, help: Help | undefined): Diagnostic {
  const character = characterAt(source, start)
  const span = { start, end: start + character.length }
  return diagnose('unexpected-character', span, { character, help: helpForInvisible(source, start) ?? help })
}

const legalBeginning = new RegExp(`^["'](?:[^\\\\]|${escapePattern})*`)

/** The first invalid escape of a quoted string. */
function explainEscape(source: string, { image, startOffset }: IToken): Diagnostic {
  return explainBackslash(source, startOffset + image.length - image.replace(legalBeginning, '').length, undefined)
}

function explainBackslash(source: string, start: number, help: Help | undefined): Diagnostic {
  const escape = `\\${characterAt(source, start + 1)}`
  const backslash = { start, end: start + 1 }
  return diagnose(
    'invalid-escape',
    { start, end: start + escape.length },
    {
      escape,
      help: help ?? {
        help: 'remove the backslash, or write `\\\\` for a backslash',
        fixes: [
          { title: 'remove the backslash', edits: [replace(backslash, '')], isPreferred: false },
          { title: 'write `\\\\` for a backslash', edits: [insert(start, '\\')], isPreferred: false },
        ],
      },
    },
  )
}

const legalRun = new RegExp(`^${valueText}`)

/** A value that is not written in quotes and has to be: the first character that shows it decides. */
function explainOddValue(situation: Situation): Diagnostic {
  const { source, at } = situation
  const { image, startOffset } = at
  const first = image.length - image.replace(legalRun, '').length
  const character = image.charAt(first)
  return character === '\\'
    ? explainBackslash(source, startOffset + first, helpForBackslash(situation, first))
    : diagnose('needs-quotes', spanOf(at), { character, help: helpInCall(situation) ?? helpForOddValue(situation) })
}

/** The character at an offset; two UTF-16 units if it is astral. */
const characterAt = (source: string, start: number): string => [...source.slice(start, start + 2)][0] ?? ''
