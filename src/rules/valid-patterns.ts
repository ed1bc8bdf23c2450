import type { Span } from '../ast/index.ts'
import { advise, type Help, replace, writePattern } from '../diagnostics/index.ts'
import { isFailure } from '../regex/index.ts'
import { isAtomic } from './atomic-fields.ts'
import type { Rule } from './context.ts'

/**
 * Reports `invalid-pattern`, `pattern-too-complex` and `engine-missing` on strings, enums and timestamps: SEMANTICS.md
 * sections 4 and 7.
 */
export const validPatterns: Rule = ({ clauses, patterns, report }) => {
  for (const { restriction, path } of clauses) {
    if (path === undefined || !isAtomic(path) || !takesPattern(path.field.type)) continue
    const { text, span } = restriction.arg
    const result = patterns.compile(text)
    if (!isFailure(result)) continue
    switch (result.code) {
      case 'invalid-pattern':
        report(result.code, span, { reason: result.reason, help: helpFor(text, span) })
        break
      case 'pattern-too-complex':
        report(result.code, span, { reason: result.reason })
        break
      case 'engine-missing':
        report(result.code, span, { help: result.help })
    }
  }
}

const takesPattern = (type: string): boolean => type === 'string' || type === 'enum' || type === 'timestamp'

function helpFor(pattern: string, span: Span): Help | undefined {
  if (pattern.startsWith('*'))
    return advise('for any characters write `.*`', [replace(span, writePattern(pattern).replace('*', '.*'))])
  return /\(\?(?:[=!]|<[=!])|\\[1-9]/.test(pattern) ? 'RE2 has no lookaround and no backreferences' : undefined
}
