import { isFailure, type PatternFailure } from '../engine.ts'
import { readPattern } from '../syntax/read-pattern.ts'
import type { Handle, Host } from './host.ts'
import { printPattern } from './print-pattern.ts'

/**
 * Compiles a pattern so that it matches whole texts, exactly as RE2's FullMatch does.
 *
 * The pattern is printed from its tree, not copied: nothing in it can reach beyond the anchors (`a)|(b`, `\Q`), and its
 * group names may be those of current RE2.
 */
export function compileFullMatch(host: Host, pattern: string): Handle | PatternFailure {
  const tree = readPattern(pattern)
  if (isFailure(tree)) return tree
  const compiled = host.compile(`\\A(?:${printPattern(tree)})\\z`)
  // The reader has rejected everything that is invalid, so the reason is the size.
  return typeof compiled === 'string' ? { code: 'pattern-too-complex', reason: compiled } : compiled
}
