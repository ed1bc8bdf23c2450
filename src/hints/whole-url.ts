import { advise, quoted, replace, writeValue } from '../diagnostics/index.ts'
import { conditionsOf, textOf } from '../plan/index.ts'
import type { Hint } from './subject.ts'
import { isUrl } from './is-url.ts'

/**
 * Reports `whole-url`: a URL field that is compared with a text without `/` and `*`. URLs compare as whole strings, so
 * `zone = us-central1-a` finds nothing (SEMANTICS.md section 4).
 */
export const wholeUrl: Hint = ({ plan }, report) => {
  for (const { condition, value } of conditionsOf(plan)) {
    const { path, test } = condition
    if (test.op !== 'equals' || !isUrl(path.field)) continue
    const text = textOf(test.scalar)
    if (text === '' || text.includes('/')) continue
    const help = advise(
      `to match URLs that end this way, write ${quoted(`*/${text}`)}`,
      [replace(value.span, writeValue(`*/${text}`))],
      false,
    )
    report('whole-url', value.span, { field: path.text, value: text, help })
  }
}
