import type { Rule } from './context.ts'

/** SEMANTICS.md section 3: Compute needs field, comparator and value; it searches for no bare words. */
export const missingComparators: Rule = ({ globalRestrictions, source, report }) => {
  for (const { comparable, span } of globalRestrictions) {
    if (comparable.kind === 'function') continue
    const word = source.slice(span.start, span.end)
    report('missing-comparator', span, { word, help: helpFor(word) })
  }
}

function helpFor(word: string): string | undefined {
  if (/^(?:and|or|not)$/i.test(word)) return `write \`${word.toUpperCase()}\``
  if (/^(?:eq|ne)$/i.test(word)) return `write \`FIELD ${word.toLowerCase()} PATTERN\``
  return word.includes('~') ? "`~` is gcloud's own: write `FIELD eq PATTERN`" : undefined
}
