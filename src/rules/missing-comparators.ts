import { walk } from '../ast/index.ts'
import { diagnose, type Diagnostic } from '../diagnostics/index.ts'
import type { Rule } from './context.ts'

/** SEMANTICS.md section 3: Compute needs field, comparator and value; it searches for no bare words. */
export const missingComparators: Rule = ({ filter, source }) => {
  const found: Diagnostic[] = []
  walk(filter, {
    'global-restriction': ({ comparable, span }) => {
      if (comparable.kind === 'function') return
      const word = source.slice(span.start, span.end)
      found.push(diagnose('missing-comparator', span, { word, help: helpFor(word) }))
    },
  })
  return found
}

function helpFor(word: string): string | undefined {
  if (/^(?:and|or|not)$/i.test(word)) return `write \`${word.toUpperCase()}\``
  if (/^(?:eq|ne)$/i.test(word)) return `write \`FIELD ${word.toLowerCase()} PATTERN\``
  return word.includes('~') ? "`~` is gcloud's own: write `FIELD eq PATTERN`" : undefined
}
