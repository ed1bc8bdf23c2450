import { isOrder } from '../ast/index.ts'
import { advise, quoted, replace, writeValue } from '../diagnostics/index.ts'
import type { Hint } from './subject.ts'
import { isUrl } from './is-url.ts'

/**
 * Reports `whole-url`: a URL field that is compared with a text without `/` and `*`. URLs compare as whole strings, so
 * `zone = us-central1-a` finds nothing (SEMANTICS.md section 4).
 */
export const wholeUrl: Hint = ({ resolution, profile }, report) => {
  for (const { restriction, path, values } of resolution.comparisons) {
    const { symbol } = restriction.comparator
    if (path === undefined || !isUrl(path.field) || isOrder(symbol)) continue
    if (symbol === ':' && !path.repeated && profile.hasOnString === 'contains') continue
    for (const { node, text, meaning } of values) {
      if (meaning?.kind !== 'scalar' || text === '' || text.includes('/')) continue
      const help = advise(
        `to match URLs that end this way, write ${quoted(`*/${text}`)}`,
        [replace(node.span, writeValue(`*/${text}`))],
        false,
      )
      report('whole-url', node.span, { field: path.text, value: text, help })
    }
  }
}
