import { advise, quoted, replace, writePattern } from '../diagnostics/index.ts'
import { conditionsOf } from '../plan/index.ts'
import { isUrl } from './is-url.ts'
import { plainText } from './plain-text.ts'
import type { Hint } from './subject.ts'

/**
 * Reports `whole-pattern`: a URL field that is to match a pattern of plain text without `/`. A pattern has to match the whole
 * field (SEMANTICS.md section 1).
 */
export const wholePattern: Hint = ({ plan }, report) => {
  for (const { condition, value } of conditionsOf(plan)) {
    const { path, test } = condition
    if (test.op !== 'pattern' || !isUrl(path.field)) continue
    const { source: pattern } = test.pattern
    if (plainText(pattern) === undefined) continue
    const longer = `.*/${pattern}`
    const help = advise(
      `to match URLs that end this way, write ${quoted(longer)}`,
      [replace(value.span, writePattern(longer))],
      false,
    )
    report('whole-pattern', value.span, { field: path.text, pattern, help })
  }
}
