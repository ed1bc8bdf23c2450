import type { Rule } from './context.ts'

/** Reports `unknown-function` for every call, since Compute defines none: SEMANTICS.md section 3. */
export const knownFunctions: Rule = ({ functions, report }) => {
  for (const { name, span } of functions) {
    report('unknown-function', { start: span.start, end: span.start + name.length }, { name })
  }
}
