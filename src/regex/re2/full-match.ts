import type { PatternFailure } from '../engine.ts'
import { readGroups } from './groups.ts'
import type { Handle, Host } from './host.ts'

/**
 * Compiles a pattern so that it matches whole texts, exactly as RE2's FullMatch does.
 *
 * What is not a pattern by itself (`a)|(b`) must not become one inside the anchors: where that could happen, the pattern
 * is first compiled alone. Only an unclosed `\Q` can then fail inside them, since it quotes the closing parenthesis;
 * `\E` closes it.
 */
export function compileFullMatch(host: Host, pattern: string): Handle | PatternFailure {
  if (!pattern.isWellFormed()) return { code: 'invalid-pattern', reason: 'a lone surrogate is no character' }
  const { uncaptured, named, staysInside } = readGroups(pattern)
  if (staysInside) {
    const anchored = host.compile(`\\A(?:${uncaptured})\\z`)
    if (typeof anchored !== 'string') return anchored
  }
  const alone = host.compile(named)
  if (typeof alone === 'string') return classify(inOwnSpelling(alone, pattern))
  host.free(alone)
  const closed = host.compile(`\\A(?:${uncaptured}\\E)\\z`)
  return typeof closed === 'string' ? classify(closed) : closed
}

const classify = (reason: string): PatternFailure => ({
  code: reason.startsWith('pattern too large') ? 'pattern-too-complex' : 'invalid-pattern',
  reason,
})

/** RE2's words quote what it was given; the user is shown what the user wrote. */
const inOwnSpelling = (reason: string, pattern: string): string =>
  pattern.includes('(?P<') ? reason : reason.replaceAll('(?P<', '(?<')
