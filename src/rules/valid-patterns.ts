import { diagnose, type Diagnostic } from '../diagnostics/index.ts'
import { isFailure } from '../regex/index.ts'
import { isAtomic } from './atomic-fields.ts'
import { type Rule, withPath } from './context.ts'

/** SEMANTICS.md section 4: strings, enums and timestamps take a pattern, and RE2 decides what one is. */
export const validPatterns: Rule = ({ clauses, patterns }) =>
  withPath(clauses).flatMap(({ restriction: { arg }, path }): Diagnostic[] => {
    if (!isAtomic(path) || !takesPattern(path.field.type)) return []
    const result = patterns.compile(arg.text)
    if (!isFailure(result)) return []
    const { code, reason } = result
    return code === 'invalid-pattern'
      ? [diagnose(code, arg.span, { reason, help: helpFor(arg.text) })]
      : [diagnose(code, arg.span, { reason })]
  })

const takesPattern = (type: string): boolean => type === 'string' || type === 'enum' || type === 'timestamp'

function helpFor(pattern: string): string | undefined {
  if (pattern.startsWith('*')) return 'for any characters write `.*`'
  return /\(\?(?:[=!]|<[=!])|\\[1-9]/.test(pattern) ? 'RE2 has no lookaround and no backreferences' : undefined
}
