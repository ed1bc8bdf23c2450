import { type IToken, tokenMatcher } from 'chevrotain'
import { diagnose, type Diagnostic } from '../src/diagnostics/index.ts'
import type { Limits } from '../src/limits.ts'
import { opens } from './nesting.ts'
import { spanOf } from './spans.ts'
import * as tokens from './tokens.ts'

/**
 * Nesting and the number of restrictions, counted on the tokens, before the parser recurses. Every value or literal counts
 * as a restriction, and so does a field or function without comparator.
 */
export function findExcess(found: readonly IToken[], limits: Limits): Diagnostic | undefined {
  let depth = 0
  let restrictions = 0
  let previous: IToken | undefined
  for (const token of found) {
    const is = (type: IToken['tokenType']) => tokenMatcher(token, type)
    if (opens(token)) depth++
    else if (is(tokens.Close)) depth--
    if (depth > limits.nesting) return diagnose('too-deep', spanOf(token), { limit: limits.nesting })

    if (is(tokens.Comparator) || is(tokens.RegexComparator)) restrictions--
    else if (is(tokens.Value) || is(tokens.Literal) || is(tokens.Call) || is(tokens.ArgCall)) restrictions++
    else if (is(tokens.Name) && previous?.tokenType !== tokens.Dot) restrictions++
    // A comparator uncounts its field; its value follows, so one more than the limit is already too many.
    if (restrictions > limits.restrictions) {
      return diagnose('too-many-terms', spanOf(token), { limit: limits.restrictions })
    }
    previous = token
  }
  return undefined
}
