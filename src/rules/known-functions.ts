import type { Rule } from './context.ts'

/** SEMANTICS.md section 3: Compute defines no function. */
export const knownFunctions: Rule = ({ functions, report }) => {
  for (const { name, span } of functions) {
    report('unknown-function', { start: span.start, end: span.start + name.length }, { name })
  }
}
