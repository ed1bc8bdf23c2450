import { walk } from '../ast/index.ts'
import { diagnose, type Diagnostic } from '../diagnostics/index.ts'
import type { Rule } from './context.ts'

/** SEMANTICS.md section 3: Compute defines no function. */
export const knownFunctions: Rule = ({ filter }) => {
  const found: Diagnostic[] = []
  walk(filter, {
    function: ({ name, span: { start } }) => {
      found.push(diagnose('unknown-function', { start, end: start + name.length }, { name }))
    },
  })
  return found
}
