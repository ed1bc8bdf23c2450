import { RE2JS, RE2JSSyntaxException } from 're2js'
import type { PatternFailure, RegexEngine } from './index.ts'

/**
 * RE2 as the package `re2js` has it, in JavaScript alone: for pages and runtimes that do not run WebAssembly. Install
 * `re2js` beside this package and pass the engine on.
 *
 * It reads what RE2 reads, with RE2's verdict, but for `\C`, a single byte of a character, which it rejects. Its
 * Unicode tables are newer: `\p{…}` and `(?i)` know characters that were assigned after 2020.
 *
 * @example compile('name eq "(?i)debian-.*"', { regexEngine: re2jsEngine })
 */
export const re2jsEngine: RegexEngine = {
  compile(pattern) {
    if (!pattern.isWellFormed()) return { code: 'invalid-pattern', reason: 'a lone surrogate is no character' }
    try {
      const compiled = RE2JS.compile(pattern)
      return { test: (text) => compiled.matches(text.toWellFormed()), free: () => undefined }
    } catch (error) {
      return failureOf(error)
    }
  },
}

const tooLarge: ReadonlySet<string> = new Set(['expression too large', 'expression nests too deeply'])

/** What is no error of the syntax has run out of something. */
function failureOf(error: unknown): PatternFailure {
  if (!(error instanceof RE2JSSyntaxException)) return { code: 'pattern-too-complex', reason: String(error) }
  const code = tooLarge.has(error.error) ? 'pattern-too-complex' : 'invalid-pattern'
  return { code, reason: [error.error, error.input].filter(Boolean).join(': ') }
}
