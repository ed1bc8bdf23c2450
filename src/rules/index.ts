import { diagnose, type Diagnostic } from '../diagnostics/index.ts'
import { atomicFields } from './atomic-fields.ts'
import { comparatorTypes } from './comparator-types.ts'
import { createContext, type Rule, type Subject } from './context.ts'
import { knownFields } from './known-fields.ts'
import { knownFunctions } from './known-functions.ts'
import { literalTypes } from './literal-types.ts'
import { missingComparators } from './missing-comparators.ts'
import { mixedDialects } from './mixed-dialects.ts'
import { multipleFields } from './multiple-fields.ts'
import { operators } from './operators.ts'
import { repeatedFields } from './repeated-fields.ts'
import { separateClauses } from './separate-clauses.ts'
import { validPatterns } from './valid-patterns.ts'

/** First how the parts may be combined, then what each may be. */
export const rules: readonly Rule[] = [
  mixedDialects,
  operators,
  multipleFields,
  missingComparators,
  knownFunctions,
  knownFields,
  repeatedFields,
  atomicFields,
  comparatorTypes,
  literalTypes,
  validPatterns,
]

/** All that the rules find, in the order of the text; an error of the syntax comes alone. */
export function applyRules(subject: Subject): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const context = createContext(subject, (...finding) => {
    found.push(diagnose(...finding))
  })
  separateClauses(context)
  if (found.length > 0) return found
  for (const rule of rules) rule(context)
  return found.sort((a, b) => a.span.start - b.span.start)
}
