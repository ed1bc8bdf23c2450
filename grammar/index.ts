import type { Lexer } from 'chevrotain'
import type { FilterNode } from '../src/ast/index.ts'
import { diagnose, type Diagnostic, type SortOf } from '../src/diagnostics/index.ts'
import type { Limits } from '../src/limits.ts'
import { FilterParser } from './parser.ts'
import { explainSyntaxError } from './syntax-errors.ts'
import { findExcess } from './token-limits.ts'
import { createLexer } from './lexer.ts'

export { printLiteral, printName, printValue, type WordPosition } from './print.ts'

interface Machinery {
  readonly lexer: Lexer
  readonly parser: FilterParser
}

let machinery: Machinery | undefined

/** Built on first use, so that importing the library stays cheap. */
const machine = (): Machinery =>
  (machinery ??= { lexer: createLexer(), parser: new FilterParser({ skipValidations: true }) })

export type Parsed = { readonly filter: FilterNode } | { readonly error: Diagnostic }

const nothingKnown: SortOf = () => undefined

/**
 * Text to tree. The limits are checked on the text, then on its tokens, before the parser sees them.
 *
 * @param sortOf what is known of the fields, for help that fits them
 */
export function parseText(source: string, limits: Limits, sortOf: SortOf = nothingKnown): Parsed {
  const span = Object.freeze({ start: 0, end: source.length })
  if (source.length > limits.textLength) {
    return { error: diagnose('too-long', span, { length: source.length, limit: limits.textLength }) }
  }
  const { lexer, parser } = machine()
  const { tokens } = lexer.tokenize(source)
  const excess = findExcess(tokens, limits)
  if (excess !== undefined) return { error: excess }
  parser.input = tokens
  const expression = parser.filter()
  const [error] = parser.errors
  parser.input = []
  return error === undefined
    ? { filter: Object.freeze({ kind: 'filter', expression, span }) }
    : { error: explainSyntaxError(source, tokens, error.token, sortOf) }
}
