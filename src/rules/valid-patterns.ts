import { isFailure } from '../regex/index.ts'
import { isAtomic } from './atomic-fields.ts'
import type { Rule } from './context.ts'

/** SEMANTICS.md section 4: strings, enums and timestamps take a pattern, and RE2 decides what one is. */
export const validPatterns: Rule = ({ clauses, patterns, report }) => {
  for (const { restriction, path } of clauses) {
    if (path === undefined || !isAtomic(path) || !takesPattern(path.field.type)) continue
    const { text, span } = restriction.arg
    const result = patterns.compile(text)
    if (!isFailure(result)) continue
    const { code, reason } = result
    if (code === 'invalid-pattern') report(code, span, { reason, help: helpFor(text) })
    else report(code, span, { reason })
  }
}

const takesPattern = (type: string): boolean => type === 'string' || type === 'enum' || type === 'timestamp'

function helpFor(pattern: string): string | undefined {
  if (pattern.startsWith('*')) return 'for any characters write `.*`'
  return /\(\?(?:[=!]|<[=!])|\\[1-9]/.test(pattern) ? 'RE2 has no lookaround and no backreferences' : undefined
}
