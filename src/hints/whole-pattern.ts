import { advise, quoted, replace, writePattern } from '../diagnostics/index.ts'
import { isUrl } from './is-url.ts'
import { plainText } from './plain-text.ts'
import type { Hint } from './subject.ts'

/**
 * Reports `whole-pattern`: a URL field that is to match a pattern of plain text without `/`. A pattern has to match the whole
 * field (SEMANTICS.md section 1).
 */
export const wholePattern: Hint = ({ resolution }, report) => {
  for (const { restriction, path } of resolution.clauses) {
    const { text: pattern, span } = restriction.arg
    if (path === undefined || !isUrl(path.field) || plainText(pattern) === undefined) continue
    const longer = `.*/${pattern}`
    const help = advise(
      `to match URLs that end this way, write ${quoted(longer)}`,
      [replace(span, writePattern(longer))],
      false,
    )
    report('whole-pattern', span, { field: path.text, pattern, help })
  }
}
