import type { Span } from '../ast/index.ts'
import { advise, type Help, replace, writePattern } from '../diagnostics/index.ts'
import type { Rule } from './context.ts'

/**
 * Reports `invalid-pattern`, `pattern-too-complex` and `engine-missing` on strings, enums and timestamps: SEMANTICS.md
 * sections 4 and 7.
 */
export const validPatterns: Rule = ({ clauses, report }) => {
  for (const { restriction, literal } of clauses) {
    if (literal?.kind !== 'rejected') continue
    const { text, span } = restriction.arg
    const { rejection } = literal
    switch (rejection.code) {
      case 'invalid-pattern':
        report(rejection.code, span, { reason: rejection.reason, help: helpFor(text, span) })
        break
      case 'pattern-too-complex':
        report(rejection.code, span, { reason: rejection.reason })
        break
      case 'engine-missing':
        report(rejection.code, span, { help: rejection.help })
    }
  }
}

function helpFor(pattern: string, span: Span): Help | undefined {
  if (pattern.startsWith('*')) {
    // Each `*` of a shell; one behind `.`, a class or a group is RE2's.
    const text = pattern.replaceAll(/(?<![.\\)\]])\*/g, '.*')
    return advise('to match any characters, write `.*`', [replace(span, writePattern(text))])
  }
  return /\(\?(?:[=!]|<[=!])|\\[1-9]/.test(pattern) ? 'RE2 does not support lookaround or backreferences' : undefined
}
