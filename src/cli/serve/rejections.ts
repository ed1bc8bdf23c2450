import { createHash } from 'node:crypto'
import QuickLRU from 'quick-lru'
import type { FilterError } from '../../index.ts'

/** The maximum number of rejected filters that are remembered, each by a digest of 44 characters. */
const maxFilters = 10_000
/** The maximum number of lines: a filter can have hundreds of errors. */
const maxLines = 40

/** Reports why a filter was rejected, with its errors below it. Each filter is reported once. */
export function reportRejections(report: (line: string) => void): (error: FilterError) => void {
  const known = new QuickLRU<string, true>({ maxSize: maxFilters })
  return (error) => {
    const digest = createHash('sha256').update(error.source).digest('base64')
    if (known.get(digest) === true) return
    known.set(digest, true)
    const lines = String(error).split('\n')
    report('the filter was rejected:')
    for (const line of lines.slice(0, maxLines)) report(`  ${line}`)
    if (lines.length > maxLines) report(`  … ${String(lines.length - maxLines)} more lines`)
  }
}
