import { isFailure, type PatternFailure } from '../engine.ts'
import { readPattern } from '../syntax/read-pattern.ts'
import type { Handle, Host } from './host.ts'
import { printPattern } from './print-pattern.ts'

/**
 * Compiles a pattern so that it matches whole texts, exactly as RE2's FullMatch does.
 *
 * RE2 is handed what the pattern means, not its text: so nothing in it can reach beyond the anchors (`a)|(b`, `\Q`), and
 * its names may be those that current RE2 reads.
 */
export function compileFullMatch(host: Host, pattern: string): Handle | PatternFailure {
  const tree = readPattern(pattern)
  if (isFailure(tree)) return tree
  const compiled = host.compile(`\\A(?:${printPattern(tree)})\\z`)
  // The reader rejects what RE2 rejects, so only the size is left.
  return typeof compiled === 'string' ? { code: 'pattern-too-complex', reason: compiled } : compiled
}
