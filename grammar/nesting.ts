import { type IToken, tokenMatcher, type TokenType } from 'chevrotain'
import * as tokens from './tokens.ts'

/** Whether a token opens a parenthesis; that of a call belongs to its token. */
export const opens = (token: IToken): boolean =>
  [tokens.Open, tokens.Call, tokens.ArgCall].some((type) => tokenMatcher(token, type))

/** The parentheses and calls that are still open, the innermost last. */
export function openParentheses(found: readonly IToken[]): readonly IToken[] {
  const open: IToken[] = []
  for (const token of found) {
    if (opens(token)) open.push(token)
    else if (tokenMatcher(token, tokens.Close)) open.pop()
  }
  return open
}

/** The last token, if it is of a type. */
export const lastOf = (found: readonly IToken[], type: TokenType): IToken | undefined =>
  found.slice(-1).find((token) => tokenMatcher(token, type))

/** The innermost parenthesis or call that is still open. */
export const innermostOpen = (found: readonly IToken[]): IToken | undefined => openParentheses(found).at(-1)
